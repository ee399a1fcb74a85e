"""The Tasks API's backend that stores jobs in the application's own database (setting TASKS)."""

from typing import Any
from uuid import UUID

from django.utils.module_loading import import_string

from backend.jobs.framework import BaseTaskBackend, Task, TaskResult, TaskResultDoesNotExist
from backend.jobs.models import Job
from backend.jobs.results import result_of
from backend.jobs.services import enqueue_job
from backend.jobs.task import MAX_ATTEMPTS, JobTask


class DatabaseBackend(BaseTaskBackend):
    """Enqueueing is an INSERT: a rolled back transaction takes its jobs with it."""

    task_class = JobTask
    supports_defer = True
    supports_get_result = True
    supports_priority = True

    def __init__(self, alias: str, params: dict[str, Any]) -> None:
        # No list of queues means any: a worker without --queues serves them all.
        super().__init__(alias, {"QUEUES": [], **params})

    def enqueue(self, task: Task[Any, Any], args: Any, kwargs: Any) -> TaskResult[Any]:
        self.validate_task(task)
        job = enqueue_job(
            task_path=task.module_path,
            args=args,
            kwargs=kwargs,
            queue=task.queue_name,
            priority=task.priority,
            run_after=task.run_after,
            max_attempts=getattr(task, "max_attempts", MAX_ATTEMPTS),
            unique_key=getattr(task, "unique_key", None),
        )
        return result_of(job, task)

    def get_result(self, result_id: str) -> TaskResult[Any]:
        try:
            job = Job.objects.get(pk=UUID(result_id))
            task = import_string(job.task_path)
        except (Job.DoesNotExist, ValueError, ImportError):
            raise TaskResultDoesNotExist(result_id) from None
        return result_of(job, task)
