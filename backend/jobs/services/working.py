"""Claiming jobs, running them, and taking up those whose worker died."""

import logging
import time
import traceback
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils.module_loading import import_string

from backend.common import clock, secondlock
from backend.jobs import engines
from backend.jobs.errors import UnknownTaskError
from backend.jobs.framework import Task, TaskContext
from backend.jobs.models import Job
from backend.jobs.results import result_of
from backend.jobs.services.retries import retry_delay
from backend.jobs.stages import JobState

logger = logging.getLogger("dosja.jobs")

# Renewed four times before it runs out; a killed worker's job comes back after at most this long.
LEASE = timedelta(minutes=2)
WORKER_LOST = "WorkerLost"

# What an upper floor wants done after each job, in its thread, whether it failed or not. It must not raise.
AFTER_EACH: list[Callable[[], object]] = []


@dataclass(frozen=True)
class Outcome:
    """How an attempt ended. The exception stays in memory; it is stored and logged by class only."""

    job_id: UUID
    state: JobState | None
    error: BaseException | None = None


def claim_job(*, worker: str, queues: Collection[str] = (), lease: timedelta = LEASE) -> Job | None:
    """Take the most urgent ready job for this worker; None when nothing is due."""
    now = clock.now()
    return engines.take_first(
        Job.objects.ready(now, queues),
        state=JobState.RUNNING,
        worker=worker,
        lease_until=now + lease,
        started_at=now,
    )


def run_claimed(job: Job) -> Outcome:
    """Call the task of a claimed job and store how it went."""
    started = time.monotonic()
    try:
        _call(job)
    except (Exception, SystemExit) as error:
        outcome = _failed(job, error, started)
    else:
        outcome = _succeeded(job, started)
    for follow in AFTER_EACH:
        follow()
    return outcome


def run_ready(*, worker: str, queues: Collection[str] = (), lease: timedelta = LEASE) -> list[Outcome]:
    """Run all that is due, and what that makes due, one after the other in this thread."""
    outcomes = []
    while job := claim_job(worker=worker, queues=queues, lease=lease):
        outcomes.append(run_claimed(job))
    return outcomes


def renew_leases(*, jobs: Sequence[Job], lease: timedelta = LEASE) -> None:
    """Say that this worker is alive and still at these jobs."""
    for job in jobs:
        Job.objects.held_by(job).update(lease_until=clock.now() + lease)


def recover_lost_jobs() -> int:
    """Make the jobs of killed workers ready again; give up those whose attempts are used up."""
    recovered = 0
    for job in Job.objects.lost(clock.now()):
        # Conditional, since the worker may have renewed or finished since the row was read.
        held = Job.objects.held_by(job).lost(clock.now())
        state = JobState.DEAD if job.attempts >= job.max_attempts else JobState.READY
        if held.update(**_ending(state), run_after=clock.now(), last_error_class=WORKER_LOST):
            logger.warning(
                "job.%s %s error=%s", "recovered" if state == "ready" else "dead", _facts(job), WORKER_LOST
            )
            recovered += 1
    return recovered


def _call(job: Job) -> None:
    try:
        task = import_string(job.task_path)
    except ImportError as error:
        raise UnknownTaskError(job.task_path) from error
    # Only what is declared as a task is ever called, whatever path a row holds.
    if not isinstance(task, Task):
        raise UnknownTaskError(job.task_path)
    context = (TaskContext(task_result=result_of(job, task)),) if task.takes_context else ()
    with secondlock.everything(secondlock.Errand.JOB):
        task.call(*context, *job.args, **job.kwargs)


def _succeeded(job: Job, started: float) -> Outcome:
    ended = Job.objects.held_by(job).update(**_ending(JobState.DONE), last_error_class="")
    if not ended:
        return _lease_lost(job, None)
    logger.info("job.done %s ms=%d", _facts(job), _milliseconds(started))
    return Outcome(job.pk, JobState.DONE)


def _failed(job: Job, error: BaseException, started: float) -> Outcome:
    state = JobState.DEAD if job.attempts >= job.max_attempts else JobState.READY
    error_class = _class_of(error)
    delay = retry_delay(job.attempts)
    ended = Job.objects.held_by(job).update(
        **_ending(state), run_after=clock.now() + delay, last_error_class=error_class[:200]
    )
    if not ended:
        return _lease_lost(job, error)
    level = logging.ERROR if state is JobState.DEAD else logging.WARNING
    again = "" if state is JobState.DEAD else f" again_in={delay.total_seconds():.0f}s"
    word = "dead" if state is JobState.DEAD else "failed"
    line = "job.%s %s ms=%d error=%s at=%s%s"
    logger.log(level, line, word, _facts(job), _milliseconds(started), error_class, _place_of(error), again)
    return Outcome(job.pk, state, error)


def _lease_lost(job: Job, error: BaseException | None) -> Outcome:
    # Somebody else has the job now; what this attempt did stands, and its end is not ours to write.
    logger.warning("job.lease_lost %s", _facts(job))
    return Outcome(job.pk, None, error)


def _ending(state: JobState) -> dict[str, object]:
    finished = None if state is JobState.READY else clock.now()
    return {"state": state, "lease_until": None, "worker": "", "finished_at": finished}


def _facts(job: Job) -> str:
    return f"id={job.pk} task={job.task_path} queue={job.queue} attempt={job.attempts}/{job.max_attempts}"


def _milliseconds(started: float) -> int:
    return round((time.monotonic() - started) * 1000)


def _class_of(error: BaseException) -> str:
    return f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")


def _place_of(error: BaseException) -> str:
    """File and line of our own code where it went wrong: enough to find it, nothing of what it held."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "site-packages" not in frame.filename] or list(frames)
    return "/".join(ours[-1].filename.split("/")[-3:]) + f":{ours[-1].lineno}"
