"""Stretches of time: none is missing, none counts a day twice."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.common.errors import Invalid
from backend.insights.periods import (
    EARLIEST,
    LATEST,
    Interval,
    Period,
    fitting_interval,
    period_between,
    stretches,
)

days = st.dates(date(2000, 1, 1), date(2090, 1, 1))


@given(first=days, length=st.integers(0, 1700), interval=st.sampled_from(Interval))
def test_every_day_of_a_period_lies_in_one_stretch(first, length, interval):
    period = Period(first, first + timedelta(days=length))
    told = stretches(period, interval)
    assert told[0].period.first == period.first
    assert told[-1].period.last == period.last
    for before, after in pairwise(told):
        assert after.period.first == before.period.last + timedelta(days=1)
    assert len({one.code for one in told}) == len(told)


@given(first=st.dates(EARLIEST, LATEST), last=st.dates(EARLIEST, LATEST))
def test_the_interval_that_is_chosen_for_a_period_never_gives_too_many_columns(first, last):
    period = Period(min(first, last), max(first, last))
    if (period.last - period.first).days < 365 * 50:
        assert stretches(period, fitting_interval(period))


def test_stretches_are_named_as_people_name_them():
    period = Period(date(2026, 2, 10), date(2026, 7, 1))
    assert [one.code for one in stretches(period, Interval.QUARTER)] == ["2026-Q1", "2026-Q2", "2026-Q3"]
    assert [one.code for one in stretches(period, Interval.MONTH)][:2] == ["2026-02", "2026-03"]
    assert [one.code for one in stretches(period, Interval.YEAR)] == ["2026"]


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [
        (date(1999, 12, 31), date(2026, 1, 1), "date_from"),
        (date(2026, 1, 1), date(2100, 1, 1), "date_to"),
        (date(2026, 1, 2), date(2026, 1, 1), "date_to"),
    ],
)
def test_an_impossible_period_is_refused_by_name(first, last, field):
    with pytest.raises(Invalid) as refused:
        period_between(first, last)
    assert refused.value.errors[0].field == field


def test_a_day_begins_where_the_partner_sits():
    begins, ends = Period(date(2026, 7, 1), date(2026, 7, 31)).moments("Europe/Tirane")
    assert begins.isoformat() == "2026-07-01T00:00:00+02:00"
    assert ends.isoformat() == "2026-08-01T00:00:00+02:00"
