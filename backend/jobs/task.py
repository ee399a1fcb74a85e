"""The `task` decorator of this project: a task of the Tasks API that also knows how often it is tried."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Self, TypeVar, overload

from typing_extensions import ParamSpec

from backend.jobs.framework import (
    DEFAULT_TASK_BACKEND_ALIAS,
    DEFAULT_TASK_PRIORITY,
    DEFAULT_TASK_QUEUE_NAME,
    Task,
)

P = ParamSpec("P")
T = TypeVar("T")

# With the delays of `services.retries` ten tries spread over about four hours.
MAX_ATTEMPTS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class JobTask(Task[P, T]):
    """A task whose jobs are rows. It may run twice (a killed worker), so it must bear that."""

    max_attempts: int = MAX_ATTEMPTS
    unique_key: str | None = None

    def using(
        self,
        *,
        priority: int | None = None,
        queue_name: str | None = None,
        run_after: datetime | None = None,
        backend: str | None = None,
        max_attempts: int | None = None,
        unique_key: str | None = None,
    ) -> Self:
        """The same task with other settings. A unique key gives back the unfinished job that has it."""
        asked: dict[str, Any] = {
            "priority": priority,
            "queue_name": queue_name,
            "run_after": run_after,
            "backend": backend,
            "max_attempts": max_attempts,
            "unique_key": unique_key,
        }
        return replace(self, **{name: value for name, value in asked.items() if value is not None})


@overload
def task(function: Callable[P, T]) -> JobTask[P, T]: ...


@overload
def task(
    *, priority: int = ..., queue_name: str = ..., max_attempts: int = ...
) -> Callable[[Callable[P, T]], JobTask[P, T]]: ...


def task(
    function: Callable[P, T] | None = None,
    *,
    priority: int = DEFAULT_TASK_PRIORITY,
    queue_name: str = DEFAULT_TASK_QUEUE_NAME,
    max_attempts: int = MAX_ATTEMPTS,
) -> JobTask[P, T] | Callable[[Callable[P, T]], JobTask[P, T]]:
    """Make a module-level function a task: `send.enqueue(letter_id)` stores a job, a worker calls `send`."""

    def wrap(func: Callable[P, T]) -> JobTask[P, T]:
        return JobTask(
            func=func,
            priority=priority,
            queue_name=queue_name,
            backend=DEFAULT_TASK_BACKEND_ALIAS,
            max_attempts=max_attempts,
        )

    return wrap(function) if function is not None else wrap
