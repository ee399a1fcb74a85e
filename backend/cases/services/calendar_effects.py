"""What a decree would do to running clocks and to appeals, before it is entered. Nothing is written."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Q
from django.db.models.functions import Coalesce

from backend.cases.models import InstitutionReferral
from backend.cases.services.clocks import facts_of
from backend.cases.stages import CLOCK_RUNS
from backend.common import clock, secondlock
from backend.common.errors import NotAllowed, Problem
from backend.directory.calendars import DAY, Calendar, Decree
from backend.directory.services.appeals import Since, appeal_window
from backend.directory.services.deadlines import calendar_of, reckon
from backend.partners.actors import Actor

# Beyond that, the look says that there are more: it holds a web process.
MOST: Final = 2_000


@dataclass(frozen=True, slots=True)
class Move:
    """So many end on another day."""

    before: date
    after: date
    count: int


@dataclass(frozen=True, slots=True)
class Effect:
    """What a decree moves: numbers and days, of all partners together; whose they are is in no answer."""

    clocks: list[Move]
    appeals: list[Move]
    looked_at: int
    is_all: bool


def effect_of_day(*, country: str, day: date, working: bool | None, actor: Actor) -> Effect:
    """What moves when a day becomes free or working by decree, or (None) is again what the package says.

    Raises NotAllowed, CalendarEnds.
    """
    if not actor.keeps_platform:
        raise NotAllowed()
    now = calendar_of(country)
    then = _with(now, day, working)
    then.require_known(day)
    # The numbers leave, and nothing that tells whose cases these are.
    with secondlock.everything(secondlock.Errand.DECREE):
        return _effect(country, day, now, then)


def _effect(country: str, day: date, now: Calendar, then: Calendar) -> Effect:
    clocks = _running(country, day)
    appeals = _open_windows(country, day)
    looked_at = [*clocks[:MOST], *appeals[:MOST]]
    return Effect(
        clocks=_moves(_clock_ends(one, now, then) for one in clocks[:MOST]),
        appeals=_moves(_window_ends(one, now, then) for one in appeals[:MOST]),
        looked_at=len(looked_at),
        is_all=len(looked_at) == len(clocks) + len(appeals),
    )


def _with(calendar: Calendar, day: date, working: bool | None) -> Calendar:
    decrees = {known: decree for known, decree in calendar.decrees.items() if known != day}
    if working is not None:
        decrees[day] = Decree(day, working, {})
    return Calendar(calendar.country, decrees)


def _running(country: str, day: date) -> list[InstitutionReferral]:
    """Clocks in whose count the day lies. Where a term rolls, the free days after its last one belong to it,
    and its due date is behind them."""
    found = InstitutionReferral.objects.filter(
        state__in=CLOCK_RUNS, deadline_rule__country=country, due_at__gte=day
    )
    begun = found.annotate(begins=Coalesce("counted_from", "sent_on")).filter(begins__lt=day)
    read = begun.select_related("deadline_rule").prefetch_related("pauses").only(*_READ)
    return list(read.order_by("pk")[: MOST + 1])


def _open_windows(country: str, day: date) -> list[InstitutionReferral]:
    today = clock.now().date() - DAY
    found = InstitutionReferral.objects.filter(
        Q(appeal_until__gte=day) & Q(appeal_until__gte=today), deadline_rule__country=country
    )
    read = found.select_related("deadline_rule").only("appeal_explanation", "deadline_rule")
    return list(read.order_by("pk")[: MOST + 1])


_READ: Final = (
    *("sent_on", "counted_from", "deadline_rule", "extension_letter_on"),
    *("extension_number", "extension_unit", "extended_until"),
)


def _clock_ends(referral: InstitutionReferral, now: Calendar, then: Calendar) -> tuple[date, date] | None:
    rule = referral.deadline_rule
    if rule is None:
        return None
    facts = facts_of(referral)
    try:
        return reckon(rule, facts, calendar=now).date, reckon(rule, facts, calendar=then).date
    except Problem:
        # One clock that runs out of the known calendar hides none of the others.
        return None


def _window_ends(referral: InstitutionReferral, now: Calendar, then: Calendar) -> tuple[date, date] | None:
    rule, told = referral.deadline_rule, referral.appeal_explanation
    if rule is None or told is None:
        return None
    since, day = Since(told["since"]), date.fromisoformat(told["from"])
    try:
        found = [appeal_window(rule, since=since, day=day, calendar=one) for one in (now, then)]
    except Problem:
        return None
    before, after = found
    return (before.date, after.date) if before and after else None


def _moves(ends: Iterable[tuple[date, date] | None]) -> list[Move]:
    moved = Counter(one for one in ends if one is not None and one[0] != one[1])
    return [Move(before, after, count) for (before, after), count in sorted(moved.items())]
