"""What the public may read of a case, in words that somebody wrote for it."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from backend.cases.models.case import Case
from backend.cases.querysets import PublicSummaryQuerySet
from backend.common import clock
from backend.common.languages import Language
from backend.directory.models import Place
from backend.keyring.fields import EncryptedTextField
from backend.keyring.models import DataKey
from backend.partners.models import User

LONGEST_TITLE = 120
LONGEST_TEXT = 3_500


class PublicSummary(models.Model):
    """One text a case, never the complainant's own. Sealed although it is meant for everybody: a draft may
    say too much, and what was erased must not stand in an old backup.

    The public knows it by its own id: neither the case's id nor its reference leads to it or back.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        PUBLISHED = "published", _("Published")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="public_summary")
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=9, choices=State.choices, default=State.DRAFT)
    language = models.CharField(max_length=7, choices=Language.choices)
    title = EncryptedTextField(max_length=LONGEST_TITLE)
    text = EncryptedTextField(max_length=LONGEST_TEXT)
    # A municipality or something wider, as the service sees to; never where somebody lives.
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=clock.now)
    published_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    objects = PublicSummaryQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        indexes = (
            models.Index(
                models.F("published_at").desc(),
                "id",
                condition=models.Q(state="published"),
                name="public_summary_page",
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(state="published")
                | (
                    models.Q(published_at__isnull=False, published_by__isnull=False)
                    & ~models.Q(published_by=models.F("author"))
                ),
                name="nobody_publishes_his_own_words",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="withdrawn") | models.Q(withdrawn_at__isnull=False),
                name="withdrawn_at_some_time",
            ),
        )

    def __str__(self) -> str:
        return f"public summary {self.pk}"
