"""Making the jobs of scheduled work: each occurrence once, a missed one once, however many workers run."""

from typing import Any

from django.db import transaction

from backend.common import clock
from backend.jobs import schedule
from backend.jobs.models import Schedule
from backend.jobs.schedule import Rhythm
from backend.jobs.services.queueing import enqueue_job
from backend.jobs.task import MAX_ATTEMPTS


def synchronise_schedules() -> None:
    """Write down the schedules that the code declares; a changed one starts its rhythm anew."""
    stored = Schedule.objects.in_bulk(list(schedule.registered()), field_name="name")
    for rhythm in schedule.registered().values():
        row = stored.get(rhythm.name)
        if row is None or _definition(rhythm) != {name: getattr(row, name) for name in _definition(rhythm)}:
            fresh = _definition(rhythm) | {"next_run_at": rhythm.first_after(clock.now())}
            Schedule.objects.update_or_create(name=rhythm.name, defaults=fresh)


def start_due_schedules() -> int:
    """Store a job for everything scheduled that is due. Returns how many."""
    # Rows of a newer or older version of the code are that version's workers' business.
    due = Schedule.objects.filter(next_run_at__lte=clock.now(), name__in=list(schedule.registered()))
    return sum(_start(row, schedule.registered()[row.name]) for row in due)


@transaction.atomic
def _start(row: Schedule, rhythm: Rhythm) -> bool:
    now = clock.now()
    following = rhythm.next_after(now, previous=row.next_run_at)
    # Whoever moves the time on stores the job, in one transaction: two workers cannot both, none is lost.
    if not Schedule.objects.filter(pk=row.pk, next_run_at=row.next_run_at).update(
        next_run_at=following, last_run_at=now
    ):
        return False
    enqueue_job(
        task_path=rhythm.task.module_path,
        queue=rhythm.task.queue_name,
        priority=rhythm.task.priority,
        max_attempts=getattr(rhythm.task, "max_attempts", MAX_ATTEMPTS),
        # Work that takes longer than its interval is not piled up behind itself.
        unique_key=f"schedule:{rhythm.name}",
    )
    return True


def _definition(rhythm: Rhythm) -> dict[str, Any]:
    interval = rhythm.interval
    return {
        "task_path": rhythm.task.module_path,
        "every_seconds": int(interval.total_seconds()) if interval is not None else None,
        "daily_at": rhythm.at,
        "time_zone": rhythm.time_zone,
    }
