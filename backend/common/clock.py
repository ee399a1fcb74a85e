"""The time as every service sees it: one place to ask it, and to hold it for tests and demonstration."""

import contextlib
import contextvars
from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

_held: contextvars.ContextVar[datetime | None] = contextvars.ContextVar("held_time", default=None)


def now() -> datetime:
    """The present moment, aware, UTC."""
    return _held.get() or timezone.now()


def today(time_zone: str) -> date:
    """The calendar day in a place: legal dates count days where the institution sits."""
    return day_of(now(), time_zone)


def day_of(moment: datetime, time_zone: str) -> date:
    """The calendar day of an aware moment in a place."""
    return moment.astimezone(ZoneInfo(time_zone)).date()


@contextlib.contextmanager
def frozen(at: datetime) -> Iterator[None]:
    """Hold the time at an aware moment inside the block."""
    token = _held.set(at)
    try:
        yield
    finally:
        _held.reset(token)
