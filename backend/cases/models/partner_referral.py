"""Help for a person, asked of another partner: the offer, its answer, what came of it."""

import uuid

from django.db import models

from backend.cases.models.case import Case
from backend.cases.models.codes import CodesField
from backend.cases.partner_stages import DeclineReason, PartnerReferralState, ServiceOutcome, Urgency
from backend.common import clock
from backend.common.languages import Language
from backend.complaints.models import Consent
from backend.directory.models import Place
from backend.keyring.fields import EncryptedTextField
from backend.keyring.models import DataKey
from backend.partners.models import Partner, User


class PartnerReferral(models.Model):
    """A case referred to another partner. Until that accepts, it sees need, area, language, urgency."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="partner_referrals")
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    from_partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    to_partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(
        max_length=15, choices=PartnerReferralState.choices, default=PartnerReferralState.OFFERED
    )
    need = models.CharField(max_length=60)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    language = models.CharField(max_length=7, choices=Language.choices)
    urgency = models.CharField(max_length=10, choices=Urgency.choices, default=Urgency.ROUTINE)
    fields = CodesField(max_length=200)
    # What the sender tells; opened with the acceptance.
    note = EncryptedTextField(max_length=4_000, null=True, blank=True)
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, null=True, related_name="+")
    override_reason = EncryptedTextField(max_length=2_000, null=True, blank=True)
    override_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    offered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    offered_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField()
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decline_reason = models.CharField(max_length=25, choices=DeclineReason.choices, blank=True)
    decline_words = EncryptedTextField(max_length=2_000, null=True, blank=True)
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    service_outcome = models.CharField(max_length=15, choices=ServiceOutcome.choices, blank=True)
    outcome_words = EncryptedTextField(max_length=4_000, null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        default_permissions = ()
        ordering = ("offered_at", "id")
        indexes = (
            models.Index(fields=("case", "offered_at", "id"), name="partner_referral_in_order"),
            models.Index(fields=("to_partner", "-offered_at", "id"), name="partner_referral_inbox"),
            models.Index(fields=("from_partner", "-offered_at", "id"), name="partner_referral_outbox"),
            # Every few minutes somebody asks what has expired; few offers stand.
            models.Index(
                fields=("expires_at",),
                name="partner_referral_expiry",
                condition=models.Q(state=PartnerReferralState.OFFERED),
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(from_partner=models.F("to_partner")), name="referred_to_another_partner"
            ),
            models.CheckConstraint(
                condition=~models.Q(state=PartnerReferralState.DECLINED) | ~models.Q(decline_reason=""),
                name="declined_for_a_reason",
            ),
            models.CheckConstraint(
                condition=~models.Q(
                    state__in=[PartnerReferralState.COMPLETED, PartnerReferralState.NOT_COMPLETED]
                )
                | ~models.Q(service_outcome=""),
                name="service_ends_with_an_outcome",
            ),
            models.UniqueConstraint(
                fields=("case", "to_partner", "need"),
                condition=models.Q(
                    state__in=[
                        PartnerReferralState.OFFERED,
                        PartnerReferralState.ACCEPTED,
                        PartnerReferralState.IN_SERVICE,
                    ]
                ),
                name="one_referral_for_one_need",
            ),
        )

    def __str__(self) -> str:
        return f"partner referral {self.pk}"
