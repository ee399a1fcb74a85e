"""A kept connection is looked at before it is used; a server that hung up is noticed without asking it."""

import time
from typing import Any

import psycopg
import pytest
from django.db import connection
from django.db.backends.postgresql import base

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no server"),
    pytest.mark.django_db(transaction=True),
]


def from_elsewhere(statement: str, *values: Any) -> None:
    """Another connection to the same database."""
    settings = connection.get_connection_params()
    names = ("dbname", "user", "password", "host", "port")
    known = {name: settings[name] for name in names if settings.get(name)}
    with psycopg.connect(**known, autocommit=True) as other:
        other.execute(statement, values)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """What the server said each time it was asked whether it is there."""
    answers: list[bool] = []
    ask = base.DatabaseWrapper.is_usable

    def noted(wrapper: Any) -> bool:
        answers.append(ask(wrapper))
        return answers[-1]

    monkeypatch.setattr(base.DatabaseWrapper, "is_usable", noted)
    connection.ensure_connection()
    return answers


def until(usable: bool) -> None:
    """What happens elsewhere takes a moment to arrive here."""
    deadline = time.monotonic() + 10
    while connection.is_usable() is not usable and time.monotonic() < deadline:
        time.sleep(0.01)
    assert connection.is_usable() is usable


def test_a_living_connection_costs_no_question(asked: list[bool]) -> None:
    assert connection.is_usable()
    assert asked == []


def test_a_connection_that_the_server_closed_is_replaced(asked: list[bool]) -> None:
    from_elsewhere("SELECT pg_terminate_backend(%s)", connection.connection.info.backend_pid)
    until(False)
    connection.health_check_enabled, connection.health_check_done = True, False
    connection.close_if_health_check_failed()
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)


def test_a_connection_that_was_told_something_is_asked_and_kept(asked: list[bool]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("LISTEN dosja_test")
    from_elsewhere("NOTIFY dosja_test")
    deadline = time.monotonic() + 10
    while not asked and time.monotonic() < deadline:
        assert connection.is_usable()
        time.sleep(0.01)
    assert asked == [True]
