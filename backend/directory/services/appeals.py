"""How long an appeal is possible, by the rule of the term that was answered badly or not at all."""

from datetime import date
from enum import StrEnum
from typing import Any, Final

from backend.directory.calendars import Calendar
from backend.directory.models import DeadlineRule
from backend.directory.services.deadlines import DueDate, due_date

# The day from which a term runs: what the law calls the term of the body that decides on an appeal.
_DECIDES_ON_APPEAL: Final = frozenset({"complaint_received", "complaint_to_commissioner"})
FROM_FIRST_ARRIVAL: Final = "arrived_at_first_body"
"""The trigger of a second body's term that runs from the day on which the first body had the request."""


class Since(StrEnum):
    """What a window is counted from; its day is day 0."""

    REFUSAL = "refusal"
    PARTIAL = "partial"
    # Something was written that answers nothing.
    NON_ANSWER = "non_answer"
    # The term ended, and by law that is a refusal.
    SILENCE = "silence"
    # The term ended, and nobody has verified what that means: counted as a refusal, to be on the safe side.
    UNSURE = "unsure"


def appeal_window(
    rule: DeadlineRule, *, since: Since, day: date, calendar: Calendar | None = None
) -> DueDate | None:
    """Until when an appeal is possible; None where the rule knows no time for one.

    Counted and rolled like the rule's own term. Raises CalendarEnds.
    """
    if not rule.appeal_number:
        return None
    found = due_date(_as_term(rule, rule.appeal_number), counted_from=day, calendar=calendar)
    return DueDate(found.date, found.calendar_version, {**found.explanation, "since": since.value})


def term_of_appeal_body(rule: DeadlineRule, day: date) -> DeadlineRule | None:
    """The term in which the body that hears the appeal decides, where the same law has exactly one."""
    return _only(_of_same_law(rule, day).filter(trigger__in=_DECIDES_ON_APPEAL).exclude(pk=rule.pk))


def term_of_second_body(rule: DeadlineRule, day: date) -> DeadlineRule | None:
    """The term of the body to which the first one passes the request, where the same law has exactly one."""
    return _only(_of_same_law(rule, day).filter(trigger=FROM_FIRST_ARRIVAL))


def _of_same_law(rule: DeadlineRule, day: date) -> Any:
    return DeadlineRule.objects.valid_on(day).filter(country=rule.country, law=rule.law)


def _only(found: Any) -> DeadlineRule | None:
    rules = list(found[:2])
    return rules[0] if len(rules) == 1 else None


def _as_term(rule: DeadlineRule, number: int) -> DeadlineRule:
    """The time for an appeal as a term of its own; never saved."""
    return DeadlineRule(
        code=rule.code,
        version=rule.version,
        country=rule.country,
        number=number,
        unit=rule.appeal_unit,
        roll=rule.roll,
        certainty=rule.certainty,
        verified_on=rule.verified_on,
    )
