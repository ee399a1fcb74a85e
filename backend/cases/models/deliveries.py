"""Attempts to bring a letter to an institution."""

import uuid

from django.db import models

from backend.cases.models.referral import Dossier, InstitutionReferral
from backend.cases.stages import OPEN_DELIVERY, DeliveryState
from backend.common import clock
from backend.complaints.models import Attachment
from backend.correspondence.models import Dispatch
from backend.directory.models import InstitutionChannel
from backend.keyring.fields import EncryptedTextField
from backend.keyring.models import DataKey
from backend.partners.models import User


class Delivery(models.Model):
    """One attempt to bring a frozen letter to its institution: by which way, what became of it, what proves
    it. A referral may have several, one after the other."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    referral = models.ForeignKey(InstitutionReferral, on_delete=models.CASCADE, related_name="deliveries")
    # What left. Gone where it did not leave and was taken back.
    dossier = models.ForeignKey(Dossier, on_delete=models.SET_NULL, null=True, related_name="deliveries")
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(max_length=10, choices=InstitutionReferral.Channel.choices)
    institution_channel = models.ForeignKey(
        InstitutionChannel, on_delete=models.PROTECT, null=True, related_name="+"
    )
    dispatch = models.OneToOneField(Dispatch, on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=DeliveryState.choices)
    sent_on = models.DateField(null=True)
    tracking_number = models.CharField(max_length=100, blank=True)
    problem = models.CharField(max_length=60, blank=True)
    # Why there is no proof, or what went wrong, in a caseworker's words.
    words = EncryptedTextField(max_length=2_000, null=True, blank=True)
    # The path of the page for answers, while the mail waits that carries it.
    answer_link = EncryptedTextField(max_length=200, null=True, blank=True)
    proofs = models.ManyToManyField(Attachment, related_name="+")
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(default=clock.now)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        default_permissions = ()
        ordering = ("created_at", "id")
        indexes = (
            models.Index(fields=("referral", "created_at", "id"), name="delivery_in_order"),
            # Those of mails are looked at every minute; few are open at a time.
            models.Index(
                fields=("dispatch",),
                name="delivery_open_mail",
                condition=models.Q(state__in=[DeliveryState.UNDER_WAY, DeliveryState.UNCLEAR]),
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("referral",),
                condition=models.Q(state__in=OPEN_DELIVERY),
                name="one_open_delivery",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=DeliveryState.SENT) | models.Q(sent_on__isnull=False),
                name="sent_delivery_has_a_day",
            ),
        )

    def __str__(self) -> str:
        return f"delivery {self.pk}"
