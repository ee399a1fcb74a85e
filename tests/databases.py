"""What tests do to their database and Dosja never may: empty append-only tables, share one in memory.

Nothing in the product lifts the triggers: the tests take them down by their names and put them up again.
"""

import contextvars
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections, transaction
from django.db.backends.base.operations import BaseDatabaseOperations

from backend.common.append_only import PREFIX
from tests.application_role import as_owner


@pytest.fixture(scope="session", autouse=True)
def flushable() -> Iterator[None]:
    """Tests with real transactions end with every table emptied; append-only tables refuse that."""
    flush = BaseDatabaseOperations.execute_sql_flush

    def past_triggers(operations: BaseDatabaseOperations, sql_list: list[str]) -> None:
        before, after = _lifting(operations.connection)
        with as_owner(operations.connection):
            flush(operations, [*before, *sql_list, *after])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", past_triggers)
        yield


def _lifting(database: Any) -> tuple[list[str], list[str]]:
    with database.cursor() as cursor:
        if database.vendor == "postgresql":
            cursor.execute(
                "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE starts_with(tgname, %s)",
                [PREFIX],
            )
            tables = [table for (table,) in cursor.fetchall()]
            return (
                [f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in tables],
                [f"ALTER TABLE {table} ENABLE TRIGGER USER" for table in tables],
            )
        cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s", [PREFIX + "%"]
        )
        triggers = cursor.fetchall()
    return [f'DROP TRIGGER "{name}"' for name, _ in triggers], [sql for _, sql in triggers]


@pytest.fixture
def shared_by_threads(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    """A database for several threads at once. SQLite in memory refuses a second writer instead of letting it
    wait, so that the test gets a copy of it in a file."""
    if connection.vendor != "sqlite" or "memory" not in str(connection.settings_dict["NAME"]):
        yield
        return
    connection.ensure_connection()
    in_memory, name = connections["default"], connection.settings_dict["NAME"]
    copy = sqlite3.connect(tmp_path / "shared.sqlite3")
    in_memory.connection.backup(copy)
    copy.close()
    del connections["default"]
    connections.settings["default"]["NAME"] = str(tmp_path / "shared.sqlite3")
    try:
        yield
    finally:
        connections["default"].close()
        connections.settings["default"]["NAME"] = name
        connections["default"] = in_memory


def in_threads(count: int, call: Callable[[int], Any]) -> list[Any]:
    """`call(0)` … `call(count - 1)`, each in a thread with a connection of its own, all starting together."""
    together = threading.Barrier(count)

    def one(number: int) -> Any:
        try:
            connection.ensure_connection()
            together.wait(timeout=20)
            return call(number)
        finally:
            connection.close()

    # Each thread works with the keys that the test holds.
    contexts = [contextvars.copy_context() for _ in range(count)]
    with ThreadPoolExecutor(count) as threads:
        return list(threads.map(lambda number: contexts[number].run(one, number), range(count)))


def one_waits_for_the_other(first: Callable[[], object], second: Callable[[], object]) -> None:
    """Both at once in transactions of their own: the second begins after the first has done its part, and the
    first ends when the second waits for it (PostgreSQL)."""
    begun = threading.Event()

    def work(number: int) -> None:
        with transaction.atomic():
            if number == 0:
                first()
                begun.set()
                _until_somebody_waits()
            else:
                assert begun.wait(timeout=20)
                second()

    in_threads(2, work)


def _until_somebody_waits() -> None:
    for _ in range(400):
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0]:
                return
        time.sleep(0.05)
    raise AssertionError("nobody waits")
