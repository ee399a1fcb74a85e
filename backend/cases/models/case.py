"""The case itself: one complaint as a partner works it."""

import uuid
from typing import TYPE_CHECKING

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from guardian.models import UserObjectPermissionBase

from backend.cases.querysets import CaseQuerySet
from backend.cases.stages import RUNNING, State
from backend.common import clock
from backend.common.kinds import CaseKind
from backend.complaints.models import Complaint
from backend.directory.models import Category, Institution, Place
from backend.keyring.fields import EncryptedTextField
from backend.keyring.models import DataKey
from backend.partners.models import Partner, User

if TYPE_CHECKING:
    from backend.cases.models.referral import InstitutionReferral


class Severity(models.IntegerChoices):
    """How grave it is for the people concerned; a number, so that a list can be ordered by it."""

    LOW = 1, _("Low")
    NORMAL = 2, _("Normal")
    HIGH = 3, _("High")
    URGENT = 4, _("Urgent: life, health or liberty")


class Outcome(models.TextChoices):
    """How it ended, for the citizen; not a state."""

    REMEDIED = "remedied", _("Remedied")
    PARTLY_REMEDIED = "partly_remedied", _("Partly remedied")
    EXPLANATION = "explanation", _("Explanation or apology")
    DISCIPLINARY_ACTION = "disciplinary_action", _("Disciplinary action")
    PROSECUTION_REFERRED = "prosecution_referred", _("Handed to the prosecution")
    REFUND = "refund", _("Money returned")
    POLICY_CHANGE = "policy_change", _("Rule or practice changed")
    REFUSED = "refused", _("Refused")
    UNFOUNDED = "unfounded", _("Unfounded")
    NO_ANSWER = "no_answer", _("No answer")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class InadmissibleReason(models.TextChoices):
    NOT_OUR_COMPETENCE = "not_our_competence", _("Not our competence")
    PRIVATE_DISPUTE = "private_dispute", _("A dispute between private persons")
    AGAINST_A_JUDGMENT = (
        "against_a_judgment",
        _("Aims at a court's judgment, which a complaint cannot change"),
    )
    TOO_LATE = "too_late", _("Too late by law")
    TOO_LITTLE_KNOWN = "too_little_known", _("Too little is known to go on")
    ABUSE = "abuse", _("Abuse or spam")


class Case(models.Model):
    """One complaint as a partner works it. Read only through `Case.objects.visible_to(actor)`."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+", db_index=False)
    # A case that was handed over leaves a tombstone without complaint and key at its old partner.
    complaint = models.OneToOneField(Complaint, on_delete=models.PROTECT, null=True, related_name="+")
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, null=True, related_name="+")
    reference = models.CharField(max_length=20, unique=True)
    former_reference = models.CharField(max_length=20, blank=True)
    kind = models.CharField(max_length=20, choices=CaseKind.choices)
    state = models.CharField(max_length=20, choices=State.choices, default=State.RECEIVED)
    severity = models.PositiveSmallIntegerField(choices=Severity.choices, default=Severity.NORMAL)
    category = models.ForeignKey(
        Category, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    institution = models.ForeignKey(
        Institution, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    assignee = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    restricted = models.BooleanField(default=False)
    summary = models.CharField(max_length=500, blank=True)
    opened_at = models.DateTimeField(default=clock.now)
    due_at = models.DateField(null=True)
    admissibility_note = EncryptedTextField(max_length=4_000, null=True, blank=True)
    inadmissible_reason = models.CharField(max_length=20, choices=InadmissibleReason.choices, blank=True)
    advice = EncryptedTextField(max_length=4_000, null=True, blank=True)
    outcome = models.CharField(max_length=20, choices=Outcome.choices, blank=True)
    outcome_text = EncryptedTextField(max_length=4_000, null=True, blank=True)
    impact = EncryptedTextField(max_length=4_000, null=True, blank=True)
    value_recovered = models.DecimalField(
        max_digits=12, decimal_places=2, null=True, validators=[MinValueValidator(0)]
    )
    value_currency = models.CharField(max_length=3, blank=True)
    resolved_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    duplicate_of = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    transferred_to = models.ForeignKey(
        Partner, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    version = models.PositiveIntegerField(default=1)

    objects = CaseQuerySet.as_manager()
    # The referrals that are neither answered nor ended, where `fetch_waiting` took them to hand.
    waiting_at_hand: "list[InstitutionReferral] | None" = None

    class Meta:
        default_permissions = ()
        permissions = (("named_on_case", "Is named on a restricted case"),)
        # Lists walk one partner's cases in order of arrival; restricted ones never come this way.
        indexes = (
            models.Index(
                "owner",
                models.F("opened_at").desc(),
                models.F("id").desc(),
                condition=models.Q(restricted=False),
                name="case_page",
            ),
            models.Index(
                "owner",
                "state",
                models.F("opened_at").desc(),
                models.F("id").desc(),
                condition=models.Q(restricted=False),
                name="case_page_by_state",
            ),
            models.Index(
                "owner",
                "due_at",
                "id",
                condition=models.Q(
                    restricted=False, due_at__isnull=False, state__in=[str(s) for s in RUNNING]
                ),
                name="case_due",
            ),
            models.Index(
                "owner",
                "assignee",
                models.F("opened_at").desc(),
                models.F("id").desc(),
                condition=models.Q(restricted=False, assignee__isnull=False),
                name="case_page_by_assignee",
            ),
            # All that lists are counted by: 20 000 cases of a partner are read from it, without their rows,
            # in 7 ms against 275 (in a table of 100 000).
            models.Index(
                fields=("owner",),
                include=(
                    *("id", "state", "kind", "severity", "category", "institution", "place", "assignee"),
                    # The second lock looks at these two.
                    *("due_at", "complaint", "transferred_to"),
                ),
                condition=models.Q(restricted=False),
                name="case_counted",
            ),
            # What ended in a period.
            models.Index(
                "owner", "resolved_at", name="case_resolved", condition=models.Q(resolved_at__isnull=False)
            ),
            models.Index("institution", models.F("opened_at").desc(), name="case_by_institution"),
            models.Index("category", models.F("opened_at").desc(), name="case_by_category"),
        )
        constraints = (
            models.CheckConstraint(
                condition=models.Q(state=State.TRANSFERRED)
                | models.Q(complaint__isnull=False, data_key__isnull=False),
                name="only_a_tombstone_has_no_complaint",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=[State.RESOLVED, State.CLOSED]) | ~models.Q(outcome=""),
                name="resolved_has_an_outcome",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=State.INADMISSIBLE) | ~models.Q(inadmissible_reason=""),
                name="inadmissible_has_a_reason",
            ),
        )

    def __str__(self) -> str:
        return f"case {self.pk}"


class CaseUserObjectPermission(UserObjectPermissionBase):
    """guardian's row "this user is named on this restricted case", by direct foreign key."""

    content_object = models.ForeignKey(Case, on_delete=models.CASCADE)

    class Meta(UserObjectPermissionBase.Meta):
        default_permissions = ()

    def __str__(self) -> str:
        return f"grant {self.pk}"


class ReferenceCounter(models.Model):
    """The running number of a partner's cases in a year; its row lock keeps out gaps and races."""

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()
        constraints = (models.UniqueConstraint(fields=("partner", "year"), name="one_counter_a_year"),)

    def __str__(self) -> str:
        return f"counter {self.pk}"
