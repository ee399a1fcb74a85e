"""A stored job in the words of the Tasks API."""

from typing import Any

from backend.jobs.framework import DEFAULT_TASK_BACKEND_ALIAS, Task, TaskError, TaskResult, TaskResultStatus
from backend.jobs.models import Job
from backend.jobs.stages import JobState

_STATUS = {
    JobState.READY: TaskResultStatus.READY,
    JobState.RUNNING: TaskResultStatus.RUNNING,
    JobState.DONE: TaskResultStatus.SUCCESSFUL,
    JobState.DEAD: TaskResultStatus.FAILED,
}


def result_of(job: Job, task: Task[Any, Any]) -> TaskResult[Any]:
    """The job as a TaskResult. Return values and tracebacks are not kept: they may hold personal content."""
    errors = (
        [TaskError(exception_class_path=job.last_error_class, traceback="")] if job.last_error_class else []
    )
    return TaskResult(
        task=task,
        id=str(job.pk),
        status=_STATUS[JobState(job.state)],
        enqueued_at=job.created_at,
        started_at=job.started_at,
        finished_at=job.finished_at,
        last_attempted_at=job.started_at,
        args=job.args,
        kwargs=job.kwargs,
        backend=DEFAULT_TASK_BACKEND_ALIAS,
        errors=errors,
        # The API counts attempts by this list; who made the earlier ones is not kept.
        worker_ids=[job.worker] * job.attempts,
    )
