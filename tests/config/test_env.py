"""The readers of the environment: what they take, and how loudly they refuse."""

from pathlib import Path

import pytest

from backend.config.env import Environment, database_of, env_file


def test_every_mistake_is_noted_and_names_its_variable() -> None:
    environment = Environment({"A_FLAG": "perhaps", "A_NUMBER": "many", "A_CHOICE": "third"})
    assert environment.flag("A_FLAG") is False
    assert environment.number("A_NUMBER", 7) == 7
    assert environment.choice("A_CHOICE", ("first", "second"), "first") == "first"
    assert [problem.split()[0] for problem in environment.problems] == ["A_FLAG", "A_NUMBER", "A_CHOICE"]


def test_what_is_not_set_is_the_default_and_no_mistake() -> None:
    environment = Environment({})
    assert environment.flag("A", True) is True
    assert environment.number("B", 3) == 3
    assert environment.words("C", ("d",)) == ["d"]
    assert environment.text("E", "f") == "f"
    assert environment.problems == []


def test_a_list_is_separated_by_commas() -> None:
    assert Environment({"HOSTS": " a.example , b.example,"}).words("HOSTS") == ["a.example", "b.example"]


def test_a_secret_can_come_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("from the file\n")
    assert Environment({"KEY_FILE": str(tmp_path / "key")}).secret("KEY") == "from the file"


def test_the_database_can_be_named_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "database_url").write_text("postgresql://a:b@db.example/dosja\n")
    environment = Environment({"CREDENTIALS_DIRECTORY": str(tmp_path)})
    assert environment.database("DATABASE_URL", embedded=tmp_path / "x")["HOST"] == "db.example"


def test_a_secret_that_comes_twice_or_cannot_be_read_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("one")
    environment = Environment(
        {"KEY": "two", "KEY_FILE": str(tmp_path / "key"), "LOST_FILE": "/nowhere/at/all"}
    )
    environment.secret("KEY")
    assert environment.secret("LOST") == ""
    assert len(environment.problems) == 2
    assert not any("one" in problem.split() or "two" in problem.split() for problem in environment.problems)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "postgresql://dosja:p%40ss@db.example:6432/cases?sslmode=require",
            {"HOST": "db.example", "PORT": "6432", "NAME": "cases", "USER": "dosja", "PASSWORD": "p@ss"},
        ),
        (
            "postgres://dosja@/cases?host=/run/postgresql",
            {"HOST": "/run/postgresql", "PORT": "", "NAME": "cases"},
        ),
    ],
)
def test_a_database_address_of_postgresql(url: str, expected: dict[str, str]) -> None:
    assert {name: database_of(url)[name] for name in expected} == expected
    assert "host" not in database_of(url)["OPTIONS"]


def test_options_of_the_database_address_are_kept() -> None:
    assert database_of("postgresql://db/cases?sslmode=require")["OPTIONS"]["sslmode"] == "require"


def test_a_database_address_of_sqlite() -> None:
    assert database_of("sqlite:////srv/dosja.sqlite3")["NAME"] == Path("/srv/dosja.sqlite3")
    assert database_of("sqlite:///var/dosja.sqlite3")["NAME"] == Path("var/dosja.sqlite3")


@pytest.mark.parametrize(
    "url",
    [
        "mysql://db/cases",
        "postgresql://db/",
        "sqlite://db/cases",
        "postgresql://u:marzi/pan@db/cases",
        "nonsense",
    ],
)
def test_a_database_address_that_cannot_be_used_is_a_mistake_without_the_address(url: str) -> None:
    environment = Environment({"DATABASE_URL": url})
    environment.database("DATABASE_URL", embedded=Path("embedded"))
    (problem,) = environment.problems
    assert problem.startswith("DATABASE_URL cannot be used")
    assert url not in problem
    assert "marzi" not in problem


def test_an_environment_file_has_comments_and_quotes(tmp_path: Path) -> None:
    (tmp_path / "env").write_text("# a comment\n\nA=1\nB = 'two = 2'\n")
    assert env_file(tmp_path / "env") == {"A": "1", "B": "two = 2"}
