"""The embedded database (SQLite): copied while Dosja runs, and put in place once everything was compared."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection

from backend.backups.errors import BackupFailed, RestoreRefused
from backend.backups.facts import Facts, present_facts
from backend.backups.manifest import DATA
from backend.backups.shelf import copy, pieces, to_disk
from backend.common import clock
from backend.keyring.models import DataKey, PartnerKey


def save(folder: Path) -> Facts:
    """Copy the database as it is at one moment, blank the keys in the copy, and count what it holds."""
    place = folder / DATA
    place.touch(0o600)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(place)])
    try:
        _blank_keys(place)
    except sqlite3.Error as failed:
        raise BackupFailed(f"the keys cannot be blanked in the copy ({type(failed).__name__})") from None
    with _opened_at(place):
        return present_facts()


def require_empty() -> None:
    """A database without a table, or no file yet. Raises RestoreRefused."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM sqlite_master")
        (count,) = cursor.fetchone()
    connection.close()
    if count:
        raise RestoreRefused(
            "the database is not empty: name a file that is not there yet, and do not migrate it"
        )


@contextmanager
def arriving(folder: Path) -> Iterator[Callable[[], None]]:
    """The copy is the database inside the block, beside its place. Where the block ends well, it takes it."""
    place = Path(str(connection.settings_dict["NAME"]))
    partial = place.with_name(f".{place.name}.partial")
    try:
        partial.unlink(missing_ok=True)
        partial.touch(0o600)
        with (folder / DATA).open("rb") as source, partial.open("wb") as to:
            copy(pieces(source), to)
        with _opened_at(partial):
            # Indexes and constraints came along.
            yield lambda: None
        to_disk(partial)
        partial.replace(place)
        to_disk(place.parent)
    finally:
        for end in ("", "-wal", "-shm"):
            partial.with_name(partial.name + end).unlink(missing_ok=True)


@contextmanager
def _opened_at(path: Path) -> Iterator[None]:
    """Django's connection leads to another file; when the last one to a file is closed, its log is gone."""
    connection.close()
    name, connection.settings_dict["NAME"] = connection.settings_dict["NAME"], path
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = name


def _blank_keys(place: Path) -> None:
    """Vacuumed again afterwards, so that no free page remembers them."""
    with closing(sqlite3.connect(place, isolation_level=None)) as opened:
        opened.execute("PRAGMA secure_delete = ON")
        data, partner = DataKey._meta.db_table, PartnerKey._meta.db_table
        opened.execute(
            f"UPDATE {data} SET wrapped = NULL, destroyed_at = ? WHERE wrapped IS NOT NULL",
            [clock.now().replace(tzinfo=None).isoformat(" ")],
        )
        opened.execute(f"UPDATE {partner} SET wrapped = x''")
        opened.execute("VACUUM")
