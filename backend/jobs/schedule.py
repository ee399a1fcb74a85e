"""Work that comes back: `@schedule.every(hours=1)` or `@schedule.daily("06:30", zone)` above `@task`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from types import MappingProxyType
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from backend.jobs.framework import Task

AnyTask = TypeVar("AnyTask", bound=Task[Any, Any])


@dataclass(frozen=True)
class Rhythm:
    """When a named task is due: at an interval, or daily at a wall-clock time somewhere."""

    name: str
    task: Task[Any, Any]
    interval: timedelta | None = None
    at: time | None = None
    time_zone: str = "UTC"

    def first_after(self, now: datetime) -> datetime:
        """The first time after a moment at which nothing was due before."""
        return self.next_after(now, previous=now)

    def next_after(self, now: datetime, *, previous: datetime) -> datetime:
        """The next time after now, in step with the previous one; times missed in between are passed over."""
        if self.interval is not None:
            return previous + self.interval * ((now - previous) // self.interval + 1)
        return _next_daily(now, self.at or time(), ZoneInfo(self.time_zone))


def _next_daily(now: datetime, at: time, zone: ZoneInfo) -> datetime:
    # An hour that the change of clocks skips is taken an hour later, one that it repeats only once.
    today = now.astimezone(zone).date()
    due = datetime.combine(today, at, zone).astimezone(UTC)
    return due if due > now else datetime.combine(today + timedelta(days=1), at, zone).astimezone(UTC)


_registered: dict[str, Rhythm] = {}


def every(
    *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0, name: str | None = None
) -> Callable[[AnyTask], AnyTask]:
    """Run the task at this interval, counted from the first start of a worker."""
    interval = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    if interval < timedelta(seconds=1) or interval.microseconds:
        raise ValueError("an interval is at least a second, and whole seconds")
    return lambda task: _register(task, Rhythm(name or task.module_path, task, interval=interval))


def daily(at: str, time_zone: str = "UTC", *, name: str | None = None) -> Callable[[AnyTask], AnyTask]:
    """Run the task each day at HH:MM on the clocks of a time zone."""
    moment = datetime.strptime(at, "%H:%M").time()
    ZoneInfo(time_zone)  # a misspelt zone fails at start, not at night
    return lambda task: _register(
        task, Rhythm(name or task.module_path, task, at=moment, time_zone=time_zone)
    )


def registered() -> Mapping[str, Rhythm]:
    """All rhythms that the loaded code declares, by name."""
    return MappingProxyType(_registered)


def _register(task: AnyTask, rhythm: Rhythm) -> AnyTask:
    known = _registered.get(rhythm.name)
    if known is not None and known.task.module_path != rhythm.task.module_path:
        raise ValueError(f"two tasks are scheduled as {rhythm.name}")
    _registered[rhythm.name] = rhythm
    return task
