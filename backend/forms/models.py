"""A partner's form, version by version. What was published never changes: old complaints stand on it."""

import uuid
from functools import cached_property

from django.db import models

from backend.common import clock
from backend.forms.form import Form
from backend.forms.querysets import FormVersionQuerySet
from backend.partners.models import Partner, User


class FormVersion(models.Model):
    """One version of a partner's form: the one draft, which has no number yet, or a published one."""

    class State(models.TextChoices):
        DRAFT = "draft", "draft"
        PUBLISHED = "published", "published"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(null=True)
    state = models.CharField(max_length=9, choices=State.choices, default=State.DRAFT)
    schema = models.JSONField()
    # Who wrote it and who published it; nobody where it is the form that is shipped.
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(default=clock.now, editable=False)
    published_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    objects = FormVersionQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("partner", "number"), name="one_form_of_each_number"),
            models.UniqueConstraint(
                fields=("partner",), condition=models.Q(state="draft"), name="one_draft_of_a_form"
            ),
            models.CheckConstraint(
                condition=models.Q(state="draft", number__isnull=True, published_at__isnull=True)
                | models.Q(state="published", number__isnull=False, published_at__isnull=False),
                name="published_forms_have_a_number",
            ),
        )

    def __str__(self) -> str:
        return f"form {self.pk}"

    @cached_property
    def form(self) -> Form:
        """The form that the schema describes."""
        return Form.of(self.schema)
