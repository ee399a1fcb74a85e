"""A list of cases put together as one file by a worker."""

from django.db import models

from backend.cases.models.parcel import NOT_ENDED, Parcel
from backend.keyring.fields import EncryptedJSONField
from backend.keyring.models import DataKey


class ExportFormat(models.TextChoices):
    CSV = "csv", "CSV"
    XLSX = "xlsx", "XLSX"
    JSONL = "jsonl", "JSON Lines"


class CaseExport(Parcel):
    """A list of cases as a file, for the person or the program that asked."""

    # Of this export alone: it seals the file's own key and the filters, and is destroyed with the taking.
    data_key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    # Of the program's token; null: a person's.
    scopes = models.JSONField(null=True)
    format = models.CharField(max_length=5, choices=ExportFormat.choices)
    columns = models.JSONField()
    ordering = models.CharField(max_length=20)
    # Names of the filters; what they look for may be somebody's name and lies sealed.
    narrowed = models.JSONField()
    filters = EncryptedJSONField(default=dict)
    # How many cases of which partner went in, by its id.
    owners = models.JSONField(default=dict)
    # Which cases went in and how far open each was, packed: who may see less by the time of taking gets none.
    seen = models.BinaryField(default=b"")

    class Meta(Parcel.Meta):
        indexes = (
            models.Index(fields=("asked_by", "asked_at", "id"), name="export_in_order"),
            # What has to be cleared away.
            models.Index(fields=("expires_at",), condition=NOT_ENDED, name="export_expiry"),
        )

    @property
    def count(self) -> int:
        """How many cases are in it."""
        return sum(self.owners.values())
