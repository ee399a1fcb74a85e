"""What differs between PostgreSQL and SQLite when workers compete for a job."""

from typing import Any

from django.db import connection, transaction
from django.db.models import F

from backend.jobs.models import Job
from backend.jobs.querysets import JobQuerySet

# Enough that several workers on SQLite seldom all lose; small enough to be read in no time.
_CANDIDATES = 8


def take_first(ready: JobQuerySet, **changes: Any) -> Job | None:
    """Give the first of these jobs to exactly one caller, with one more attempt counted."""
    if connection.features.has_select_for_update_skip_locked:
        return _by_row_lock(ready, changes)
    return _by_conditional_update(ready, changes)


def _by_row_lock(ready: JobQuerySet, changes: dict[str, Any]) -> Job | None:
    with transaction.atomic():
        job = ready.select_for_update(skip_locked=True).first()
        if job is None:
            return None
        for name, value in (changes | {"attempts": job.attempts + 1}).items():
            setattr(job, name, value)
        job.save(update_fields=[*changes, "attempts"])
        return job


def _by_conditional_update(ready: JobQuerySet, changes: dict[str, Any]) -> Job | None:
    # One UPDATE statement is a write transaction of its own on SQLite: it locks for microseconds,
    # and an idle worker only reads, so it never holds up a person's request.
    while candidates := list(ready.values_list("pk", flat=True)[:_CANDIDATES]):
        for pk in candidates:
            if ready.filter(pk=pk).update(**changes, attempts=F("attempts") + 1):
                return Job.objects.get(pk=pk)
    return None
