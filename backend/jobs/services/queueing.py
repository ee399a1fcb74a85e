"""Storing a job, in the caller's transaction: rolled back with the change it belongs to."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Q

from backend.common import clock
from backend.jobs.errors import UnsuitableArgumentsError
from backend.jobs.framework import normalize_json
from backend.jobs.models import Job
from backend.jobs.stages import UNFINISHED

# Ids, codes and numbers fit easily; a message or a letter does not, and must not be stored here.
LONGEST_ARGUMENTS = 2000

# Each further round needs another job with the same key to be stored and finished in between.
_ROUNDS = 5


def enqueue_job(
    *,
    task_path: str,
    args: Sequence[Any] = (),
    kwargs: Mapping[str, Any] | None = None,
    queue: str = "default",
    priority: int = 0,
    run_after: datetime | None = None,
    max_attempts: int,
    unique_key: str | None = None,
) -> Job:
    """Store a job for a worker; with a unique key, give back the unfinished one that already has it."""
    job = Job(
        task_path=task_path,
        args=normalize_json(list(args)),
        kwargs=normalize_json(dict(kwargs or {})),
        queue=queue,
        priority=priority,
        run_after=run_after or clock.now(),
        max_attempts=max_attempts,
        unique_key=unique_key or "",
    )
    _require_short(job)
    if not unique_key:
        job.save(force_insert=True)
        return job
    return _insert_or_find(job)


def _insert_or_find(job: Job) -> Job:
    ours_or_theirs = Q(pk=job.pk) | Q(unique_key=job.unique_key, state__in=UNFINISHED)
    for _ in range(_ROUNDS):
        # ON CONFLICT DO NOTHING waits for a competing transaction and, unlike catching
        # IntegrityError, leaves the caller's own transaction usable on PostgreSQL.
        Job.objects.bulk_create([job], ignore_conflicts=True)
        found = Job.objects.filter(ours_or_theirs).first()
        if found is not None:
            return found
    raise RuntimeError(f"a job of {job.task_path} kept finishing while its successor was being stored")


def _require_short(job: Job) -> None:
    if len(json.dumps([job.args, job.kwargs])) > LONGEST_ARGUMENTS:
        raise UnsuitableArgumentsError(f"{job.task_path}: pass ids, not contents")
