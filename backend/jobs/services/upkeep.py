"""What people and the purge do with stored jobs: look, start again, clear away."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Count, Min, Q

from backend.common import clock
from backend.jobs.errors import AnotherWaits, NoSuchJob, NotDead
from backend.jobs.models import Job, Schedule
from backend.jobs.stages import JobState

KEEP_FINISHED = timedelta(days=7)
KEEP_FORGOTTEN_SCHEDULES = timedelta(days=30)

# Small enough that SQLite's one writer is never kept from a person's request.
_BATCH = 500


@dataclass(frozen=True)
class Backlog:
    """How much waits; `oldest_due` long ago means that no worker runs."""

    ready: int
    running: int
    dead: int
    oldest_due: datetime | None


def backlog() -> Backlog:
    """Count the unfinished and given-up jobs."""
    now = clock.now()
    counted = Job.objects.exclude(state=JobState.DONE).aggregate(
        ready=Count("pk", filter=Q(state=JobState.READY)),
        running=Count("pk", filter=Q(state=JobState.RUNNING)),
        dead=Count("pk", filter=Q(state=JobState.DEAD)),
        oldest_due=Min("run_after", filter=Q(state=JobState.READY, run_after__lte=now)),
    )
    return Backlog(**counted)


def retry_dead_job(*, job_id: UUID) -> Job:
    """Start a given-up job again, with all its attempts. Raises NoSuchJob, NotDead or AnotherWaits."""
    job = Job.objects.filter(pk=job_id).first()
    if job is None:
        raise NoSuchJob()
    if not _revive(job):
        raise NotDead()
    job.refresh_from_db()
    return job


def retry_all_dead_jobs() -> int:
    """Start every given-up job again; those whose work already waits elsewhere are left. Returns how many."""
    revived = 0
    for job in Job.objects.dead():
        try:
            revived += _revive(job)
        except AnotherWaits:
            continue
    return revived


def purge_finished_jobs() -> int:
    """Delete jobs that were done a week ago, and say how many. Given-up ones stay for a person to see."""
    old = Job.objects.filter(state=JobState.DONE, finished_at__lt=clock.now() - KEEP_FINISHED)
    deleted = 0
    while batch := list(old.values_list("pk", flat=True)[:_BATCH]):
        deleted += Job.objects.filter(pk__in=batch, state=JobState.DONE).delete()[0]
    # Rows that no worker's code has known for a month; a rolling update never takes that long.
    Schedule.objects.filter(next_run_at__lt=clock.now() - KEEP_FORGOTTEN_SCHEDULES).delete()
    return deleted


def _revive(job: Job) -> bool:
    dead = Job.objects.filter(pk=job.pk, state=JobState.DEAD)
    try:
        with transaction.atomic():
            changed = dead.update(state=JobState.READY, attempts=0, run_after=clock.now(), finished_at=None)
    except IntegrityError as error:
        raise AnotherWaits() from error
    return bool(changed)
