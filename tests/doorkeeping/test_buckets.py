"""Senders are told apart for an hour, and nobody can tell afterwards who they were."""

from datetime import UTC, datetime, timedelta

import pytest

from backend.common import clock
from backend.doorkeeping import tasks
from backend.doorkeeping.models import Bucket, DayKey, Spent
from backend.doorkeeping.services import buckets
from backend.doorkeeping.services.spending import spend_once
from tests.databases import in_threads

ADDRESS = "203.0.113.77"
NOON = datetime(2026, 11, 26, 12, 20, tzinfo=UTC)


@pytest.mark.django_db
def test_each_sender_and_each_thing_is_counted_apart():
    assert [buckets.count("filing", ADDRESS) for _ in range(3)] == [1, 2, 3]
    assert buckets.count("filing", "203.0.113.78") == 1
    assert buckets.count("upload", ADDRESS) == 1


@pytest.mark.django_db
def test_a_new_hour_begins_at_one():
    with clock.frozen(NOON):
        assert [buckets.count("filing", ADDRESS) for _ in range(2)] == [1, 2]
    with clock.frozen(NOON + timedelta(hours=1)):
        assert buckets.count("filing", ADDRESS) == 1


@pytest.mark.django_db
def test_two_hours_and_two_days_of_one_sender_do_not_look_alike():
    for moment in (NOON, NOON + timedelta(hours=1), NOON + timedelta(days=1)):
        with clock.frozen(moment):
            buckets.count("filing", ADDRESS)
    assert Bucket.objects.count() == 3


@pytest.mark.django_db
def test_the_key_of_a_day_is_gone_with_it():
    """Without it, nobody can compute which digest an address had, not even who holds the root key."""
    with clock.frozen(NOON):
        buckets.count("filing", ADDRESS)
        first = bytes(DayKey.objects.get().sealed)
    with clock.frozen(NOON + timedelta(days=1)):
        buckets.count("filing", ADDRESS)
        kept = DayKey.objects.get()
    assert kept.day == NOON.date() + timedelta(days=1)
    assert bytes(kept.sealed) != first


@pytest.mark.django_db
def test_upkeep_destroys_the_key_of_yesterday_though_nobody_comes():
    with clock.frozen(NOON):
        buckets.count("filing", ADDRESS)
        spend_once("proof", "a", until=NOON + timedelta(hours=1))
        tasks.forget_what_is_over.call()
        assert (DayKey.objects.count(), Bucket.objects.count(), Spent.objects.count()) == (1, 1, 1)
    with clock.frozen(NOON + timedelta(hours=2)):
        tasks.forget_what_is_over.call()
        assert (DayKey.objects.count(), Bucket.objects.count(), Spent.objects.count()) == (1, 0, 0)
    with clock.frozen(NOON + timedelta(hours=12)):
        tasks.forget_what_is_over.call()
        assert not DayKey.objects.exists()


@pytest.mark.django_db
def test_a_day_whose_key_cannot_be_opened_counts_anew(settings):
    buckets.count("filing", ADDRESS)
    settings.DOSJA_ROOT_KEY = b"development-another-root-key-0123456789abcdef"
    assert buckets.count("filing", ADDRESS) == 1


@pytest.mark.django_db
def test_a_rotated_root_key_does_not_begin_anew(settings):
    buckets.count("filing", ADDRESS)
    settings.DOSJA_ROOT_KEYS_OLD = [settings.DOSJA_ROOT_KEY]
    settings.DOSJA_ROOT_KEY = b"development-another-root-key-0123456789abcdef"
    assert buckets.count("filing", ADDRESS) == 2


@pytest.mark.usefixtures("shared_by_threads")
def test_of_many_at_the_same_moment_none_is_lost():
    with clock.frozen(NOON):
        counted = in_threads(8, lambda number: _count_at(NOON))
    assert sorted(counted) == list(range(1, 9))
    assert DayKey.objects.count() == 1


def _count_at(moment):
    with clock.frozen(moment):
        return buckets.count("filing", ADDRESS)


@pytest.mark.usefixtures("shared_by_threads")
def test_of_two_uses_at_the_same_moment_one_is_the_first():
    until = clock.now() + timedelta(hours=1)
    assert sorted(in_threads(6, lambda number: spend_once("proof", "a", until=until))) == [False] * 5 + [True]
