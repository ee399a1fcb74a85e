"""The vault: who the complainant is, under a key of its own. Only the intake and this app's API import it."""

import uuid

from django.db import models

from backend.common import clock
from backend.complaints.models import Complaint
from backend.keyring.fields import EncryptedTextField
from backend.keyring.models import DataKey


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
