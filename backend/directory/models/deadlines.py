"""Legal terms and working days, as data with source and certainty."""

from django.db import models

from backend.common.languages import label_in
from backend.directory.kinds import Certainty, Silence, TermUnit
from backend.directory.models.fields import code_field, labels_field, period_is_forward
from backend.directory.models.institutions import Institution
from backend.directory.models.places import Country
from backend.directory.querysets import CalendarOverrideQuerySet, DeadlineRuleQuerySet


class DeadlineRule(models.Model):
    """A legal term. What a lawyer has not confirmed is marked as such wherever it is shown."""

    code = code_field()
    country = models.CharField(max_length=2, choices=Country.choices)
    law = models.CharField(max_length=300)
    article = models.CharField(max_length=60, blank=True)
    trigger = models.CharField(max_length=40)
    number = models.PositiveSmallIntegerField()
    unit = models.CharField(max_length=12, choices=TermUnit.choices)
    roll = models.BooleanField()
    extension_number = models.PositiveSmallIntegerField(null=True, blank=True)
    extension_unit = models.CharField(max_length=12, choices=TermUnit.choices, blank=True)
    silence = models.CharField(max_length=10, choices=Silence.choices, default=Silence.UNKNOWN)
    appeal_number = models.PositiveSmallIntegerField(null=True, blank=True)
    appeal_unit = models.CharField(max_length=12, choices=TermUnit.choices, blank=True)
    appeal_to = models.ForeignKey(
        Institution, null=True, blank=True, on_delete=models.PROTECT, related_name="appeals_under"
    )
    source = models.CharField(max_length=500)
    certainty = models.CharField(max_length=1, choices=Certainty.choices, default=Certainty.UNVERIFIED)
    verified_on = models.DateField(null=True, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    titles = labels_field()
    version = models.PositiveIntegerField(default=1)

    objects = DeadlineRuleQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ("code",)
        constraints = [
            period_is_forward("deadlinerule"),
            models.CheckConstraint(
                condition=models.Q(number__gte=1, number__lte=1000), name="deadlinerule_number_is_sensible"
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def title(self) -> str:
        return label_in(self.titles)

    @property
    def is_verified(self) -> bool:
        """Whether it may be shown as law: read in an official source, on a known day."""
        return self.certainty == Certainty.VERIFIED and self.verified_on is not None


class CalendarOverride(models.Model):
    """A day that a decree made working or free, against what the calendar package says."""

    country = models.CharField(max_length=2, choices=Country.choices)
    date = models.DateField()
    working = models.BooleanField()
    names = labels_field()
    source = models.CharField(max_length=500)
    edited_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = CalendarOverrideQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ("country", "date")
        constraints = [
            models.UniqueConstraint(fields=("country", "date"), name="one_override_per_country_and_day")
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        """Its name in addresses and in the audit log: `xk-2026-03-20`."""
        return f"{self.country.lower()}-{self.date.isoformat()}"
