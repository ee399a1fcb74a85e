"""The table of requests that carried an Idempotency-Key: nothing in it can be read without that key."""

from django.db import models
from django.db.models import Q

from backend.common import clock
from backend.idempotency.stages import RecordState


class IdempotencyRecord(models.Model):
    """One request of one caller under one key, and its answer, sealed under that key."""

    # Keyed digests: who has only the database can neither guess keys nor compare bodies.
    digest = models.CharField(max_length=64, primary_key=True)
    fingerprint = models.CharField(max_length=64)
    state = models.CharField(max_length=12, choices=RecordState, default=RecordState.IN_PROGRESS)
    status = models.PositiveSmallIntegerField(null=True)
    answer = models.BinaryField(null=True)
    # Which of several attempts holds the key now, and until when nobody may take it over.
    claim = models.UUIDField()
    claimed_until = models.DateTimeField()
    created_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state=RecordState.IN_PROGRESS, status__isnull=True, answer__isnull=True)
                | Q(state=RecordState.DONE, status__range=(200, 299), answer__isnull=False),
                name="idempotency_done_has_answer",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.state} until {self.expires_at:%Y-%m-%d %H:%M}"
