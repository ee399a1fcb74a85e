"""Where allowances are kept: a small file beside the database, shared by all processes of a machine.

Not the database: asking it would cost a query on every request, and callers would wait for each other's
transactions. Not the memory of a process: there are several. Losing the file costs nobody anything.
"""

import logging
import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

from django.conf import settings

from backend.common import clock, crypto
from backend.doorkeeping.allowances import Account, Allowance, Standing, day_of, spend

logger = logging.getLogger("dosja.allowances")
_PATIENCE: Final = 1.0
_PAUSE: Final = 0.005
_KEPT_DAYS: Final = 2
_TABLE: Final = (
    "CREATE TABLE IF NOT EXISTS account (caller TEXT PRIMARY KEY, debt INTEGER NOT NULL, at INTEGER NOT NULL,"
    " day INTEGER NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID"
)


class _Mine(threading.local):
    """The connection of this thread, in this process, to this file."""

    place: tuple[Path, int] | None = None
    line: sqlite3.Connection | None = None


_mine = _Mine()


def charge(caller: str, cost: int, allowance: Allowance) -> Standing | None:
    """Let the caller pay for a request, and say how it stands. None where the file cannot be used: a limit
    that cannot be kept shuts nobody out."""
    name = _name_of(caller)
    try:
        with _held() as line:
            # Inside: of two requests, the one that comes second has the later time.
            now = clock.now()
            found = _read(line, name)
            account, standing = spend(found, cost, allowance, now)
            if account != found:
                _write(line, name, account)
            if found.day != account.day:
                _forget_before(line, now)
            return standing
    except (sqlite3.Error, OSError):
        logger.exception("allowances cannot be kept")
        return None


def used_today(caller: str) -> int:
    """How much the caller has spent since midnight (UTC)."""
    try:
        account = _read(_line(), _name_of(caller))
    except (sqlite3.Error, OSError):
        logger.exception("allowances cannot be read")
        return 0
    return account.used if account.day == day_of(clock.now()) else 0


def _name_of(caller: str) -> str:
    # The file shall not tell who was at work when.
    return crypto.digest("doorkeeping allowance", caller)


def _read(line: sqlite3.Connection, name: str) -> Account:
    row = line.execute("SELECT debt, at, day, used FROM account WHERE caller = ?", (name,)).fetchone()
    return Account(*row) if row else Account()


def _write(line: sqlite3.Connection, name: str, account: Account) -> None:
    values = (name, account.debt, account.at, account.day, account.used)
    line.execute(
        "INSERT OR REPLACE INTO account (caller, debt, at, day, used) VALUES (?, ?, ?, ?, ?)", values
    )


def _forget_before(line: sqlite3.Connection, now: datetime) -> None:
    line.execute("DELETE FROM account WHERE day < ?", (day_of(now) - _KEPT_DAYS,))


def _write_ahead(line: sqlite3.Connection) -> None:
    """Of several that do this to a new file in the same moment, SQLite lets none wait and turns some away."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            line.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(_PAUSE)
        else:
            return


@contextmanager
def _held() -> Iterator[sqlite3.Connection]:
    """The file, held against all others until the block ends."""
    line = _line()
    line.execute("BEGIN IMMEDIATE")
    try:
        yield line
    except BaseException:
        line.execute("ROLLBACK")
        raise
    line.execute("COMMIT")


def _line() -> sqlite3.Connection:
    place = (Path(settings.DOSJA_ALLOWANCES), os.getpid())
    if _mine.line is None or _mine.place != place:
        _mine.line, _mine.place = _opened(place[0]), place
    return _mine.line


def _opened(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    line = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    _write_ahead(line)
    # A crash of the machine may lose counts, never the file's order.
    line.execute("PRAGMA synchronous=OFF")
    line.execute(_TABLE)
    return line
