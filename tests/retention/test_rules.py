"""Which rule applies, and on which day a case is due: the table, and whatever rules a partner thinks of."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.cases.models import Outcome
from backend.cases.stages import RUNNING, State
from backend.common.kinds import CaseKind
from backend.retention.rules import (
    ENDED,
    PRECEDENCE,
    Rule,
    day_with_notice,
    due_on,
    ending_of,
    rule_for,
    suggested_rules,
)
from backend.retention.stages import HIGHEST_MONTHS, LOWEST_MONTHS, NOTICE, Ending

KINDS, ENDINGS = [kind.value for kind in CaseKind], [ending.value for ending in Ending]
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 12, 31))
MONTHS = st.integers(LOWEST_MONTHS, HIGHEST_MONTHS)
PLACES = st.tuples(st.sampled_from(["", *KINDS]), st.sampled_from(["", *ENDINGS]))
SETS = st.dictionaries(PLACES, MONTHS, max_size=12).map(
    lambda places: [Rule(months, kind, ending) for (kind, ending), months in places.items()]
)


@pytest.mark.parametrize("place", range(len(PRECEDENCE)))
def test_the_most_specific_rule_wins(place: int) -> None:
    rules = [
        Rule(6 + number, "corruption" if kind else "", "refused" if ending else "")
        for number, (kind, ending) in enumerate(PRECEDENCE)
    ]
    found = rule_for(rules[place:], kind="corruption", ending="refused")
    assert found == rules[place]


def test_how_a_case_ended_says_more_than_its_kind() -> None:
    rules = [Rule(60, kind="corruption"), Rule(12, ending="withdrawn")]
    assert rule_for(rules, kind="corruption", ending="withdrawn") == rules[1]


@given(SETS, st.sampled_from(KINDS), st.sampled_from(ENDINGS))
def test_a_rule_that_applies_fits_and_none_that_fits_is_more_specific(
    rules: list[Rule], kind: str, ending: str
) -> None:
    fitting = [rule for rule in rules if rule.kind in ("", kind) and rule.ending in ("", ending)]
    found = rule_for(rules, kind=kind, ending=ending)
    if not fitting:
        assert found is None, "without a rule a case is kept"
        return
    assert found in fitting
    assert found == max(fitting, key=lambda rule: (bool(rule.ending), bool(rule.kind)))
    assert rule_for(rules[::-1], kind=kind, ending=ending) == found, "whatever the order"


@given(DAYS, MONTHS)
def test_a_case_is_due_on_the_same_day_months_later_or_the_last_of_a_shorter_month(
    ended_on: date, months: int
) -> None:
    due = due_on(ended_on, months)
    assert (due.year * 12 + due.month) - (ended_on.year * 12 + ended_on.month) == months
    assert due.day == min(ended_on.day, calendar.monthrange(due.year, due.month)[1])


@given(DAYS, DAYS, MONTHS)
def test_whoever_ended_later_is_due_no_sooner(one: date, other: date, months: int) -> None:
    first, second = sorted((one, other))
    assert due_on(first, months) <= due_on(second, months)


@given(DAYS, MONTHS, DAYS)
def test_the_announced_day_is_never_before_the_rule_s_nor_within_the_time_of_notice(
    ended_on: date, months: int, today: date
) -> None:
    day, due = day_with_notice(due_on(ended_on, months), today), due_on(ended_on, months)
    assert day >= due and day >= today + NOTICE
    assert day in (due, today + NOTICE)


@pytest.mark.parametrize(
    ("ended_on", "months", "due"),
    [
        (date(2026, 1, 31), 25, date(2028, 2, 29)),
        (date(2026, 1, 31), 13, date(2027, 2, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 11, 26), 36, date(2029, 11, 26)),
    ],
)
def test_days_that_a_person_can_check(ended_on: date, months: int, due: date) -> None:
    assert due_on(ended_on, months) == due


@pytest.mark.parametrize("state", State.values)
def test_only_what_has_ended_has_an_ending(state: str) -> None:
    outcome = Outcome.REFUSED.value if state in (State.RESOLVED, State.CLOSED) else ""
    ending = ending_of(state, outcome)
    assert (ending is not None) == (state in ENDED)
    assert state not in RUNNING or ending is None
    if state == State.RESOLVED:
        assert ending is None, "its author may still object"


def test_every_outcome_is_an_ending() -> None:
    assert set(Outcome.values) <= set(Ending.values)


def test_what_is_suggested_is_allowed_and_says_something_of_every_case() -> None:
    rules = suggested_rules()
    assert all(LOWEST_MONTHS <= rule.months <= HIGHEST_MONTHS for rule in rules)
    assert all(rule_for(rules, kind=kind, ending=ending) for kind in KINDS for ending in ENDINGS)
    assert timedelta(days=30) == NOTICE
