"""Which jobs are meant: ready, lost, given up, long finished."""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models

from backend.jobs.stages import JobState

if TYPE_CHECKING:
    from backend.jobs.models import Job  # the model names this class as its manager


class JobQuerySet(models.QuerySet["Job"]):
    def ready(self, now: datetime, queues: Collection[str] = ()) -> Self:
        """Jobs whose time has come, the most urgent first; no queues named means all of them."""
        due = self.filter(state=JobState.READY, run_after__lte=now)
        if queues:
            due = due.filter(queue__in=queues)
        return due.order_by("-priority", "run_after")

    def lost(self, now: datetime) -> Self:
        """Jobs whose worker let the lease run out: it was killed, or it hangs."""
        return self.filter(state=JobState.RUNNING, lease_until__lt=now)

    def dead(self) -> Self:
        """Jobs that were given up, the latest first."""
        return self.filter(state=JobState.DEAD).order_by("-finished_at", "id")

    def held_by(self, job: "Job") -> Self:
        """That job, as long as the very attempt that was claimed still holds it."""
        return self.filter(pk=job.pk, state=JobState.RUNNING, worker=job.worker, attempts=job.attempts)
