"""PostgreSQL: dumped at one moment while Dosja runs, and restored into an empty database by its owner."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import DatabaseError, connection, transaction

from backend.backups.errors import BackupFailed, RestoreFailed, RestoreRefused
from backend.backups.facts import KEY_TABLES, Facts, present_facts
from backend.backups.manifest import DATA
from backend.backups.tools import ToolFailed, output_of, run
from backend.secondlock.installing import grant, lock_tables

_COPIED: Final = re.compile(rb'COPY "?\w+"?\."?(\w+)"? \(')
_END: Final = b"\\.\n"
# Of our schema; what an extension brought along is not ours.
_OURS: Final = """
SELECT 'TABLE', c.oid::regclass::text FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
UNION ALL SELECT 'ROUTINE', p.oid::regprocedure::text FROM pg_proc p
    WHERE p.pronamespace = current_schema()::regnamespace
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
"""


def save(folder: Path) -> Facts:
    """Dump everything but the keys; what is counted and what is dumped is one and the same moment."""
    place = folder / DATA
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                cursor.execute("SELECT pg_export_snapshot()")
                (moment,) = cursor.fetchone()
            facts = present_facts()
            _dump(place, moment)
        dumped = _rows_in(place)
    except ToolFailed as failed:
        raise BackupFailed(str(failed)) from None
    # Under a lock whose key did not arrive (a pooler that swallows options), a dump is empty and looks whole.
    if wrong := [table for table, count in facts.rows.items() if dumped.get(table, 0) != count]:
        raise BackupFailed(f"the dump does not hold all rows of {', '.join(wrong)}; dump past the pooler")
    return facts


def require_empty() -> None:
    """A database without tables and functions of anybody's. Raises RestoreRefused."""
    if _ours():
        raise RestoreRefused("the database is not empty: make a new one (createdb), and do not migrate it")


@contextmanager
def arriving(folder: Path) -> Iterator[Callable[[], None]]:
    """Tables and rows inside the block; constraints and the second lock when what it gives is called, after
    the keys have returned. Where the block ends badly, everything is dropped again."""
    dump = str(folder / DATA)
    try:
        _restore(dump, "--section=pre-data", "--section=data")
        yield lambda: _complete(dump)
    except BaseException as failed:
        _drop_all()
        if isinstance(failed, ToolFailed):
            raise RestoreFailed(str(failed)) from None
        raise


def _dump(place: Path, moment: str) -> None:
    run(
        "pg_dump",
        *("--format=custom", f"--snapshot={moment}", f"--file={place}"),
        # Roles are named otherwise elsewhere; `lock_tables` and `grant` put on what is needed there.
        *("--no-owner", "--no-privileges", "--no-comments"),
        # Neither its owner nor the application's role passes by forced policies: the key opens them.
        "--enable-row-security",
        *(f"--exclude-table-data={table}" for table in KEY_TABLES),
    )


def _rows_in(dump: Path) -> dict[str, int]:
    """Read the whole dump back and count: a row is a line."""
    rows: dict[str, int] = {}
    with output_of("pg_restore", "--data-only", "--file=-", str(dump)) as script:
        for line in script:
            if copied := _COPIED.match(line):
                rows[copied[1].decode()] = sum(1 for _row in iter(script.readline, _END))
    return rows


def _restore(dump: str, *sections: str) -> None:
    database = f"--dbname={connection.settings_dict['NAME']}"
    run("pg_restore", "--no-owner", "--no-privileges", "--exit-on-error", *sections, database, dump)


def _complete(dump: str) -> None:
    _restore(dump, "--section=post-data")
    lock_tables()
    if settings.DOSJA_DATABASE_ROLE:
        grant(settings.DOSJA_DATABASE_ROLE)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _ours() -> list[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(_OURS)
        return [(kind, name) for kind, name in cursor.fetchall()]


def _drop_all() -> None:
    """It was empty before, so that everything in it is what we brought."""
    connection.close()
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            for kind, name in _ours():
                cursor.execute(f"DROP {kind} IF EXISTS {name} CASCADE")
    except DatabaseError:
        raise RestoreFailed("the database is half filled, and has to be dropped by hand") from None
