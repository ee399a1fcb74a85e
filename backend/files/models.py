"""Files: sealed bytes in the storage, and the keys to them, sealed under the key of their case."""

import uuid
from typing import Final

from django.db import models

from backend.common import clock
from backend.files.stages import FileState, ScanState
from backend.keyring.fields import EncryptedTextField
from backend.keyring.models import DataKey

LONGEST_KEPT_NAME: Final = 200


class Upload(models.Model):
    """A file that belongs to nothing yet. Its key and name are only in the hands of whoever sent it."""

    id = models.UUIDField(primary_key=True, editable=False)
    size = models.BigIntegerField()
    media_type = models.CharField(max_length=80)
    created_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"upload {self.pk}"


class StoredFile(models.Model):
    """A file of a case: the original, never changed, and the copy without traces of who made it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    name = EncryptedTextField(max_length=LONGEST_KEPT_NAME)
    file_key = EncryptedTextField(max_length=64)
    media_type = models.CharField(max_length=80)
    size = models.BigIntegerField()
    state = models.CharField(max_length=10, choices=FileState.choices, default=FileState.PENDING)
    scan = models.CharField(max_length=12, choices=ScanState.choices, default=ScanState.PENDING)
    clean_id = models.UUIDField(null=True, blank=True, unique=True)
    clean_key = EncryptedTextField(max_length=64, null=True)
    clean_size = models.BigIntegerField(null=True, blank=True)
    # Pages that stay with those who work the case, numbered from one, and the copy without them.
    hidden_pages = models.JSONField(default=list, blank=True)
    hidden_version = models.PositiveIntegerField(default=0)
    masked_id = models.UUIDField(null=True, blank=True, unique=True)
    masked_key = EncryptedTextField(max_length=64, null=True)
    masked_size = models.BigIntegerField(null=True, blank=True)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        default_permissions = ()
        indexes = (
            # What the worker still has to look at.
            models.Index(
                fields=("created_at",),
                condition=models.Q(state=FileState.PENDING) | models.Q(scan=ScanState.PENDING),
                name="file_waiting",
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=models.Q(state=FileState.READY, clean_id__isnull=False, clean_size__isnull=False)
                | (~models.Q(state=FileState.READY) & models.Q(clean_id__isnull=True)),
                name="file_is_ready_with_its_copy",
            ),
            models.CheckConstraint(
                condition=models.Q(state=FileState.INFECTED, scan=ScanState.INFECTED)
                | (~models.Q(state=FileState.INFECTED) & ~models.Q(scan=ScanState.INFECTED)),
                name="file_is_infected_in_both",
            ),
        )

    def __str__(self) -> str:
        return f"file {self.pk}"
