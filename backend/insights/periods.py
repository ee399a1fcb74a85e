"""Periods of a statistic and the months, quarters or years that it is told in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from django.db import models
from django.utils.translation import gettext_lazy as _

from backend.common.errors import Invalid

EARLIEST: Final = date(2000, 1, 1)
LATEST: Final = date(2099, 12, 31)
MOST_COLUMNS: Final = 60
_TWO_YEARS: Final = timedelta(days=740)
_SIX_YEARS: Final = timedelta(days=2200)


class Interval(models.TextChoices):
    MONTH = "month", _("Month")
    QUARTER = "quarter", _("Quarter")
    YEAR = "year", _("Year")


_MONTHS: Final = {Interval.MONTH: 1, Interval.QUARTER: 3, Interval.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Period:
    """From a day to a day, both counted."""

    first: date
    last: date

    def is_one_year(self) -> bool:
        """Whether it is a calendar year from its first day to its last."""
        return self == year_of(self.first)

    def moments(self, time_zone: str) -> tuple[datetime, datetime]:
        """The first moment in it and the first one after it, where the partner sits."""
        zone = ZoneInfo(time_zone)
        return (
            datetime.combine(self.first, time.min, zone),
            datetime.combine(self.last + timedelta(days=1), time.min, zone),
        )


@dataclass(frozen=True, slots=True)
class Stretch:
    """One column of time: `2026-03`, `2026-Q1`, `2026`, as far as it lies in the period."""

    code: str
    period: Period


def year_of(day: date) -> Period:
    """The calendar year of a day."""
    return Period(date(day.year, 1, 1), date(day.year, 12, 31))


def period_between(first: date, last: date) -> Period:
    """A period that can be counted. Raises Invalid."""
    if not EARLIEST <= first <= LATEST:
        raise Invalid.field("date_from", "out_of_range", _("Choose a day between 2000 and 2099."))
    if not EARLIEST <= last <= LATEST:
        raise Invalid.field("date_to", "out_of_range", _("Choose a day between 2000 and 2099."))
    if last < first:
        raise Invalid.field("date_to", "before_start", _("The period ends before it begins."))
    return Period(first, last)


def fitting_interval(period: Period) -> Interval:
    """Months for up to two years, quarters for up to six, years beyond."""
    length = period.last - period.first
    if length <= _TWO_YEARS:
        return Interval.MONTH
    return Interval.QUARTER if length <= _SIX_YEARS else Interval.YEAR


def stretches(period: Period, interval: Interval) -> list[Stretch]:
    """The period in months, quarters or years. Raises Invalid where that gives too many columns."""
    found = list(_stretches(period, interval))
    if len(found) > MOST_COLUMNS:
        raise Invalid.field("interval", "too_many", _("Choose a shorter period or longer intervals."))
    return found


def _stretches(period: Period, interval: Interval) -> Iterator[Stretch]:
    months = _MONTHS[interval]
    month = period.first.month - (period.first.month - 1) % months
    begins = date(period.first.year, month, 1)
    while begins <= period.last:
        after = _months_later(begins, months)
        inside = Period(max(begins, period.first), min(after - timedelta(days=1), period.last))
        yield Stretch(_code(begins, interval), inside)
        begins = after


def _code(begins: date, interval: Interval) -> str:
    if interval == Interval.YEAR:
        return f"{begins.year}"
    if interval == Interval.QUARTER:
        return f"{begins.year}-Q{(begins.month + 2) // 3}"
    return f"{begins.year}-{begins.month:02}"


def _months_later(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)
