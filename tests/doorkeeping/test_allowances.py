"""The bucket's promises, for whatever callers and clocks do."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.doorkeeping.allowances import Account, Allowance, spend

pytestmark = pytest.mark.either_engine("postgresql")

BEGAN = datetime(2026, 3, 10, 12, tzinfo=UTC)
allowances = st.builds(Allowance, st.integers(10, 300), st.integers(1, 5_000))
# Gaps in milliseconds, and costs.
requests = st.lists(st.tuples(st.integers(0, 20_000), st.sampled_from([1, 2, 10])), min_size=1, max_size=60)


def _let_in(allowance: Allowance, asked: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """When, in milliseconds, how much was let in."""
    account, moment, let_in = Account(), 0, []
    for gap, cost in asked:
        moment += gap
        account, standing = spend(account, cost, allowance, BEGAN + timedelta(milliseconds=moment))
        if standing.wait == 0:
            let_in.append((moment, cost))
    return let_in


@given(allowances, requests)
def test_never_more_than_the_burst_and_the_rate_in_any_window(
    allowance: Allowance, asked: list[tuple[int, int]]
) -> None:
    let_in = _let_in(allowance, asked)
    for first in range(len(let_in)):
        spent = 0
        for moment, cost in let_in[first:]:
            spent += cost
            elapsed = moment - let_in[first][0]
            assert spent * 60_000 <= allowance.burst * 60_000 + elapsed * allowance.per_minute


@given(allowances, st.lists(st.sampled_from([1, 2, 10]), min_size=1, max_size=300))
def test_who_stays_within_the_rate_is_never_refused(allowance: Allowance, costs: list[int]) -> None:
    account, moment = Account(), 0
    for cost in costs:
        account, standing = spend(account, cost, allowance, BEGAN + timedelta(milliseconds=moment))
        assert standing.wait == 0
        # The first millisecond at which it has come back.
        moment += -(-cost * 60_000 // allowance.per_minute)


@given(allowances, requests)
def test_who_waits_as_long_as_told_is_let_in(allowance: Allowance, asked: list[tuple[int, int]]) -> None:
    account, now = Account(), BEGAN
    for gap, cost in asked:
        now += timedelta(milliseconds=gap)
        account, standing = spend(account, cost, allowance, now)
        if standing.wait:
            now += timedelta(seconds=standing.wait)
            account, standing = spend(account, cost, allowance, now)
            assert standing.wait == 0


@given(allowances, requests)
def test_what_it_says_is_left_can_be_spent_at_once(
    allowance: Allowance, asked: list[tuple[int, int]]
) -> None:
    account, now = Account(), BEGAN
    for gap, cost in asked:
        now += timedelta(milliseconds=gap)
        account, standing = spend(account, cost, allowance, now)
        assert 0 <= standing.left <= allowance.burst
        assert spend(account, standing.left, allowance, now)[1].wait == 0
        assert spend(account, standing.left + 1, allowance, now)[1].wait > 0
        # And after the time it names, the bucket is full.
        later = now + timedelta(seconds=standing.full_in)
        assert spend(account, allowance.burst, allowance, later)[1].wait == 0


def test_the_day_ends_at_midnight_in_utc() -> None:
    allowance = Allowance(100, 6_000, per_day=3)
    late = datetime(2026, 3, 10, 23, 59, 50, tzinfo=UTC)
    account, standing = spend(Account(), 3, allowance, late)
    assert (standing.wait, standing.left_today, standing.day_ends_in) == (0, 0, 10)
    account, standing = spend(account, 1, allowance, late)
    assert (standing.wait, standing.is_for_the_day, account.used) == (10, True, 3)
    account, standing = spend(account, 1, allowance, late + timedelta(seconds=10))
    assert (standing.wait, standing.left_today, account.used) == (0, 2, 1)


def test_a_refused_request_costs_nothing() -> None:
    allowance = Allowance(10, 60)
    account, _standing = spend(Account(), 10, allowance, BEGAN)
    for _try in range(50):
        account, standing = spend(account, 10, allowance, BEGAN)
        assert standing.wait == 10
    assert spend(account, 1, allowance, BEGAN + timedelta(seconds=1))[1].wait == 0


def test_a_clock_that_was_set_back_shuts_nobody_out() -> None:
    allowance = Allowance(10, 60)
    account, _standing = spend(Account(), 10, allowance, BEGAN)
    earlier = BEGAN - timedelta(days=1)
    account, standing = spend(account, 1, allowance, earlier)
    assert standing.wait == 1
    assert spend(account, 1, allowance, earlier + timedelta(seconds=1))[1].wait == 0
