"""A case put together as one file, for one person to take along."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from backend.cases.models.case import Case
from backend.common import clock
from backend.common.languages import Language
from backend.files.models import StoredFile
from backend.partners.models import User


class CaseFile(models.Model):
    """A case put together as one ZIP for one person, who takes it once within a day."""

    class Purpose(models.TextChoices):
        OWN = "own", _("For our own work")
        TO_LEAVE = "to_leave", _("To be given to somebody else: what is hidden stays hidden")

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        MAKING = "making", _("Being put together")
        READY = "ready", _("Ready to be taken")
        TAKEN = "taken", _("Taken")
        FAILED = "failed", _("Could not be put together")
        EXPIRED = "expired", _("Not taken in time")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="case_files")
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=8, choices=Purpose.choices)
    parts = models.JSONField()
    # Originals instead of clean copies, and why; empty: clean copies.
    originals_reason = models.CharField(max_length=20, blank=True)
    language = models.CharField(max_length=7, choices=Language.choices)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    failure = models.CharField(max_length=40, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    # Codes of what went in: whoever may read less by the time of taking gets nothing.
    rights = models.JSONField(default=list)
    # A digest of what was hidden: where more is hidden by the time of taking, it is made anew.
    hidden = models.CharField(max_length=64, blank=True)
    # The sealed ZIP under a key of its own; the row goes, and the key with it, once it was taken.
    file = models.OneToOneField(StoredFile, on_delete=models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        ordering = ("asked_at", "id")
        indexes = (
            models.Index(fields=("case", "asked_by", "asked_at", "id"), name="case_file_in_order"),
            # What has to be cleared away.
            models.Index(
                fields=("expires_at",),
                condition=models.Q(state__in=("waiting", "making", "ready", "failed")),
                name="case_file_expiry",
            ),
        )

    def __str__(self) -> str:
        return f"case file {self.pk}"
