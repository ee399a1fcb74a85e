"""What is hidden of a case wherever it leaves those who work it."""

import uuid

from django.db import models

from backend.cases.models.case import Case
from backend.common import clock
from backend.keyring.fields import EncryptedJSONField
from backend.keyring.models import DataKey


class CaseMasks(models.Model):
    """Which stretches of the complainant's words stay with those who work the case. Sealed: a place says how
    long a name is."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="masks")
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    # [{"part", "start", "end", "reason"}], as an annex has them.
    places = EncryptedJSONField(default=list, max_length=200_000)
    version = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(default=clock.now)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"masks {self.pk}"
