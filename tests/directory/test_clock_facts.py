"""Pauses and extensions of a term, by hand and as promises that hold for any of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.common import clock
from backend.directory.calendars import COUNTRIES, Calendar, Decree, day_in, today_in
from backend.directory.kinds import TermUnit
from backend.directory.models import DeadlineRule
from backend.directory.services.deadlines import DueDate, Extension, Facts, Pause, reckon
from backend.directory.services.explanations import explain

W, C, M, H = "working_day", "calendar_day", "month", "hour"
LANGUAGES = ["sq", "sr-Latn", "sr-Cyrl", "ka", "en"]


def rule(country: str, number: int, unit: str, *, roll: bool = True, **fields: object) -> DeadlineRule:
    given = {"code": "test", "certainty": "v", **fields}
    return DeadlineRule(country=country, number=number, unit=unit, roll=roll, **given)


def day(text: str) -> date:
    return date.fromisoformat(text)


def pause(begins: str, ends: str) -> Pause:
    return Pause(day(begins), day(ends))


def until(letter_on: str, named: str) -> Extension:
    return Extension(day(letter_on), until=day(named))


def found(made: DeadlineRule, facts: Facts) -> DueDate:
    return reckon(made, facts, calendar=Calendar(made.country))


@pytest.mark.parametrize(
    ("made", "start", "pauses", "due"),
    [
        # 10 days to 11 June; five days stood still (4 to 8): 16 June.
        (rule("AL", 10, C), "2026-06-01", [pause("2026-06-03", "2026-06-08")], "2026-06-16"),
        # 2, 3 | stood 4-8 | 9, 10, 11: five working days. The weekend in the pause is no more than the pause.
        (rule("AL", 5, W), "2026-06-01", [pause("2026-06-03", "2026-06-08")], "2026-06-11"),
        # Stopped and let go on one day: nothing stood.
        (rule("AL", 10, C), "2026-06-01", [pause("2026-06-03", "2026-06-03")], "2026-06-11"),
        # Stopped on the day of sending: all ten days are left on 8 June.
        (rule("AL", 10, C), "2026-06-01", [pause("2026-06-01", "2026-06-08")], "2026-06-18"),
        # One month to 12 July, a Sunday; 10 days stood: 22 July, a Wednesday.
        (rule("GE", 1, M), "2026-06-12", [pause("2026-06-20", "2026-06-30")], "2026-07-22"),
        # Two pauses: 11 June + 2 = 13, and the second began before that: + 5 = 18.
        (
            rule("AL", 10, C),
            "2026-06-01",
            [pause("2026-06-03", "2026-06-05"), pause("2026-06-12", "2026-06-17")],
            "2026-06-18",
        ),
        # Over before the pause began: nothing changes.
        (rule("AL", 10, C), "2026-06-01", [pause("2026-06-11", "2026-06-30")], "2026-06-11"),
        # 7 days to Saturday 13 June, due Monday 15; stopped on Sunday 14 until Thursday 18: due on that day.
        (rule("AL", 7, C), "2026-06-06", [pause("2026-06-14", "2026-06-18")], "2026-06-18"),
    ],
)
def test_days_on_which_the_clock_stood_do_not_count(
    made: DeadlineRule, start: str, pauses: list[Pause], due: str
) -> None:
    assert found(made, Facts(day(start), pauses)).date == day(due)


@pytest.mark.parametrize(
    ("made", "start", "extension", "due"),
    [
        # 10 Feb + 7 = 17 Feb (a holiday, but the first term has not to roll) + 15 = 4 March, a Wednesday.
        (rule("XK", 7, C), "2026-02-10", Extension(day("2026-02-16"), 15, C), "2026-03-04"),
        # Until a day that the letter names; Saturday 14 March, so Tuesday 17 (16 is free).
        (
            rule("AL", 10, C),
            "2026-02-20",
            Extension(day("2026-03-01"), until=day("2026-03-14")),
            "2026-03-17",
        ),
        # A day before the term's own end takes nothing away.
        (
            rule("AL", 10, C),
            "2026-06-01",
            Extension(day("2026-06-02"), until=day("2026-06-05")),
            "2026-06-11",
        ),
        # 10 working days to 15 June, and 5 more: 16-19, 22.
        (rule("AL", 10, W), "2026-06-01", Extension(day("2026-06-10"), 5, W), "2026-06-22"),
    ],
)
def test_the_institutions_letter_gives_it_more_time(
    made: DeadlineRule, start: str, extension: Extension, due: str
) -> None:
    assert found(made, Facts(day(start), extension=extension)).date == day(due)


def test_a_pause_after_the_letter_moves_the_day_that_the_letter_named_and_one_before_does_not() -> None:
    made, extension = rule("AL", 10, C, roll=False), Extension(day("2026-06-05"), until=day("2026-06-26"))
    before = Facts(day("2026-06-01"), [pause("2026-06-02", "2026-06-04")], extension)
    after = Facts(day("2026-06-01"), [pause("2026-06-22", "2026-06-25")], extension)
    assert found(made, before).date == day("2026-06-26")
    assert found(made, after).date == day("2026-06-29")


@pytest.mark.parametrize("language", LANGUAGES)
def test_pause_extension_and_standstill_are_told_in_every_language(language: str) -> None:
    facts = Facts(
        day("2026-03-13"),
        [pause("2026-03-16", "2026-03-17")],
        Extension(day("2026-03-18"), 5, W),
        stands_since=day("2026-03-19"),
    )
    told = explain(found(rule("XK", 10, W), facts), language)
    assert "%(" not in told
    assert told.count("2026") >= 7
    if language != "en":
        english = explain(found(rule("XK", 10, W), facts), "en")
        assert not any(sentence in told for sentence in english.split(". ") if len(sentence) > 12)


def test_the_english_sentences() -> None:
    facts = Facts(day("2026-03-13"), [pause("2026-03-16", "2026-03-18")], Extension(day("2026-03-18"), 5, W))
    assert explain(found(rule("XK", 10, W, certainty="?"), facts), "en") == (
        "10 working days from 13 March 2026: 1 April 2026. 20 March 2026; 6, 9 April 2026 are holidays. "
        "From 16 March 2026 to 18 March 2026 the clock stood: 2 days do not count. "
        "Extended by the institution's letter of 18 March 2026 (5 working days more): until 10 April 2026. "
        "The holiday on 20 March 2026 is an estimate, until it is announced. "
        "The term itself is not verified; do not rely on it before a lawyer has confirmed it."
    )


@pytest.mark.parametrize(
    ("number", "latin", "cyrillic"),
    [
        (1, "1 radni dan", "1 радни дан"),
        (2, "2 radna dana", "2 радна дана"),
        (5, "5 radnih dana", "5 радних дана"),
        (11, "11 radnih dana", "11 радних дана"),
        (21, "21 radni dan", "21 радни дан"),
        (22, "22 radna dana", "22 радна дана"),
    ],
)
def test_serbian_counts_in_three_forms(number: int, latin: str, cyrillic: str) -> None:
    due = found(rule("XK", number, W), Facts(day("2026-06-01")))
    assert explain(due, "sr-Latn").startswith(f"{latin} ")
    assert explain(due, "sr-Cyrl").startswith(f"{cyrillic} ")


def test_an_explanation_stored_before_clocks_could_be_paused_is_still_told() -> None:
    stored = dict(found(rule("AL", 10, W), Facts(day("2026-03-13"))).explanation)
    for later in ("pauses", "extension", "stands_since", "days"):
        del stored[later]
    assert explain(stored, "en").startswith("10 working days from 13 March 2026: 1 April 2026.")


# 23:30 on the spot, on the days around the change of clocks (29 March and 25 October 2026; Georgia has none).
@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("local", ["2026-03-28", "2026-03-29", "2026-10-24", "2026-10-25", "2026-12-31"])
@pytest.mark.parametrize("hour", [(0, 0), (0, 30), (2, 30), (23, 30)])
def test_what_arrives_late_in_the_evening_counts_for_that_day(
    country: str, local: str, hour: tuple[int, int]
) -> None:
    zones = {"AL": "Europe/Tirane", "GE": "Asia/Tbilisi"}
    zone = ZoneInfo(zones.get(country, "Europe/Belgrade"))
    moment = datetime(*day(local).timetuple()[:3], *hour, tzinfo=zone).astimezone(UTC)
    assert day_in(country, moment) == day(local)
    with clock.frozen(moment):
        assert today_in(country) == day(local)


def test_utc_is_a_day_behind_where_it_matters() -> None:
    moment = datetime(2026, 3, 13, 20, 30, tzinfo=UTC)
    assert day_in("GE", moment) == date(2026, 3, 14)
    assert day_in("AL", moment) == date(2026, 3, 13)


def test_a_term_over_the_change_of_clocks_has_as_many_days_as_any_other() -> None:
    for start in ("2026-03-24", "2026-10-20"):
        assert found(rule("XK", 48, H, roll=False), Facts(day(start))).date == day(start) + timedelta(days=2)
        assert found(rule("XK", 10, C, roll=False), Facts(day(start))).date == day(start) + timedelta(days=10)


DAYS = st.dates(date(2021, 1, 1), date(2034, 12, 31))
UNITS = st.sampled_from(TermUnit.values)
TERMS = st.builds(rule, st.sampled_from(COUNTRIES), st.integers(1, 40), UNITS, roll=st.booleans())


@st.composite
def clocks(draw: Callable) -> Facts:
    """A start, up to three pauses after one another, and perhaps an extension."""
    start = at = draw(DAYS)
    pauses = []
    for _number in range(draw(st.integers(0, 3))):
        begins = at + timedelta(days=draw(st.integers(0, 20)))
        at = begins + timedelta(days=draw(st.integers(0, 15)))
        pauses.append(Pause(begins, at))
    letter = start + timedelta(days=draw(st.integers(0, 20)))
    by_term = st.builds(Extension, st.just(letter), st.integers(1, 30), UNITS)
    by_day = st.builds(
        lambda days: Extension(letter, until=start + timedelta(days=days)), st.integers(1, 120)
    )
    return Facts(start, pauses, draw(st.none() | by_term | by_day))


@settings(max_examples=150, deadline=None)
@given(TERMS, clocks())
def test_a_due_date_is_never_on_a_free_day_when_the_rule_rolls(made: DeadlineRule, facts: Facts) -> None:
    due = found(made, facts).date
    assert due > facts.counted_from
    assert not made.roll or Calendar(made.country).is_working(due)


@settings(max_examples=150, deadline=None)
@given(TERMS, clocks(), st.integers(0, 90))
def test_one_more_holiday_never_makes_a_date_earlier(made: DeadlineRule, facts: Facts, after: int) -> None:
    free = facts.counted_from + timedelta(days=after)
    changed = Calendar(made.country, {free: Decree(free, working=False, names={"en": "Decree"})})
    assert reckon(made, facts, calendar=changed).date >= found(made, facts).date


@settings(max_examples=150, deadline=None)
@given(TERMS, clocks(), st.integers(1, 40))
def test_a_longer_term_never_ends_earlier(made: DeadlineRule, facts: Facts, more: int) -> None:
    longer = rule(made.country, made.number + more, made.unit, roll=made.roll)
    assert found(longer, facts).date >= found(made, facts).date


@settings(max_examples=150, deadline=None)
@given(TERMS, clocks(), st.integers(0, 30))
def test_a_longer_pause_never_makes_a_date_earlier(made: DeadlineRule, facts: Facts, more: int) -> None:
    without = replace(facts, pauses=facts.pauses[:-1])
    assert found(made, facts).date >= found(made, without).date
    if facts.pauses:
        last = facts.pauses[-1]
        longer = Pause(last.begins, last.ends + timedelta(days=more))
        assert (
            found(made, replace(facts, pauses=[*facts.pauses[:-1], longer])).date >= found(made, facts).date
        )


@settings(max_examples=150, deadline=None)
@given(TERMS, clocks())
def test_an_extension_never_takes_time_away(made: DeadlineRule, facts: Facts) -> None:
    assert found(made, facts).date >= found(made, replace(facts, extension=None)).date


@settings(max_examples=150, deadline=None)
@given(TERMS, clocks())
def test_the_days_of_the_explanation_add_up(made: DeadlineRule, facts: Facts) -> None:
    told = found(made, facts).explanation
    due, rolled = day(told["due"]), len(told["rolled_over"])
    assert sum(told["days"].values()) + rolled == (due - facts.counted_from).days
    assert told["days"]["holiday"] == len(told["skipped"])
    assert min(told["days"].values()) >= 0
