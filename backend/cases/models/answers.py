"""What institutions answer, and the links through which they may."""

import uuid
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from backend.cases.models.referral import InstitutionReferral
from backend.common import clock
from backend.complaints.models import Attachment
from backend.keyring.fields import EncryptedTextField
from backend.keyring.models import DataKey
from backend.partners.models import User

LONGEST_ANSWER: Final = 100_000
LONGEST_PROTOCOL: Final = 100
LONGEST_NAME: Final = 200


class InstitutionAnswer(models.Model):
    """What an institution wrote about a referral. A final answer ends the wait; an interim one, or one that
    nobody has looked at yet, leaves the clock running."""

    class Way(models.TextChoices):
        LINK = "link", _("Through the answer link")
        EMAIL = "email", _("By e-mail")
        TYPED = "typed", _("Typed in by the organisation")

    class Standing(models.TextChoices):
        ARRIVED = "arrived", _("Arrived; somebody has to say what it is")
        INTERIM = "interim", _("An answer for the time being")
        FINAL = "final", _("The answer")
        NO_ANSWER = "no_answer", _("No answer: an acknowledgement, an automatic reply")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    referral = models.ForeignKey(InstitutionReferral, on_delete=models.CASCADE, related_name="answers")
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=6, choices=Way.choices)
    standing = models.CharField(max_length=10, choices=Standing.choices)
    # A machine wrote it: an out-of-office note, a confirmation of receipt.
    is_automatic = models.BooleanField(default=False)
    answered_on = models.DateField()
    arrived_at = models.DateTimeField(default=clock.now)
    protocol_number = EncryptedTextField(max_length=LONGEST_PROTOCOL, null=True, blank=True)
    text = EncryptedTextField(max_length=LONGEST_ANSWER, null=True, blank=True)
    # Who answers, as the institution says it.
    author_name = EncryptedTextField(max_length=LONGEST_NAME, null=True, blank=True)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    files = models.ManyToManyField(Attachment, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        default_permissions = ()
        ordering = ("arrived_at", "id")
        indexes = (
            models.Index(fields=("referral", "arrived_at", "id"), name="answer_in_order"),
            # What waits for somebody to say what it is; few do.
            models.Index(
                fields=("arrived_at",), name="answer_undecided", condition=models.Q(standing="arrived")
            ),
        )

    def __str__(self) -> str:
        return f"answer {self.pk}"

    @property
    def is_final(self) -> bool:
        """It is the answer that was waited for."""
        return self.standing == self.Standing.FINAL


class AnswerLink(models.Model):
    """An address at which an institution may answer one referral. Only a digest of the address is kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    referral = models.ForeignKey(InstitutionReferral, on_delete=models.CASCADE, related_name="answer_links")
    token_digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=clock.now)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)
    opened_count = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()
        ordering = ("made_at", "id")
        indexes = (models.Index(fields=("referral", "made_at", "id"), name="answer_link_in_order"),)

    def __str__(self) -> str:
        return f"answer link {self.pk}"
