"""A case sent to an institution, with its clock and the answer."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from backend.cases.models.case import Case
from backend.cases.stages import ReferralState
from backend.common import clock
from backend.complaints.models import Consent
from backend.directory.models import DeadlineRule, Institution
from backend.keyring.fields import EncryptedTextField
from backend.keyring.models import DataKey
from backend.partners.models import User


class InstitutionReferral(models.Model):
    """A case sent to an institution, with a due date and a response."""

    class Channel(models.TextChoices):
        EMAIL = "email", _("E-mail")
        POST = "post", _("Registered post")
        PORTAL = "portal", _("The institution's portal")
        IN_PERSON = "in_person", _("Handed over in person")

    class Assessment(models.TextChoices):
        FULL = "full", _("Answers in full")
        PARTIAL = "partial", _("Answers in part")
        REFUSED = "refused", _("Refuses")
        NON_ANSWER = "non_answer", _("Is no answer")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="referrals")
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=ReferralState.choices, default=ReferralState.DRAFT)
    letter = EncryptedTextField(max_length=20_000)
    deadline_rule = models.ForeignKey(DeadlineRule, on_delete=models.PROTECT, null=True, related_name="+")
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, null=True, related_name="+")
    override_reason = EncryptedTextField(max_length=2_000, null=True, blank=True)
    override_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    redaction_checked_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    author = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    approved_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    escalates = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    redirected_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    channel = models.CharField(max_length=10, choices=Channel.choices, blank=True)
    sent_on = models.DateField(null=True)
    proof = models.CharField(max_length=100, blank=True)
    protocol_number = models.CharField(max_length=100, blank=True)
    registered_on = models.DateField(null=True)
    due_at = models.DateField(null=True)
    due_explanation = models.JSONField(null=True)
    answered_on = models.DateField(null=True)
    answer = EncryptedTextField(max_length=20_000, null=True, blank=True)
    assessment = models.CharField(max_length=12, choices=Assessment.choices, blank=True)
    created_at = models.DateTimeField(default=clock.now)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        default_permissions = ()
        ordering = ("created_at", "id")
        indexes = (
            models.Index(fields=("case", "created_at", "id"), name="referral_in_order"),
            models.Index(fields=("institution", "state"), name="referral_by_institution"),
        )
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(
                    state__in=[ReferralState.SENT, ReferralState.REGISTERED, ReferralState.ANSWERED]
                )
                | models.Q(sent_on__isnull=False),
                name="sent_has_a_date",
            ),
        )

    def __str__(self) -> str:
        return f"referral {self.pk}"
