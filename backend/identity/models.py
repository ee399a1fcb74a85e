"""The vault: who the complainant is, under a key of its own. Only the intake and this app's API import it."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.complaints.models import Complaint
from backend.keyring.fields import EncryptedTextField
from backend.keyring.models import DataKey
from backend.partners.models import User
from backend.partners.roles import Role


class ComplainantIdentity(models.Model):
    """Name and ways of contact of one complainant. No API returns it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    complaint = models.OneToOneField(Complaint, on_delete=models.CASCADE, related_name="+")
    identity_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    name = EncryptedTextField(max_length=200, blank=True, default="", key="identity_key")
    email = EncryptedTextField(max_length=254, blank=True, default="", key="identity_key")
    phone = EncryptedTextField(max_length=50, blank=True, default="", key="identity_key")
    address = EncryptedTextField(max_length=500, blank=True, default="", key="identity_key")
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"identity {self.pk}"


class IdentityLook(models.Model):
    """Somebody had to do with an identity: when, in which role, why. The complainant reads it."""

    class Kind(models.TextChoices):
        COMPARED = "compared", _("Compared with what a caller said, without being shown")
        REVEALED = "revealed", _("Shown")

    class Reason(models.TextChoices):
        NEW_RECEIPT = "new_receipt", _("Somebody asked for a new receipt")
        CONTACT = "contact", _("To reach the complainant")
        REFERRAL = "referral", _("To send the complaint with its author's name")
        DANGER = "danger", _("Danger to life or liberty")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    complaint = models.ForeignKey(Complaint, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=clock.now)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    reason = models.CharField(max_length=20, choices=Reason.choices)
    # Of a comparison: whether it agreed.
    matched = models.BooleanField(null=True)
    # The role at that time: people change roles, and the complainant learns no names.
    role = models.CharField(max_length=20, choices=Role.choices)
    actor = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        ordering = ("at", "id")
        indexes = (models.Index(fields=("complaint", "at", "id"), name="identity_look_in_order"),)

    def __str__(self) -> str:
        return f"look {self.pk}"
