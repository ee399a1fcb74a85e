"""Institutions: the public bodies that complaints are about or go to, and how each is reached."""

import uuid

from django.db import models

from backend.common.languages import label_in
from backend.directory.kinds import ChannelKind, InstitutionKind, InstitutionLevel
from backend.directory.models.fields import code_field, labels_field, period_is_forward
from backend.directory.models.places import Country, Place
from backend.directory.querysets import InstitutionQuerySet


class Institution(models.Model):
    """A public body. Where a fact is not known the column is empty: nothing here is guessed."""

    code = code_field()
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    kind = models.CharField(max_length=30, choices=InstitutionKind.choices)
    level = models.CharField(max_length=10, choices=InstitutionLevel.choices)
    country = models.CharField(max_length=2, choices=Country.choices)
    place = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.PROTECT, related_name="institutions"
    )
    areas = models.ManyToManyField(Place, blank=True, related_name="competent_institutions")
    names = labels_field()
    languages = models.JSONField(default=list, blank=True)
    accepts_anonymous = models.BooleanField(null=True, blank=True)
    website = models.URLField(blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    successor = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="predecessors"
    )
    source = models.CharField(max_length=500, blank=True)
    verified_on = models.DateField(null=True, blank=True)
    search_text = models.TextField(blank=True, editable=False)
    # Set when an administrator changed the row here: the files no longer overwrite it.
    edited_at = models.DateTimeField(null=True, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1)

    objects = InstitutionQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ("code",)
        indexes = [models.Index(fields=["country", "kind"], name="institution_country_kind")]
        constraints = [
            period_is_forward("institution"),
            models.CheckConstraint(
                condition=~models.Q(successor=models.F("id")), name="institution_does_not_succeed_itself"
            ),
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("id")), name="institution_is_not_its_own_parent"
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def name(self) -> str:
        return label_in(self.names)


class InstitutionChannel(models.Model):
    """A way to reach an institution. It is ended, never changed: letters of the past went somewhere."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="channels")
    kind = models.CharField(max_length=10, choices=ChannelKind.choices)
    value = models.CharField(max_length=300)
    confirmed_on = models.DateField(null=True, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=500, blank=True)
    edited_at = models.DateTimeField(null=True, blank=True, editable=False)
    # Since when letters that went there are known not to have arrived; confirming the channel clears it.
    problem_since = models.DateField(null=True, blank=True, editable=False)

    class Meta:
        default_permissions = ()
        ordering = ("kind", "value", "valid_from")
        constraints = [
            period_is_forward("channel"),
            models.UniqueConstraint(
                fields=("institution", "kind", "value"),
                condition=models.Q(valid_until__isnull=True),
                name="one_running_channel_per_value",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of institution {self.institution_id}"
