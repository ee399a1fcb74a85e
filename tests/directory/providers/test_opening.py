"""Opening hours are recurrences after RFC 5545, read by the clocks of the place."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.directory.models import Schedule
from backend.directory.services.opening import falls_on, is_open

WEEK = {"freq": "WEEKLY", "byday": "MO,TU,WE,TH,FR", "opens_at": "09:00", "closes_at": "16:00"}
MONDAY = date(2026, 3, 2)


def opens(at: datetime, country: str | None = "AL", **facts: object) -> bool:
    return is_open([Schedule(**facts)], at, country)


def local(day: date, hour: int, minute: int = 0, zone: str = "Europe/Tirane") -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo(zone))


@pytest.mark.parametrize(
    ("hour", "minute", "is_in"), [(8, 59, False), (9, 0, True), (15, 59, True), (16, 0, False)]
)
def test_the_doors_open_and_close_to_the_minute(hour, minute, is_in):
    assert opens(local(MONDAY, hour, minute), **WEEK) is is_in
    assert not opens(local(MONDAY - timedelta(days=1), hour, minute), **WEEK)


def test_the_clocks_are_those_of_the_place():
    at = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
    assert opens(at, "GE", **WEEK)
    assert not opens(at, "AL", **WEEK)


def test_summer_time_moves_the_hours_with_the_people():
    at = {
        "winter": datetime(2026, 3, 27, 8, 0, tzinfo=UTC),
        "summer": datetime(2026, 3, 30, 7, 0, tzinfo=UTC),
    }
    assert opens(at["winter"], **WEEK)
    assert opens(at["summer"], **WEEK)
    assert not opens(at["winter"] - timedelta(hours=1), **WEEK)


@pytest.mark.parametrize(
    ("facts", "hour", "is_in"),
    [
        ({"opens_at": "08:00Z", "closes_at": "10:00Z"}, 9, True),
        ({"opens_at": "08:00Z", "closes_at": "10:00Z"}, 8, False),
        ({"opens_at": "09:00+04:00", "closes_at": "10:00+04:00"}, 6, True),
        ({"timezone": 4, "opens_at": "09:00", "closes_at": "10:00"}, 6, True),
    ],
)
def test_a_schedule_with_its_own_zone_keeps_it(facts, hour, is_in):
    assert opens(local(MONDAY, hour, 30), **{"freq": "WEEKLY", "byday": "MO", **facts}) is is_in


def test_a_night_belongs_to_the_day_on_which_it_begins():
    night = {"freq": "WEEKLY", "byday": "MO", "opens_at": "20:00", "closes_at": "06:00"}
    assert opens(local(MONDAY, 23), **night)
    assert opens(local(MONDAY + timedelta(days=1), 5, 59), **night)
    assert not opens(local(MONDAY, 5), **night)


@pytest.mark.parametrize("hours", [("00:00", "24:00"), ("00:00", "00:00")])
def test_a_helpline_is_open_all_day(hours):
    always = {"opens_at": hours[0], "closes_at": hours[1]}
    assert all(opens(local(MONDAY, hour, 59), **always) for hour in range(24))


@pytest.mark.parametrize(
    ("facts", "days"),
    [
        ({"freq": "MONTHLY", "byday": "2MO"}, {9}),
        ({"freq": "MONTHLY", "byday": "-1FR"}, {27}),
        ({"freq": "MONTHLY", "bymonthday": "1,-1"}, {1, 31}),
        ({"freq": "WEEKLY", "byday": "MO", "interval": 2, "dtstart": date(2026, 3, 2)}, {2, 16, 30}),
        ({"freq": "WEEKLY", "byday": "MO", "count": 2, "dtstart": date(2026, 3, 2)}, {2, 9}),
        ({"freq": "WEEKLY", "byday": "MO", "until": date(2026, 3, 15)}, {2, 9}),
        ({"freq": "WEEKLY", "byday": "MO", "valid_from": date(2026, 3, 10)}, {16, 23, 30}),
        ({"freq": "WEEKLY", "byday": "MO", "valid_to": date(2026, 3, 10)}, {2, 9}),
        ({"freq": "WEEKLY", "byday": "SA,SU", "byweekno": "10"}, {7, 8}),
        ({"dtstart": date(2026, 3, 5)}, {5}),
    ],
)
def test_which_days_of_march_a_recurrence_names(facts, days):
    march = [date(2026, 3, day) for day in range(1, 32)]
    assert {day.day for day in march if falls_on(Schedule(**facts), day)} == days


def test_hours_told_in_words_only_are_not_taken_for_open():
    assert not opens(local(MONDAY, 10), description="Every day from 9 to 16")


DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@given(day=DAYS, byday=st.lists(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1))
def test_a_week_opens_on_its_days_and_on_no_other(day, byday):
    names = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
    assert falls_on(Schedule(freq="WEEKLY", byday=",".join(byday)), day) is (names[day.weekday()] in byday)


@given(day=DAYS, number=st.integers(1, 31))
def test_a_day_of_the_month_is_that_day(day, number):
    assert falls_on(Schedule(freq="MONTHLY", bymonthday=str(number)), day) is (day.day == number)
