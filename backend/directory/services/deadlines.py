"""Due dates by law: when a term ends, and why, in words that a person can check."""

import calendar as month_lengths
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import formats, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from backend.common.languages import label_in
from backend.directory.calendars import DAY, Calendar, Decree
from backend.directory.kinds import TermUnit
from backend.directory.models import CalendarOverride, DeadlineRule


@dataclass(frozen=True)
class DueDate:
    """A due date and what it was worked out from. `explanation` is plain JSON, to be stored beside it."""

    date: date
    calendar_version: str
    explanation: Mapping[str, Any]


def calendar_of(country: str) -> Calendar:
    """A country's working days as known now: one query."""
    decrees = CalendarOverride.objects.filter(country=country)
    return Calendar(country, {row.date: Decree(row.date, row.working, row.names) for row in decrees})


def due_date(rule: DeadlineRule, *, counted_from: date, calendar: Calendar | None = None) -> DueDate:
    """When a term that begins on a day ends. That day is day 0. Raises CalendarEnds."""
    calendar = calendar or calendar_of(rule.country)
    calendar.require_known(counted_from)
    counted, skipped = _count(rule, counted_from, calendar)
    due = calendar.next_working(counted) if rule.roll else counted
    explanation = {
        "rule": rule.code,
        "rule_version": rule.version,
        "country": rule.country,
        "from": counted_from.isoformat(),
        "number": rule.number,
        "unit": rule.unit,
        "ends": counted.isoformat(),
        "skipped": [_told(day, calendar) for day in skipped],
        "rolled_over": [_told(counted + DAY * step, calendar) for step in range((due - counted).days)],
        "due": due.isoformat(),
        "certainty": rule.certainty,
        "verified": rule.is_verified,
    }
    return DueDate(due, calendar.version, explanation)


def _count(rule: DeadlineRule, start: date, calendar: Calendar) -> tuple[date, list[date]]:
    """The last day of the term, and the holidays on weekdays that did not count."""
    if rule.unit == TermUnit.WORKING_DAY:
        return _working_days_after(start, rule.number, calendar)
    if rule.unit == TermUnit.MONTH:
        return _months_after(start, rule.number), []
    # The hour of arrival is not known, only the day: 48 hours are two days, 50 are three.
    days = -(-rule.number // 24) if rule.unit == TermUnit.HOUR else rule.number
    return start + timedelta(days=days), []


def _working_days_after(start: date, number: int, calendar: Calendar) -> tuple[date, list[date]]:
    day, left, skipped = start, number, []
    while left:
        day += DAY
        if calendar.is_working(day):
            left -= 1
        elif calendar.holiday(day) and day.weekday() < 5:
            skipped.append(day)
    return day, skipped


def _months_after(start: date, number: int) -> date:
    """The same day of a later month, or that month's last: 31 January and one month is 28 February."""
    months = start.year * 12 + start.month - 1 + number
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(start.day, month_lengths.monthrange(year, month)[1]))


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


def explain(due: DueDate | Mapping[str, Any], language: str) -> str:
    """The reckoning in a person's language, from a due date or from its stored explanation."""
    facts = due.explanation if isinstance(due, DueDate) else due
    with translation.override(language.lower()):
        sentences = [_counted(facts), *_moved(facts, language), *_warnings(facts)]
    return " ".join(sentences)


def _counted(facts: Mapping[str, Any]) -> str:
    term = _("%(term)s from %(start)s: %(end)s.") % {
        "term": _term(facts["number"], facts["unit"]),
        "start": _day(facts["from"]),
        "end": _day(facts["ends"]),
    }
    if not facts["skipped"]:
        return term
    days = ", ".join(_day(told["date"]) for told in facts["skipped"])
    free = ngettext("%(days)s is a holiday.", "%(days)s are holidays.", len(facts["skipped"]))
    return f"{term} {free % {'days': days}}"


def _moved(facts: Mapping[str, Any], language: str) -> list[str]:
    if not facts["rolled_over"]:
        return []
    first = facts["rolled_over"][0]
    reason = label_in(first["names"], language) or _("weekend")
    return [
        _("%(end)s is not a working day (%(reason)s); the next one is %(due)s.")
        % {"end": _day(first["date"]), "reason": reason, "due": _day(facts["due"])}
    ]


def _warnings(facts: Mapping[str, Any]) -> list[str]:
    sentences = []
    if any(told["estimated"] for told in (*facts["skipped"], *facts["rolled_over"])):
        sentences.append(_("The date of a holiday in between is an estimate."))
    if not facts["verified"]:
        sentences.append(_("The term itself has not been verified; a lawyer has to confirm it."))
    return sentences


def _term(number: int, unit: str) -> str:
    counted = {
        TermUnit.HOUR: ngettext("%(number)d hour", "%(number)d hours", number),
        TermUnit.CALENDAR_DAY: ngettext("%(number)d calendar day", "%(number)d calendar days", number),
        TermUnit.WORKING_DAY: ngettext("%(number)d working day", "%(number)d working days", number),
        TermUnit.MONTH: ngettext("%(number)d month", "%(number)d months", number),
    }
    return counted[TermUnit(unit)] % {"number": number}


def _day(day: str) -> str:
    # Translators: how a date is written, in Django's letters: j day, F month, Y year.
    return formats.date_format(date.fromisoformat(day), _("j F Y"))
