"""Changing tables while an older release works on them: one at a time, and indexes that nobody waits for."""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from django.db.migrations import AddIndex

# Any number that nobody else takes; the server knows it by database.
_LOCK: Final = 0x646F736A61
_PAUSE: Final = 0.5


class AddIndexWhileServing(AddIndex):
    """An index that PostgreSQL builds beside those who write (CONCURRENTLY); on SQLite, an index.

    Its migration is `atomic = False`. One that was interrupted leaves an index that is not valid: it goes
    before the next try.
    """

    atomic = False

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        model = to_state.apps.get_model(app_label, self.model_name)
        if schema_editor.connection.vendor == "postgresql":
            self._drop(schema_editor)
            schema_editor.add_index(model, self.index, concurrently=True)
        else:
            schema_editor.add_index(model, self.index)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        model = from_state.apps.get_model(app_label, self.model_name)
        if schema_editor.connection.vendor == "postgresql":
            self._drop(schema_editor)
        else:
            schema_editor.remove_index(model, self.index)

    def _drop(self, schema_editor: Any) -> None:
        name = schema_editor.quote_name(self.index.name)
        schema_editor.execute(f"DROP INDEX CONCURRENTLY IF EXISTS {name}")


@contextmanager
def alone(connection: Any, waiting: Callable[[], None]) -> Iterator[None]:
    """Whoever migrates this database is the only one; `waiting` is called once where another is at it.

    The lock ends with the process, however that ends. Behind a pooler of transactions it holds nobody back.
    """
    if connection.vendor == "postgresql":
        with _advisory_lock(connection, waiting):
            yield
    else:
        with _directory_lock(Path(str(connection.settings_dict["NAME"])).resolve().parent, waiting):
            yield


@contextmanager
def _advisory_lock(connection: Any, waiting: Callable[[], None]) -> Iterator[None]:
    _until(lambda: _asked(connection, "pg_try_advisory_lock"), waiting)
    try:
        yield
    finally:
        # A broken connection has lost it already.
        if connection.connection is not None and connection.is_usable():
            _asked(connection, "pg_advisory_unlock")


def _asked(connection: Any, function: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s)", [_LOCK])  # one of our two words
        return bool(cursor.fetchone()[0])


@contextmanager
def _directory_lock(directory: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Of the database's directory: a file beside it would stay."""
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        _until(lambda: _taken(descriptor), waiting)
        yield
    finally:
        os.close(descriptor)


def _taken(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _until(take: Callable[[], bool], waiting: Callable[[], None]) -> None:
    if take():
        return
    waiting()
    while not take():
        time.sleep(_PAUSE)
