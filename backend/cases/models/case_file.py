"""A case put together as one file, for one person to take along."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from backend.cases.models.case import Case
from backend.cases.models.parcel import NOT_ENDED, Parcel


class CaseFile(Parcel):
    """A case put together as one ZIP for one person, who takes it once within a day."""

    class Purpose(models.TextChoices):
        OWN = "own", _("For our own work")
        TO_LEAVE = "to_leave", _("To be given to somebody else: what is hidden stays hidden")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="case_files")
    purpose = models.CharField(max_length=8, choices=Purpose.choices)
    parts = models.JSONField()
    # Originals instead of clean copies, and why; empty: clean copies.
    originals_reason = models.CharField(max_length=20, blank=True)
    # Codes of what went in: whoever may read less by the time of taking gets nothing.
    rights = models.JSONField(default=list)
    # A digest of what was hidden: where more is hidden by the time of taking, it is made anew.
    hidden = models.CharField(max_length=64, blank=True)

    class Meta(Parcel.Meta):
        indexes = (
            models.Index(fields=("case", "asked_by", "asked_at", "id"), name="case_file_in_order"),
            # What has to be cleared away.
            models.Index(fields=("expires_at",), condition=NOT_ENDED, name="case_file_expiry"),
        )
