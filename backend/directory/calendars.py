"""Working days of a country: public holidays of the `holidays` package, and the decrees that change them."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final

import holidays

from backend.common import clock
from backend.directory.errors import CalendarEnds

DAY: Final = timedelta(days=1)
_SATURDAY: Final = 5

# What the package speaks, by country: its Serbian is Latin for Kosovo and Cyrillic for Serbia.
_SPOKEN: Final[dict[str, dict[str, str]]] = {
    "AL": {"en": "en_US", "sq": "sq"},
    "XK": {"en": "en_US", "sq": "sq", "sr-Latn": "sr"},
    "GE": {"en": "en_US", "ka": "ka"},
    "RS": {"en": "en_US", "sr-Cyrl": "sr"},
}

_ZONES: Final[dict[str, str]] = {
    "AL": "Europe/Tirane",
    "XK": "Europe/Belgrade",
    "GE": "Asia/Tbilisi",
    "RS": "Europe/Belgrade",
}


COUNTRIES: Final = tuple(_ZONES)


def zone_of(country: str) -> str:
    """The clocks of a country."""
    return _ZONES[country]


def today_in(country: str) -> date:
    """The calendar day where an institution of that country sits."""
    return clock.today(_ZONES[country])


def day_in(country: str, moment: datetime) -> date:
    """The calendar day there at a moment: what arrives at 23:30 counts for that day, whatever UTC says."""
    return clock.day_of(moment, _ZONES[country])


@dataclass(frozen=True)
class Holiday:
    """A day on which offices are closed, by its names."""

    date: date
    names: Mapping[str, str]
    # The package marks days of the moon calendar as estimated until they are announced (all of Kosovo's are).
    is_estimate: bool = False


@dataclass(frozen=True)
class Decree:
    """A day that a decree made working or free."""

    date: date
    working: bool
    names: Mapping[str, str]


@dataclass(frozen=True)
class Calendar:
    """The working days of one country."""

    country: str
    decrees: Mapping[date, Decree] = field(default_factory=dict)

    @property
    def version(self) -> str:
        """Names what this calendar knew, so that a due date worked out from older knowledge is recognised."""
        decrees = (self.decrees[day] for day in sorted(self.decrees))
        facts = [(decree.date.isoformat(), decree.working, dict(decree.names)) for decree in decrees]
        known = json.dumps(facts, sort_keys=True).encode()
        return f"holidays-{holidays.__version__}+{hashlib.sha256(known).hexdigest()[:8]}"

    def require_known(self, day: date) -> None:
        """Refuse a day of which the package knows nothing. Raises CalendarEnds."""
        _holidays(self.country, day.year)

    def holiday(self, day: date) -> Holiday | None:
        """The holiday on a day, on a weekend too; None where there is none or a decree took it away."""
        if decree := self.decrees.get(day):
            return None if decree.working else Holiday(day, decree.names)
        return _holidays(self.country, day.year).get(day)

    def is_working(self, day: date) -> bool:
        """Whether offices are open."""
        if decree := self.decrees.get(day):
            return decree.working
        return day.weekday() < _SATURDAY and self.holiday(day) is None

    def next_working(self, day: date) -> date:
        """The day itself, or the first working day after it."""
        while not self.is_working(day):
            day += DAY
        return day


@lru_cache(maxsize=64)
def _holidays(country: str, year: int) -> Mapping[date, Holiday]:
    """A country's holidays of one year, complete before anybody looks.

    The package's own object fills itself at the first look at a year and marks the year as known before it is
    full: shared between threads, a holiday can be missed. Outside its range it knows no holidays and does not
    say so. Days moved from a weekend ("observed") are in it for AL, XK and RS; Georgia moves none.
    """
    package = getattr(holidays, country)
    if not package.start_year <= year <= package.end_year:
        raise CalendarEnds(country=country, year=year)
    spoken = {ours: package(years=[year], language=theirs) for ours, theirs in _SPOKEN[country].items()}
    return {
        day: Holiday(
            day, {ours: names[day] for ours, names in spoken.items() if day in names}, "estimated" in english
        )
        for day, english in spoken["en"].items()
    }
