"""The tables of background work: jobs, and the schedules that make them."""

import uuid

from django.db import models
from django.db.models import F, Q

from backend.common import clock
from backend.jobs.querysets import JobQuerySet
from backend.jobs.stages import UNFINISHED, JobState


class Job(models.Model):
    """One call of one task, to be made once its time has come, and again until it succeeds."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    task_path = models.CharField(max_length=200)
    args = models.JSONField(default=list)
    kwargs = models.JSONField(default=dict)
    queue = models.CharField(max_length=40, default="default")
    priority = models.SmallIntegerField(default=0)
    unique_key = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=8, choices=JobState, default=JobState.READY)
    attempts = models.PositiveSmallIntegerField(default=0)
    max_attempts = models.PositiveSmallIntegerField()
    run_after = models.DateTimeField(default=clock.now)
    lease_until = models.DateTimeField(null=True)
    worker = models.CharField(max_length=80, blank=True)
    # The class alone: the text of an exception may hold a name, a number or a message.
    last_error_class = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(default=clock.now)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=JobState.values), name="job_state_known"),
            # A running job without a lease would never be taken up again after its worker died.
            models.CheckConstraint(
                condition=~Q(state=JobState.RUNNING) | Q(lease_until__isnull=False),
                name="job_running_has_lease",
            ),
            models.UniqueConstraint(
                fields=["unique_key"],
                condition=Q(state__in=UNFINISHED) & ~Q(unique_key=""),
                name="job_unique_while_unfinished",
            ),
        ]
        # Partial, because finished jobs are nearly all rows and no worker ever asks for them.
        indexes = [
            models.Index(
                F("priority").desc(), "run_after", condition=Q(state=JobState.READY), name="job_ready"
            ),
            models.Index(fields=["lease_until"], condition=Q(state=JobState.RUNNING), name="job_running"),
            models.Index(fields=["finished_at"], condition=Q(finished_at__isnull=False), name="job_finished"),
        ]

    def __str__(self) -> str:
        return f"{self.task_path} {self.id}"


class Schedule(models.Model):
    """When a task that comes back is due next. The rows follow the code; only the times are kept here."""

    name = models.CharField(max_length=200, unique=True)
    task_path = models.CharField(max_length=200)
    every_seconds = models.PositiveIntegerField(null=True)
    daily_at = models.TimeField(null=True)
    time_zone = models.CharField(max_length=60, default="UTC")
    next_run_at = models.DateTimeField()
    last_run_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(every_seconds__isnull=False, daily_at__isnull=True)
                | Q(every_seconds__isnull=True, daily_at__isnull=False),
                name="schedule_every_or_daily",
            ),
        ]

    def __str__(self) -> str:
        return self.name
