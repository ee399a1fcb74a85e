"""Whether a service is open at a moment: its schedules, after RFC 5545, in the time of its place."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Any, Final
from zoneinfo import ZoneInfo

from dateutil import rrule

from backend.directory.calendars import zone_of
from backend.directory.models import Schedule

_DAY: Final = timedelta(days=1)
_WEEKDAYS: Final = {name: getattr(rrule, name) for name in ("MO", "TU", "WE", "TH", "FR", "SA", "SU")}
_BYDAY: Final = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")
_NUMBERS: Final = {"byweekno": 53, "bymonthday": 31, "byyearday": 366}
_FREQUENCIES: Final = {"WEEKLY": rrule.WEEKLY, "MONTHLY": rrule.MONTHLY}
# Recurrences are counted from their first day: one of long ago must not be walked through for ever.
_LONGEST: Final = timedelta(days=366 * 60)


class BrokenRule(Exception):
    """A schedule that says no recurrence: the field, and a code."""

    def __init__(self, field: str, code: str) -> None:
        self.field, self.code = field, code
        super().__init__(code)


def check_schedule(schedule: Schedule) -> None:
    """Raises BrokenRule where the parts of a schedule make no recurrence."""
    if ((schedule.interval or 1) != 1 or schedule.count) and not schedule.dtstart:
        raise BrokenRule("dtstart", "required_with_interval")
    for name in ("interval", "count"):
        number = getattr(schedule, name)
        if number is not None and not (1 <= number <= 10_000 and float(number).is_integer()):
            raise BrokenRule(name, "invalid_rule")
    if schedule.timezone is not None and not -12 <= schedule.timezone <= 14:
        raise BrokenRule("timezone", "invalid_rule")
    if schedule.valid_from and schedule.valid_to and schedule.valid_to < schedule.valid_from:
        raise BrokenRule("valid_to", "before_valid_from")
    _days_of_week(schedule)
    for name, most in _NUMBERS.items():
        _numbers(schedule, name, most)


def is_open(schedules: Iterable[Schedule], moment: datetime, country: str | None) -> bool:
    """Whether any of the schedules says open. Times without a zone are those of the country's clocks."""
    return any(_is_open(one, moment, country) for one in schedules)


def _is_open(schedule: Schedule, moment: datetime, country: str | None) -> bool:
    if not schedule.opens_at or not schedule.closes_at:
        return False
    opens, closes = _time(schedule.opens_at), _time(schedule.closes_at)
    local = moment.astimezone(_zone(schedule, country))
    now, today = local.time().replace(tzinfo=None), local.date()
    if opens < closes:
        return opens <= now < closes and falls_on(schedule, today)
    # Over midnight, or all day where both are the same.
    return (now >= opens and falls_on(schedule, today)) or (now < closes and falls_on(schedule, today - _DAY))


def _zone(schedule: Schedule, country: str | None) -> tzinfo:
    if found := re.search(r"(Z|([+-])(\d\d):?(\d\d))\Z", schedule.opens_at):
        if found[1] == "Z":
            return UTC
        offset = timedelta(hours=int(found[3]), minutes=int(found[4]))
        return timezone(-offset if found[2] == "-" else offset)
    if schedule.timezone is not None:
        return timezone(timedelta(hours=schedule.timezone))
    return ZoneInfo(zone_of(country)) if country else UTC


def _time(text: str) -> time:
    hours, minutes = int(text[:2]), int(text[3:5])
    # 24:00 is the next day's midnight: as a closing time it is later than every opening.
    return time(23, 59, 59, 999_999) if hours == 24 else time(hours, minutes)


def falls_on(schedule: Schedule, day: date) -> bool:
    """Whether the schedule's recurrence has an occurrence on a day."""
    first, last = schedule.valid_from, schedule.valid_to
    if (first and day < first) or (last and day > last):
        return False
    if schedule.dtstart and (day < schedule.dtstart or day - schedule.dtstart > _LONGEST):
        return False
    try:
        rule = _rule(schedule, day)
    except BrokenRule:
        return False
    if rule is None:
        return schedule.dtstart is None or schedule.dtstart == day
    # The rule ends on that day: what never occurs would otherwise be looked for until the year 9999.
    occurrences = list(rule)
    return (
        bool(occurrences)
        and occurrences[-1].date() == day
        and (not schedule.count or len(occurrences) <= schedule.count)
    )


def _rule(schedule: Schedule, day: date) -> rrule.rrule | None:
    """The recurrence; None where it names no days: then every day of its validity, or its first alone."""
    weekdays = _days_of_week(schedule)
    numbers: dict[str, Any] = {name: _numbers(schedule, name, most) for name, most in _NUMBERS.items()}
    if not schedule.freq and not weekdays:
        return None
    start = schedule.dtstart or day - timedelta(days=day.weekday() + 366)
    return rrule.rrule(
        _FREQUENCIES.get(schedule.freq, rrule.WEEKLY),
        dtstart=datetime.combine(start, time()),
        interval=int(schedule.interval or 1),
        until=datetime.combine(min(day, schedule.until or day), time()),
        wkst=_WEEKDAYS.get(schedule.wkst),
        byweekday=weekdays or None,
        **{name: found or None for name, found in numbers.items()},
    )


def _days_of_week(schedule: Schedule) -> list[Any]:
    days = []
    for part in filter(None, (part.strip() for part in schedule.byday.split(","))):
        found = _BYDAY.fullmatch(part)
        if found is None or (found[1] and schedule.freq != "MONTHLY"):
            raise BrokenRule("byday", "invalid_rule")
        days.append(_WEEKDAYS[found[2]](int(found[1])) if found[1] else _WEEKDAYS[found[2]])
    return days


def _numbers(schedule: Schedule, name: str, most: int) -> list[int]:
    numbers = []
    for part in filter(None, (part.strip() for part in getattr(schedule, name).split(","))):
        if not re.fullmatch(r"[+-]?[0-9]{1,3}", part) or not 1 <= abs(int(part)) <= most:
            raise BrokenRule(name, "invalid_rule")
        numbers.append(int(part))
    return numbers
