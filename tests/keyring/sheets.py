"""A model of the tests' own with every kind of encrypted field, which may be edited as no complaint may."""

import uuid

from django.db import models

from backend.keyring.fields import EncryptedJSONField, EncryptedTextField
from backend.keyring.models import DataKey


class Sheet(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    # No constraint: emptying all tables between tests leaves this one out.
    data_key = models.ForeignKey(DataKey, models.PROTECT, related_name="+", db_constraint=False)
    second_key = models.ForeignKey(
        DataKey, models.PROTECT, related_name="+", db_constraint=False, null=True, blank=True
    )
    title = models.CharField(max_length=40, blank=True)
    words = EncryptedTextField(max_length=200)
    remark = EncryptedTextField(max_length=200, blank=True, default="")
    answers = EncryptedJSONField(default=list, max_length=500)
    maybe = EncryptedTextField(null=True, blank=True)
    name = EncryptedTextField(key="second_key", null=True, blank=True)

    class Meta:
        app_label = "keyring_sheets"

    def __str__(self) -> str:
        return f"sheet {self.pk}"
