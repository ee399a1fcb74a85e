"""What is told while the database is away or a disk is full: to come again, in the reader's language."""

from typing import Any

import psycopg
import pytest
from django.db import InterfaceError, OperationalError, ProgrammingError
from django.test import Client

from backend.common import outages
from backend.common.errors import Busy, Interrupted

pytestmark = pytest.mark.either_engine("sqlite")


def of_postgresql(raised: Exception) -> OperationalError:
    error = OperationalError("told")
    error.__cause__ = raised
    return error


AWAY = of_postgresql(psycopg.OperationalError("connection refused"))


@pytest.fixture
def anonymous() -> Client:
    return Client(raise_request_exception=False)


@pytest.fixture
def database_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks for a partner, a form or an API client's token finds nobody there."""

    def away(*args: Any, **kwargs: Any) -> None:
        raise AWAY

    monkeypatch.setattr("django.db.backends.base.base.BaseDatabaseWrapper.cursor", away)


@pytest.mark.parametrize(
    ("raised", "told"),
    [
        (AWAY, Interrupted),
        (of_postgresql(psycopg.errors.AdminShutdown()), Interrupted),
        (of_postgresql(psycopg.errors.TooManyConnections()), Interrupted),
        (of_postgresql(psycopg.errors.DiskFull()), Interrupted),
        (InterfaceError("connection already closed"), Interrupted),
        (OperationalError("database or disk is full"), Interrupted),
        (OSError(28, "No space left on device"), Interrupted),
        (of_postgresql(psycopg.errors.DeadlockDetected()), Busy),
        (OperationalError("database is locked"), Busy),
    ],
)
def test_what_passes_by_itself_is_told_as_such(raised: Exception, told: type) -> None:
    assert type(outages.problem_of(raised)) is told


@pytest.mark.parametrize(
    "raised",
    [
        *(OperationalError("no such table: cases_case"), ProgrammingError("syntax"), ValueError(), None),
        *(FileNotFoundError(2, "No such file"), of_postgresql(psycopg.errors.StatementTooComplex())),
    ],
)
def test_a_mistake_of_ours_is_not_called_an_outage(raised: Exception | None) -> None:
    assert outages.problem_of(raised) is None


@pytest.mark.parametrize(
    ("language", "words"), [("ka", "მუშაობა მცირე"), ("sr-Cyrl", "Рад је"), ("sq", "Puna është")]
)
@pytest.mark.parametrize("path", ["/forms/pif/{}/", "/?language={}"])
def test_a_citizen_reads_in_his_language_that_he_shall_come_again(
    anonymous: Client, database_away: None, path: str, language: str, words: str
) -> None:
    answer = anonymous.get(path.format(language))
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert words in answer.text
    assert f'<html lang="{language}">' in answer.text


@pytest.mark.parametrize("path", ["/api/v1/cases/", "/api/v1/forms/pif/"])
def test_a_program_is_told_when_to_come_again(anonymous: Client, database_away: None, path: str) -> None:
    answer = anonymous.get(path, headers={"Authorization": "Bearer x"})
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == "interrupted"


def test_other_failures_stay_failures(anonymous: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backend.config.pages.actor_of_visitor", lambda request: 1 / 0)
    monkeypatch.setattr("backend.config.pages.Partner.objects.filter", lambda **by: [])
    assert anonymous.get("/").status_code == 500
