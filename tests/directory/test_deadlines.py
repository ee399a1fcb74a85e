"""Due dates by law, checked against reckonings made by hand."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.directory.calendars import Calendar, Decree, _holidays
from backend.directory.errors import CalendarEnds
from backend.directory.kinds import TermUnit
from backend.directory.models import DeadlineRule
from backend.directory.services.deadlines import calendar_of, due_date
from backend.directory.services.explanations import explain
from tests.factories.directory import CalendarOverrideFactory, DeadlineRuleFactory


def rule(country, number, unit, *, roll=True, **fields):
    fields = {"code": "test-rule", "certainty": "v", **fields}
    return DeadlineRule(country=country, number=number, unit=unit, roll=roll, **fields)


@pytest.mark.parametrize(
    ("country", "number", "unit", "start", "due"),
    [
        # Holidays on weekdays: 16 Mar (Summer Day moved), 20 Mar (Eid), 23 Mar (Nowruz moved).
        # 17 18 19 | 24 25 26 27 | 30 31 | 1 Apr: ten.
        ("AL", 10, "working_day", "2026-03-13", "2026-04-01"),
        # 23 Nov, 30 Nov, 1 Dec and 8 Dec are free. 24 25 26 27 | 2 3 4 | 7 | 9 | 10 Dec: ten.
        ("AL", 10, "working_day", "2026-11-20", "2026-12-10"),
        # 10 + 7 = 17 Feb, Independence Day, a Tuesday; 18 Feb is open.
        ("XK", 7, "calendar_day", "2026-02-10", "2026-02-18"),
        # 12 Apr is Easter Sunday, 13 Apr Easter Monday.
        ("GE", 1, "month", "2026-03-12", "2026-04-14"),
        # February has no 31st; the 28th is a Saturday; 2 Mar a Monday (3 Mar would be Mother's Day).
        ("GE", 1, "month", "2026-01-31", "2026-03-02"),
        # 2028 is a leap year: 29 Feb, a Tuesday.
        ("GE", 1, "month", "2028-01-31", "2028-02-29"),
        # 30 days from 1 Dec = 31 Dec, a Thursday and open in Albania.
        ("AL", 30, "calendar_day", "2026-12-01", "2026-12-31"),
        # 31 days = 1 Jan, 2 Jan 2027 free (a Saturday, so 4 Jan too); 5 Jan.
        ("AL", 31, "calendar_day", "2026-12-01", "2027-01-05"),
        # Counting over the turn of the year: 31 Dec (1) | 1 Jan free, 2-3 weekend, 4 free | 5 (2), 6 (3).
        ("AL", 3, "working_day", "2026-12-30", "2027-01-06"),
        # Filed on a Sunday: that day is day 0, Monday 1 June is the first.
        ("XK", 1, "working_day", "2026-05-31", "2026-06-01"),
        # Filed on a holiday: 17 Feb is day 0.
        ("XK", 5, "working_day", "2026-02-17", "2026-02-24"),
        # Serbia: 15 Feb 2026 is a Sunday, so 16 and 17 Feb are free. 13 (1) | 18 (2).
        ("RS", 2, "working_day", "2026-02-12", "2026-02-18"),
        # Two months: 30 Dec 2026 + 2 = 28 Feb 2027, a Sunday; 1 Mar.
        ("GE", 2, "month", "2026-12-30", "2027-03-01"),
        # Twelve months over a leap day.
        ("RS", 12, "month", "2028-02-29", "2029-02-28"),
        # Georgia moves no holiday: Women's Day, 8 Mar 2026, is a Sunday, and 9 Mar is open.
        ("GE", 1, "working_day", "2026-03-06", "2026-03-09"),
    ],
)
def test_the_due_date_is_the_one_reckoned_by_hand(db, country, number, unit, start, due):
    found = due_date(rule(country, number, unit), counted_from=date.fromisoformat(start))
    assert found.date.isoformat() == due


@pytest.mark.parametrize(
    ("number", "due"),
    [(48, "2026-03-15"), (24, "2026-03-14"), (1, "2026-03-14"), (50, "2026-03-16")],
)
def test_hours_count_as_begun_days_and_do_not_roll(db, number, due):
    # 15 Mar 2026 is a Sunday: what protects life or liberty does not wait for Monday.
    found = due_date(rule("XK", number, "hour", roll=False), counted_from=date(2026, 3, 13))
    assert found.date.isoformat() == due


def test_a_decree_makes_a_day_free_or_working(db):
    CalendarOverrideFactory(country="XK", date=date(2026, 2, 18), working=False, names={"sq": "Dekret"})
    CalendarOverrideFactory(country="XK", date=date(2026, 3, 14), working=True)
    CalendarOverrideFactory(country="AL", date=date(2026, 2, 19), working=False)
    found = due_date(rule("XK", 7, "calendar_day"), counted_from=date(2026, 2, 10))
    assert found.date == date(2026, 2, 19)
    assert [told["date"] for told in found.explanation["rolled_over"]] == ["2026-02-17", "2026-02-18"]
    assert found.explanation["rolled_over"][1]["names"] == {"sq": "Dekret"}
    # Saturday 14 Mar was made a working day.
    assert due_date(rule("XK", 1, "working_day"), counted_from=date(2026, 3, 13)).date == date(2026, 3, 14)


def test_a_decree_takes_a_holiday_away(db):
    # Eid in Kosovo is only estimated; it was announced for the next day.
    CalendarOverrideFactory(country="XK", date=date(2026, 3, 20), working=True)
    CalendarOverrideFactory(country="XK", date=date(2026, 3, 21), working=False)
    assert due_date(rule("XK", 1, "working_day"), counted_from=date(2026, 3, 19)).date == date(2026, 3, 20)


def test_the_calendar_version_changes_with_the_countrys_decrees_alone(db):
    before = {country: calendar_of(country).version for country in ("AL", "XK")}
    CalendarOverrideFactory(country="XK", date=date(2026, 2, 18))
    assert calendar_of("AL").version == before["AL"]
    assert calendar_of("XK").version != before["XK"]
    assert before["XK"].startswith("holidays-")


def test_the_explanation_is_plain_json_and_tells_the_reckoning(db):
    found = due_date(rule("AL", 10, "working_day"), counted_from=date(2026, 3, 13))
    stored = json.loads(json.dumps(found.explanation))
    assert stored == found.explanation
    assert [told["date"] for told in stored["skipped"]] == ["2026-03-16", "2026-03-20", "2026-03-23"]
    assert stored["due"] == stored["ends"] == "2026-04-01"
    assert stored["verified"] is False
    assert explain(stored, "en") == explain(found, "en")


def test_the_explanation_reads_like_a_sentence(db):
    told = explain(due_date(rule("AL", 10, "working_day"), counted_from=date(2026, 3, 13)), "en")
    assert told.startswith(
        "10 working days from 13 March 2026: 1 April 2026. 16, 20, 23 March 2026 are holidays."
    )
    assert told.endswith("a lawyer has to confirm it.")
    verified = rule("GE", 1, "month", certainty="V", verified_on=date(2026, 11, 1))
    told = explain(due_date(verified, counted_from=date(2026, 3, 12)), "en")
    assert told == (
        "1 month from 12 March 2026: 12 April 2026. "
        "12 April 2026 is not a working day (Easter Sunday); the next one is 14 April 2026."
    )


@pytest.mark.parametrize("language", ["sq", "sr-Latn", "sr-Cyrl", "ka", "en"])
def test_the_explanation_exists_in_every_language(db, language):
    told = explain(due_date(rule("GE", 1, "month"), counted_from=date(2026, 3, 12)), language)
    assert "2026" in told
    assert "%(" not in told


def test_an_estimated_holiday_is_told_as_such(db):
    told = explain(due_date(rule("XK", 1, "working_day"), counted_from=date(2026, 3, 19)), "en")
    assert "estimate" in told


@pytest.mark.parametrize("year", [1500, 1980, 2200, 9999])
def test_a_year_without_known_holidays_is_refused(db, year):
    with pytest.raises(CalendarEnds):
        due_date(rule("AL", 10, "calendar_day"), counted_from=date(year, 12, 20))


def test_a_term_that_runs_out_of_the_calendar_is_refused(db):
    with pytest.raises(CalendarEnds):
        due_date(rule("AL", 1000, "month"), counted_from=date(2099, 1, 1))


def test_with_the_calendar_at_hand_a_due_date_costs_no_query(db, django_assert_num_queries):
    made = rule("AL", 10, "working_day")
    with django_assert_num_queries(0):
        due_date(made, counted_from=date(2026, 3, 13), calendar=Calendar("AL"))


def test_the_calendar_of_a_country_costs_one_query(db, django_assert_num_queries):
    with django_assert_num_queries(1):
        due_date(DeadlineRuleFactory.build(), counted_from=date(2026, 3, 13))


def test_threads_that_ask_first_see_a_full_year():
    with ThreadPoolExecutor(8) as threads:
        for _ in range(20):
            _holidays.cache_clear()
            asked = threads.map(Calendar("AL").is_working, [date(2026, 12, 8)] * 8)
            assert list(asked) == [False] * 8


_DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
_COUNTRIES = st.sampled_from(["AL", "XK", "GE", "RS"])


@settings(max_examples=80)
@given(_COUNTRIES, _DAYS, st.integers(1, 60), st.sampled_from(TermUnit.values))
def test_a_rolled_due_date_is_a_working_day_after_the_start(country, start, number, unit):
    calendar = Calendar(country, {date(2026, 5, 2): Decree(date(2026, 5, 2), True, {})})
    found = due_date(rule(country, number, unit), counted_from=start, calendar=calendar)
    assert found.date > start
    assert calendar.is_working(found.date)


@settings(max_examples=50)
@given(_COUNTRIES, _DAYS, st.integers(1, 60))
def test_as_many_working_days_lie_between_as_the_law_says(country, start, number):
    calendar = Calendar(country)
    due = due_date(rule(country, number, "working_day"), counted_from=start, calendar=calendar).date
    days = [date.fromordinal(day) for day in range(start.toordinal() + 1, due.toordinal() + 1)]
    assert sum(calendar.is_working(day) for day in days) == number
