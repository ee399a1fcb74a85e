"""Several people on one matter: cases that were merged, and who has a case open right now."""

import uuid

from django.db import models

from backend.cases.models.case import Case
from backend.cases.stages import State
from backend.common import clock
from backend.partners.models import User


class Merge(models.Model):
    """A case was found to be a duplicate of another one; with what it takes to undo that."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kept = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="merges")
    duplicate = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="merged_into")
    state_before = models.CharField(max_length=20, choices=State.choices)
    merged_at = models.DateTimeField(default=clock.now)
    merged_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    # Undone, or over because the duplicate was reopened as a case of its own.
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        default_permissions = ()
        ordering = ("merged_at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("duplicate",), condition=models.Q(ended_at__isnull=True), name="one_running_merge"
            ),
            models.CheckConstraint(
                condition=~models.Q(kept=models.F("duplicate")), name="no_merge_with_itself"
            ),
        )
        indexes = (models.Index(fields=("kept", "merged_at", "id"), name="merge_in_order"),)

    def __str__(self) -> str:
        return f"merge {self.pk}"


class CasePresence(models.Model):
    """Somebody has a case open right now. Deleted when a minute has passed; nothing is kept of it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    seen_at = models.DateTimeField(default=clock.now)

    class Meta:
        default_permissions = ()
        constraints = (models.UniqueConstraint(fields=("case", "user"), name="one_presence"),)
        indexes = (models.Index(fields=("seen_at",), name="presence_age"),)

    def __str__(self) -> str:
        return f"presence {self.pk}"
