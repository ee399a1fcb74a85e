"""Guessing is slowed down; whoever knows it comes in, however many come at once."""

import pytest

from backend.doorkeeping.services import tries
from tests.databases import in_threads


@pytest.mark.usefixtures("shared_by_threads")
@pytest.mark.django_db(transaction=True)
def test_those_who_know_it_do_not_trip_over_each_other() -> None:
    """One telephone sends several complaints at once: each success forgets what the others have counted."""

    def come_in(_number: int) -> set[int]:
        waits = set()
        for _ in range(40):
            waits.add(tries.begin_try("door", "telephone", free=1000))
            tries.succeeded("door", "telephone")
        return waits

    assert in_threads(4, come_in) == [{0}] * 4


@pytest.mark.django_db
def test_after_a_few_wrong_ones_each_waits_longer_and_one_success_forgets_them() -> None:
    assert [tries.begin_try("door", "somebody", free=3) for _ in range(4)] == [0, 0, 0, 15]
    tries.succeeded("door", "somebody")
    assert tries.begin_try("door", "somebody", free=3) == 0
