"""Which faults of database and disk pass by themselves: whoever asks is told to come again."""

import errno
from typing import Final

from django.db import Error, InterfaceError, OperationalError

from backend.common.errors import Busy, Interrupted, Problem

# SQLSTATE: lock_not_available, deadlock and serialization failures.
_LOCKS: Final = frozenset({"55P03", "40P01", "40001"})
# Its first two letters: the line broke, no room or no connections, stopped or starting, the system failed.
_OUTAGES: Final = frozenset({"08", "53", "57", "58"})
_READ_ONLY: Final = "25006"  # a standby that has not taken over yet
_OF_SQLITE: Final = ("disk is full", "disk i/o error", "unable to open database", "readonly database")
_OF_DISKS: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO})


def problem_of(exc: BaseException | None) -> Problem | None:
    """Busy or Interrupted; None for what would fail again, such as a table that is not there."""
    if isinstance(exc, OperationalError) and _is_lock(exc):
        return Busy()
    if isinstance(exc, InterfaceError) or (isinstance(exc, Error) and _is_outage(exc)):
        return Interrupted()
    if isinstance(exc, OSError) and exc.errno in _OF_DISKS:
        return Interrupted()
    return None


def _is_lock(exc: OperationalError) -> bool:
    return _state(exc) in _LOCKS or "database is locked" in str(exc)


def _is_outage(exc: Error) -> bool:
    if state := _state(exc):
        return state[:2] in _OUTAGES or state == _READ_ONLY
    if not isinstance(exc, OperationalError):
        return False
    told = str(exc).lower()
    # Without a state: SQLite, which says so in words; or a server that could not be reached at all.
    return any(words in told for words in _OF_SQLITE) or _is_of_server(exc)


def _is_of_server(exc: OperationalError) -> bool:
    return type(exc.__cause__).__module__.startswith("psycopg")


def _state(exc: Error) -> str | None:
    state = getattr(exc.__cause__, "sqlstate", None)
    return state if isinstance(state, str) else None
