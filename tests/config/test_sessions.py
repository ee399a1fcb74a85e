"""A session ends after half an hour without use and after twelve hours in any case."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries

from backend.common import clock
from backend.config.session_store import SessionStore
from backend.config.sessions import BY_ITSELF
from backend.partners.models import User

MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


@pytest.fixture
def seen_after(db: None) -> Callable[..., bool]:
    """`seen_after(10, 20)`: is a person still signed in who comes back after 10 and then 20 more minutes?"""
    client = Client()
    client.force_login(User.objects.create_user("visa@partner.example", "x", name="Visa"))

    def comes_back(*minutes: int, by_itself: bool = False) -> bool:
        said = {BY_ITSELF: "1"} if by_itself else {}
        moment = MORNING
        with clock.frozen(moment):
            assert "visa@" in client.get("/").text
        for wait in minutes:
            moment += timedelta(minutes=wait)
            with clock.frozen(moment):
                answer = client.get("/", headers=said)
        return "visa@" in answer.text

    return comes_back


def test_half_an_hour_without_use_ends_it(seen_after: Callable[..., bool]) -> None:
    assert not seen_after(31)


def test_use_keeps_it_alive(seen_after: Callable[..., bool]) -> None:
    assert seen_after(*[25] * 20)


def test_a_page_that_asks_by_itself_keeps_nothing_alive(seen_after: Callable[..., bool]) -> None:
    """A page left open looks for news all night; the person went home."""
    assert not seen_after(*[1] * 31, by_itself=True)


def test_a_page_that_asks_by_itself_ends_nothing_early(seen_after: Callable[..., bool]) -> None:
    assert seen_after(*[1] * 29, by_itself=True)


def test_twelve_hours_end_it_in_any_case(seen_after: Callable[..., bool]) -> None:
    assert not seen_after(*[25] * 29)


def test_the_ended_session_is_gone_from_the_database(seen_after: Callable[..., bool]) -> None:
    seen_after(31)
    assert not Session.objects.exists()


def test_a_second_request_in_the_same_minute_writes_nothing(
    db: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = Client()
    client.force_login(User.objects.create_user("visa@partner.example", "x", name="Visa"))
    client.get("/")
    # Session, the user with the partners to file for, and the partners that the entry page names.
    with django_assert_num_queries(3):
        client.get("/")


@pytest.fixture
def signed_in(db: None) -> Client:
    client = Client()
    client.force_login(User.objects.create_user("visa@partner.example", "x", name="Visa"))
    assert "visa@" in client.get("/").text
    return client


def test_a_session_whose_time_is_over_opens_nothing_before_it_is_cleared_away(signed_in: Client) -> None:
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert "visa@" not in signed_in.get("/").text


def test_a_session_that_was_ended_elsewhere_opens_nothing(signed_in: Client) -> None:
    Session.objects.all().delete()
    assert "visa@" not in signed_in.get("/").text


def test_a_key_that_somebody_made_up_is_never_taken_for_a_session(db: None) -> None:
    """Whoever plants one in another's browser would know the session that begins with it."""
    store = SessionStore("planted-by-somebody-else")
    store["anything"] = 1
    store.save()
    assert store.session_key != "planted-by-somebody-else"
