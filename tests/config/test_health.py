"""What a supervisor is told."""

from typing import Any
from unittest.mock import patch

import pytest
from django.db import OperationalError, connection
from django.test import Client

from backend.config import health
from tests.application_role import as_owner
from tests.files.buckets import away


@pytest.fixture(autouse=True)
def _forgotten() -> None:
    health._migrated.clear()
    health._locked.clear()
    health._look.at = -health.FILES_ASKED_EVERY


def test_it_lives_without_asking_the_database(client: Client) -> None:
    assert client.get("/health/live").json() == {"status": "live"}


def test_it_is_ready_when_the_database_is(client: Client, db: None) -> None:
    assert client.get("/health/ready").json() == {"status": "ready", "files": "there"}


def test_it_serves_without_files_and_says_so(client: Client, db: None) -> None:
    """Whoever is sent away because files are cannot file a complaint either."""
    with away():
        answer = client.get("/health/ready")
        # A supervisor asks every few seconds, and a storage that hangs would be asked as often.
        with patch("backend.files.places.present", side_effect=AssertionError):
            again = client.get("/health/ready")
    for told in (answer, again):
        assert (told.status_code, told.json()) == (200, {"status": "ready", "files": "away"})


def test_migrations_are_looked_for_only_until_they_are_there(
    client: Client, db: None, django_assert_num_queries: Any
) -> None:
    client.get("/health/ready")
    with django_assert_num_queries(1):
        client.get("/health/ready")


def refused(answer: Any, waiting_for: str) -> None:
    assert answer.status_code == 503
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.headers["Retry-After"]
    assert answer.json()["code"] == "not_ready"
    assert answer.json()["waiting_for"] == waiting_for


def test_it_is_not_ready_without_its_tables(client: Client, db: None) -> None:
    with as_owner(connection), connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'partners'")
    refused(client.get("/health/ready"), "migrations")


def test_it_is_not_ready_without_a_database(client: Client, db: None) -> None:
    with patch.object(connection, "cursor", side_effect=OperationalError("no route to db.example")):
        answer = client.get("/health/ready")
    refused(answer, "database")
    assert "db.example" not in answer.text


def test_a_supervisor_knocks_at_a_number_and_everybody_else_names_a_host(client: Client, db: None) -> None:
    assert client.get("/health/ready", headers={"Host": "10.1.2.3:8000"}).status_code == 200
    assert client.get("/", headers={"Host": "10.1.2.3:8000"}).status_code == 400


def test_it_only_answers_questions(client: Client) -> None:
    assert client.post("/health/live").status_code == 405


def test_production_is_not_ready_where_the_second_lock_is_open(
    client: Client, db: None, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "weaknesses", lambda _connection: ["The role is a superuser."])
    assert client.get("/health/ready").status_code == 200
    settings.DOSJA_MODE = "production"
    refused(client.get("/health/ready"), "second_lock")
    settings.DOSJA_ALLOW_ONE_ROLE = True
    assert client.get("/health/ready").status_code == 200
