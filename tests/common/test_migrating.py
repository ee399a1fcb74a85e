"""One migrates, the others wait; an index is built while others write."""

import threading
from typing import Any

import pytest
from django.core.management import call_command, get_commands
from django.core.management.commands import migrate
from django.db import connection, models
from django.db.migrations.state import ProjectState

from backend.common.migrating import AddIndexWhileServing, alone
from backend.directory.models import Place
from tests.application_role import as_owner
from tests.databases import in_threads


def test_migrate_is_ours() -> None:
    assert get_commands()["migrate"] == "backend.common"


@pytest.mark.django_db(transaction=True)
def test_two_migrate_one_after_the_other(
    shared_by_threads: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    inside, seen = [0], []
    first = threading.Event()

    def handle(command: Any, *args: Any, **options: Any) -> None:
        inside[0] += 1
        seen.append(inside[0])
        # The first stays until the other has come, and been told to wait.
        first.wait(timeout=0.6)
        inside[0] -= 1

    monkeypatch.setattr(migrate.Command, "handle", handle)
    in_threads(2, lambda _number: call_command("migrate"))
    assert seen == [1, 1]
    assert capsys.readouterr().err.count("waiting for it") == 1


@pytest.mark.django_db(transaction=True)
def test_who_fails_makes_way() -> None:
    with pytest.raises(RuntimeError), alone(connection, pytest.fail):
        raise RuntimeError
    assert in_threads(1, _enters) == [True]


def _enters(_number: int) -> bool:
    with alone(connection, lambda: pytest.fail("somebody is still there")):
        return True


@pytest.mark.django_db(transaction=True)
def test_an_index_is_built_outside_of_a_transaction_also_after_an_interrupted_try() -> None:
    state = ProjectState.from_apps(Place._meta.apps)
    index = models.Index(fields=["level"], name="of_the_test")
    operation = AddIndexWhileServing("place", index)
    after = state.clone()
    operation.state_forwards("directory", after)
    with as_owner(connection):
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                # As an interrupted try leaves it.
                cursor.execute("CREATE INDEX of_the_test ON directory_place (level)")
                cursor.execute(
                    "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'of_the_test'::regclass"
                )
        with connection.schema_editor(atomic=False) as editor:
            operation.database_forwards("directory", editor, state, after)
        assert "of_the_test" in _valid_indexes()
        with connection.schema_editor(atomic=False) as editor:
            operation.database_backwards("directory", editor, after, state)
        assert "of_the_test" not in _valid_indexes()


def _valid_indexes() -> set[str]:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indisvalid"
            )
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'index'")
        return {name for (name,) in cursor.fetchall()}
