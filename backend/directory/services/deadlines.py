"""Due dates by law: when a term ends, worked out from its facts: start, rule, pauses, extension, calendar."""

import calendar as month_lengths
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final

from backend.directory.calendars import DAY, Calendar, Decree
from backend.directory.kinds import TermUnit
from backend.directory.models import CalendarOverride, DeadlineRule

_SATURDAY: Final = 5


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch in which the clock stood: stopped on a day that still counts, let go on one that does not."""

    begins: date
    ends: date

    @property
    def days(self) -> int:
        return (self.ends - self.begins).days


@dataclass(frozen=True, slots=True)
class Extension:
    """More time by the institution's letter: a further term after the first, or a day that it names."""

    letter_on: date
    number: int | None = None
    unit: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What a clock is reckoned from, beside its rule. `stands_since`: stopped, and not running again yet."""

    counted_from: date
    pauses: Sequence[Pause] = ()
    extension: Extension | None = None
    stands_since: date | None = None


@dataclass(frozen=True)
class DueDate:
    """A due date and what it was worked out from. `explanation` is plain JSON, to be stored beside it."""

    date: date
    calendar_version: str
    explanation: Mapping[str, Any]


@dataclass
class _Count:
    """The counting of one clock; every day of it falls under the one reason why it counted or not."""

    calendar: Calendar
    pauses: Sequence[Pause]
    roll: bool
    counted: int = 0
    weekend: int = 0
    paused: int = 0
    skipped: list[date] = field(default_factory=list)

    def term_after(self, start: date, number: int, unit: str) -> date:
        """The last day of a term, before rolling; what stood still in it does not count."""
        if unit == TermUnit.WORKING_DAY:
            return self._working_days_after(start, number)
        if unit == TermUnit.MONTH:
            end = _months_after(start, number)
        else:
            # The hour of arrival is not known, only the day: 48 hours are two days, 50 are three.
            end = start + timedelta(days=-(-number // 24) if unit == TermUnit.HOUR else number)
        self.counted += (end - start).days
        for pause in self.pauses:
            if start <= pause.begins < end:
                self.paused += pause.days
                end += DAY * pause.days
        return end

    def extended(self, ends: date, extension: Extension | None) -> date:
        """The end with the institution's extension, which never takes time away."""
        if extension is None:
            return ends
        if extension.until is None:
            # The further term follows the first one's last day, also where that one would have rolled.
            return self.term_after(ends, extension.number or 0, extension.unit)
        without = self.stopped_before_opening(ends)
        until, stood = extension.until, 0
        for pause in self.pauses:
            # What stood still before the letter was known to the institution when it named the day.
            if extension.letter_on <= pause.begins < until:
                until += DAY * pause.days
                stood += pause.days if pause.begins >= without else 0
        if until <= without:
            return without
        self.paused += stood
        self.counted += (until - without).days - stood
        return until

    def stopped_before_opening(self, last: date) -> date:
        """The end of a clock that was stopped on the free days between its last day and the next open one."""
        for pause in self.pauses if self.roll else ():
            if last <= pause.begins < self.calendar.next_working(last):
                self.paused += (pause.ends - last).days
                last = pause.ends
        return last

    def told(self) -> dict[str, int]:
        """How many days of each sort lie between start and end; together they are all of them."""
        sorts = {"counted": self.counted, "weekend": self.weekend, "paused": self.paused}
        return {**sorts, "holiday": len(self.skipped)}

    def _working_days_after(self, start: date, number: int) -> date:
        day, left = start, number
        while left:
            day += DAY
            if any(pause.begins < day <= pause.ends for pause in self.pauses):
                self.paused += 1
            elif self.calendar.is_working(day):
                self.counted += 1
                left -= 1
            elif self.calendar.holiday(day) and day.weekday() < _SATURDAY:
                self.skipped.append(day)
            else:
                self.weekend += 1
        return day


def calendar_of(country: str) -> Calendar:
    """A country's working days as known now: one query."""
    decrees = CalendarOverride.objects.filter(country=country)
    return Calendar(country, {row.date: Decree(row.date, row.working, row.names) for row in decrees})


def due_date(rule: DeadlineRule, *, counted_from: date, calendar: Calendar | None = None) -> DueDate:
    """When a term that begins on a day ends. That day is day 0. Raises CalendarEnds."""
    return reckon(rule, Facts(counted_from), calendar=calendar)


def reckon(rule: DeadlineRule, facts: Facts, *, calendar: Calendar | None = None) -> DueDate:
    """The due date by all that is known of a clock. Of one that stands: as if it ran again the same day.

    Pauses are in order and do not overlap. Raises CalendarEnds.
    """
    calendar = calendar or calendar_of(rule.country)
    calendar.require_known(facts.counted_from)
    count = _Count(calendar, facts.pauses, rule.roll)
    ends = count.term_after(facts.counted_from, rule.number, rule.unit)
    last = count.stopped_before_opening(count.extended(ends, facts.extension))
    due = calendar.next_working(last) if rule.roll else last
    explanation = {
        **_rule_told(rule),
        "from": facts.counted_from.isoformat(),
        "ends": ends.isoformat(),
        "pauses": [_pause_told(pause) for pause in facts.pauses],
        "extension": _extension_told(facts.extension, last),
        "stands_since": facts.stands_since.isoformat() if facts.stands_since else None,
        "skipped": [_told(day, calendar) for day in count.skipped],
        "days": count.told(),
        "rolled_over": [_told(last + DAY * step, calendar) for step in range((due - last).days)],
        "due": due.isoformat(),
    }
    return DueDate(due, calendar.version, explanation)


def _months_after(start: date, number: int) -> date:
    """The same day of a later month, or that month's last: 31 January and one month is 28 February."""
    months = start.year * 12 + start.month - 1 + number
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(start.day, month_lengths.monthrange(year, month)[1]))


def _rule_told(rule: DeadlineRule) -> dict[str, Any]:
    return {
        "rule": rule.code,
        "rule_version": rule.version,
        "country": rule.country,
        "number": rule.number,
        "unit": rule.unit,
        "certainty": rule.certainty,
        "verified": rule.is_verified,
    }


def _pause_told(pause: Pause) -> dict[str, Any]:
    return {"from": pause.begins.isoformat(), "to": pause.ends.isoformat(), "days": pause.days}


def _extension_told(extension: Extension | None, last: date) -> dict[str, Any] | None:
    if extension is None:
        return None
    return {
        "letter_on": extension.letter_on.isoformat(),
        "number": extension.number,
        "unit": extension.unit,
        "until": extension.until.isoformat() if extension.until else None,
        "ends": last.isoformat(),
    }


def _told(day: date, calendar: Calendar) -> dict[str, Any]:
    holiday = calendar.holiday(day)
    if holiday is None:
        return {"date": day.isoformat(), "reason": "weekend", "names": {}, "estimated": False}
    return {
        "date": day.isoformat(),
        "reason": "holiday",
        "names": dict(holiday.names),
        "estimated": holiday.is_estimate,
    }
