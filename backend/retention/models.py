"""How long ended cases are kept, what holds them, what is to be erased, and what is left of it."""

import uuid
from typing import Final

from django.db import models

from backend.cases.models import Case
from backend.common import clock
from backend.common.kinds import CaseKind
from backend.complaints.models import Complaint, Message
from backend.keyring.fields import EncryptedTextField
from backend.keyring.models import DataKey
from backend.partners.models import Partner, User
from backend.retention.querysets import ErasureRequestQuerySet, PlannedErasureQuerySet
from backend.retention.stages import (
    HIGHEST_MONTHS,
    LOWEST_MONTHS,
    Because,
    Ending,
    HoldReason,
    Refusal,
    RequestState,
)

LONGEST_WORDS: Final = 2_000


class RetentionPolicy(models.Model):
    """A partner's rules as one thing that is read and changed; without this row there are none."""

    partner = models.OneToOneField(Partner, on_delete=models.PROTECT, related_name="+", primary_key=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"retention policy {self.pk}"


class RetentionRule(models.Model):
    """One rule of a partner. Empty kind or ending: whatever it is."""

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=CaseKind.choices, blank=True)
    ending = models.CharField(max_length=20, choices=Ending.choices, blank=True)
    months = models.PositiveSmallIntegerField()

    class Meta:
        default_permissions = ()
        constraints = (
            models.UniqueConstraint(fields=("partner", "kind", "ending"), name="one_retention_rule_a_place"),
            models.CheckConstraint(
                condition=models.Q(months__range=(LOWEST_MONTHS, HIGHEST_MONTHS)),
                name="retention_months_in_bounds",
            ),
        )

    def __str__(self) -> str:
        return f"retention rule {self.pk}"


class LegalHold(models.Model):
    """A case is kept, whatever the rules say, until a day. Why, in words, is sealed with the case."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=12, choices=HoldReason.choices)
    words = EncryptedTextField(max_length=LONGEST_WORDS)
    # The last day on which it stands.
    until = models.DateField()
    set_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    set_at = models.DateTimeField(default=clock.now)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        default_permissions = ()
        ordering = ("set_at", "id")
        indexes = (models.Index(fields=("case", "set_at", "id"), name="hold_in_order"),)

    def __str__(self) -> str:
        return f"hold {self.pk}"


class PlannedErasure(models.Model):
    """A case will be erased on this day: announced, and asked again on the day itself."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="+")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+", db_index=False)
    because = models.CharField(max_length=8, choices=Because.choices)
    due_on = models.DateField()
    announced_at = models.DateTimeField(default=clock.now)

    objects = PlannedErasureQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        indexes = (
            models.Index(fields=("partner", "due_on", "id"), name="planned_erasure_page"),
            models.Index(fields=("due_on",), name="planned_erasure_due"),
        )

    def __str__(self) -> str:
        return f"planned erasure {self.pk}"


class ErasureRequest(models.Model):
    """The complainant asks, through the receipt, that everything be erased. Staff decide; she reads why."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+", db_index=False)
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=RequestState.choices, default=RequestState.OPEN)
    asked_at = models.DateTimeField(default=clock.now)
    refusal = models.CharField(max_length=12, choices=Refusal.choices, blank=True)
    # Of a refusal because of a hold: the hold's own reason and last day.
    hold_reason = models.CharField(max_length=12, choices=HoldReason.choices, blank=True)
    hold_until = models.DateField(null=True)
    # For the complainant to read.
    words = EncryptedTextField(max_length=LONGEST_WORDS, null=True, blank=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    objects = ErasureRequestQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ("asked_at", "id")
        indexes = (
            models.Index(fields=("case", "asked_at", "id"), name="erasure_request_in_order"),
            models.Index(
                fields=("asked_at", "id"),
                name="erasure_request_open",
                condition=models.Q(state=RequestState.OPEN),
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("case",), condition=models.Q(state="open"), name="one_open_erasure_request"
            ),
            models.CheckConstraint(
                condition=models.Q(state="refused") & ~models.Q(refusal="")
                | ~models.Q(state="refused") & models.Q(refusal=""),
                name="only_a_refusal_says_why",
            ),
        )

    def __str__(self) -> str:
        return f"erasure request {self.pk}"


class Correction(models.Model):
    """A message by which the complainant corrects what the complaint says. The complaint stays as it is."""

    message = models.OneToOneField(Message, on_delete=models.CASCADE, related_name="+", primary_key=True)
    complaint = models.ForeignKey(Complaint, on_delete=models.CASCADE, related_name="+")

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"correction {self.pk}"


class Tombstone(models.Model):
    """How many cases of a sort a partner erased: all that is left of them, and nothing leads back."""

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    filed_in = models.DateField(help_text="The first day of the month.")
    erased_in = models.DateField(help_text="The first day of the month.")
    # Its code; empty where there was none.
    category = models.CharField(max_length=60, blank=True)
    kind = models.CharField(max_length=20, choices=CaseKind.choices)
    ending = models.CharField(max_length=20, choices=Ending.choices)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()
        constraints = (
            models.UniqueConstraint(
                fields=("partner", "filed_in", "erased_in", "category", "kind", "ending"),
                name="one_tombstone_a_sort",
            ),
        )

    def __str__(self) -> str:
        return f"tombstone {self.pk}"
