"""A journey becomes dated acts: in working hours of the place, nothing after the last day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any, Final
from zoneinfo import ZoneInfo

_WEEK: Final = timedelta(days=7)
# Any Monday: acts are written down from here on and moved by whole weeks, so that weekdays stay.
_SOMEWHERE: Final = date(2024, 1, 1)


@dataclass(frozen=True, slots=True, repr=False)
class Act:
    """Something that somebody does in a case; `by` is an e-mail address, empty for the complainant."""

    at: datetime
    what: str
    by: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


class Diary:
    """Writes the acts of one case down, in the local time of its partner."""

    def __init__(self, rng: Random, *, at_the_office: bool) -> None:
        self._rng = rng
        day = _SOMEWHERE + timedelta(days=rng.randint(0, 4 if at_the_office else 6))
        hour = rng.randint(9, 15) if at_the_office else rng.choice((7, 8, 12, 13, 18, 19, 20, 21, 22, 23))
        self._moment = datetime.combine(day, time(hour, rng.randint(0, 59)))
        self._acts: list[Act] = []

    @property
    def began(self) -> date:
        return self._acts[0].at.date()

    def wait(self, least: int, most: int) -> None:
        """Let days pass, to a moment when an office is open."""
        day = self._moment.date() + timedelta(days=self._rng.randint(least, most))
        if day == self._moment.date() and day.weekday() < 5 and 8 <= self._moment.hour < 16:
            self._moment += timedelta(minutes=self._rng.randint(4, 50))
            return
        if day == self._moment.date() and self._moment.hour >= 8:
            day += timedelta(days=1)
        day += timedelta(days=(0, 0, 0, 0, 0, 2, 1)[day.weekday()])
        self._moment = datetime.combine(day, time(self._rng.randint(8, 15), self._rng.randint(0, 59)))

    def shortly_after(self) -> None:
        """Go on with the same piece of work."""
        self._moment += timedelta(minutes=self._rng.randint(2, 9))

    def write(self, what: str, by: str = "", **facts: Any) -> None:
        self._acts.append(Act(self._moment, what, by, facts))

    def ended(self, last_day: date, *, idle: int, time_zone: str) -> tuple[Act, ...]:
        """The acts, the last of them `idle` days (or up to a week more) before the last day."""
        return _moved(
            self._acts, _weeks(self._acts[-1].at.date(), last_day - timedelta(days=idle)), time_zone
        )

    def begun(self, first_day: date, last_day: date, *, time_zone: str) -> tuple[Act, ...]:
        """The acts so that the first lies on a day, or a few days before, and none after the last day."""
        latest = _weeks(self._acts[-1].at.date(), last_day)
        return _moved(self._acts, min(_weeks(self.began, first_day), latest), time_zone)


def _weeks(day: date, wanted: date) -> timedelta:
    return (wanted - day) // _WEEK * _WEEK


def _moved(acts: Iterable[Act], shift: timedelta, time_zone: str) -> tuple[Act, ...]:
    zone = ZoneInfo(time_zone)
    return tuple(Act((act.at + shift).replace(tzinfo=zone), act.what, act.by, act.facts) for act in acts)
