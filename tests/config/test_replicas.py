"""Which address of a replica the settings take."""

from pathlib import Path
from typing import Any

import pytest

from backend.config.env import Environment, database_of, sqlite
from backend.config.replicas import replicas

pytestmark = pytest.mark.either_engine("sqlite")
PRIMARY = database_of("postgresql://dosja_app:secret@one.example/dosja")


def read(url: str, primary: dict[str, Any] = PRIMARY, role: str = "") -> tuple[dict[str, Any], list[str]]:
    environment = Environment({"DATABASE_REPLICA_URL": url} if url else {})
    return replicas(environment, "DATABASE_REPLICA_URL", primary, role=role), environment.problems


def test_without_an_address_there_is_none() -> None:
    assert read("") == ({}, [])


def test_a_replica_is_read_only_and_given_up_soon() -> None:
    found, problems = read("postgresql://dosja_app:secret@two.example/dosja?sslmode=verify-full")
    assert problems == []
    options = found["replica"]["OPTIONS"]
    assert "-c default_transaction_read_only=on" in options["options"]
    assert (options["connect_timeout"], options["sslmode"]) == ("2", "verify-full")
    assert options["tcp_user_timeout"] == "3000"
    assert found["replica"]["HOST"] == "two.example"


@pytest.mark.parametrize(
    ("url", "primary"),
    [
        ("postgresql://dosja_app@two.example/dosja", sqlite(Path("dosja.sqlite3"))),
        ("sqlite:///copy.sqlite3", PRIMARY),
        ("sqlite:///copy.sqlite3", sqlite(Path("dosja.sqlite3"))),
        ("postgresql://dosja_app@two.example/other", PRIMARY),
        ("postgresql://postgres@two.example/dosja", PRIMARY),
        ("mysql://dosja_app@two.example/dosja", PRIMARY),
    ],
)
def test_what_cannot_be_a_replica_is_refused(url: str, primary: dict[str, Any]) -> None:
    found, problems = read(url, primary)
    assert found == {}
    assert len(problems) == 1
    assert "example" not in problems[0]


def test_the_owner_who_migrates_is_not_the_role_that_reads() -> None:
    owner = database_of("postgresql://dosja_owner@one.example/dosja")
    url = "postgresql://dosja_app@two.example/dosja"
    assert read(url, owner)[0] == {}
    assert read(url, owner, role="dosja_app")[1] == []
