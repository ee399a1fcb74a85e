"""Reading from a streaming replica, while it knows everything that the primary knew when it was asked.

Before each such reading the primary says up to where it has written, and the replica whether it has replayed
that far. So nobody's writes are missed, one's own no more than those that took away a right (ADR 50).
"""

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from functools import partial, wraps
from typing import Any, Final, TypeVar

from django.db import DEFAULT_DB_ALIAS, Error, connections
from django.db.models import Model

logger = logging.getLogger("dosja.replica")
REPLICA: Final = "replica"
# What may be read there. Rights, sessions, keys, audit lines and the directory, which processes remember, are
# always asked of the primary.
_APPS: Final = frozenset({"cases", "complaints", "insights"})
# Where the next record will be written, flushed or not: with synchronous_commit off, others see a commit
# before it is flushed. And which cluster this is.
_POSITION: Final = "SELECT pg_current_wal_insert_lsn()::text, system_identifier FROM pg_control_system()"
_REPLAYED: Final = (
    "SELECT pg_is_in_recovery() AND system_identifier = %s,"
    " pg_wal_lsn_diff(%s::pg_lsn, pg_last_wal_replay_lsn()),"
    " extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp())"
    " FROM pg_control_system()"
)
# What was written a moment ago is under way: at most 31 milliseconds are waited for it.
_PAUSES: Final = (0.001, 0.002, 0.004, 0.008, 0.016)

Answer = TypeVar("Answer")


class Outcome(StrEnum):
    """What became of a reading that the replica may answer. All but the first: the primary answered."""

    SERVES = "serves"
    BEHIND = "behind"
    AWAY = "away"
    STRANGER = "not_a_replica"
    BROKE_OFF = "broke_off"


# For so many seconds a process does not ask again. Reaching for a machine that is gone takes long.
_REST: Final = {Outcome.BEHIND: 1.0, Outcome.AWAY: 5.0, Outcome.STRANGER: 30.0}

_reading: ContextVar[bool] = ContextVar("replica_reading", default=False)
_noted: ContextVar[list[Outcome] | None] = ContextVar("replica_noted", default=None)


@dataclass(frozen=True, slots=True)
class Lag:
    """How far the replica is behind the primary."""

    size: int
    seconds: float


@dataclass(slots=True)
class _Standing:
    """What this process knows of the replica."""

    outcome: Outcome = Outcome.SERVES
    until: float = 0.0

    def rest(self, outcome: Outcome) -> None:
        self.until, self.outcome = time.monotonic() + _REST.get(outcome, 0.0), outcome


_standing: Final = _Standing()


def is_configured() -> bool:
    """Whether there is a replica."""
    return REPLICA in connections.settings


def alias() -> str:
    """Where SQL of one's own reads cases from at this moment."""
    return REPLICA if _reading.get() else DEFAULT_DB_ALIAS


def from_replica(handler: Callable[..., Answer]) -> Callable[..., Answer]:
    """Declares that a view only reads, and may read from the replica. Where that breaks off, it runs again.

    A line of the audit trail may be its last act: that is written to the primary, after all reading.
    """

    @wraps(handler)
    def handled(*args: Any, **kwargs: Any) -> Answer:
        return _read(partial(handler, *args, **kwargs)) if is_configured() else handler(*args, **kwargs)

    handled.reads_replica = True  # type: ignore[attr-defined]
    return handled


def _read(work: Callable[[], Answer]) -> Answer:
    outcome = outcome_now()
    if outcome is not Outcome.SERVES:
        _note(outcome)
        return work()
    token = _reading.set(True)
    try:
        answer = work()
    except Error:
        # The primary may have failed, too: that is told as always.
        if not connections[REPLICA].errors_occurred:
            raise
        connections[REPLICA].close()
    else:
        _note(outcome)
        return answer
    finally:
        _reading.reset(token)
    _note(Outcome.BROKE_OFF)
    return work()


def outcome_now() -> Outcome:
    """Whether the replica may answer: asked of both, or remembered for a moment where it may not."""
    before = _standing.outcome
    if time.monotonic() < _standing.until:
        return before
    # While one tries it again, others do not wait for that.
    _standing.rest(before)
    outcome = _asked()
    if outcome is not before:
        level = logging.INFO if outcome is Outcome.SERVES else logging.WARNING
        logger.log(level, "the replica: %s", outcome.value)
    _standing.rest(outcome)
    return outcome


def lag() -> Lag | None:
    """How far the replica is behind; None where it is away or none of ours."""
    try:
        is_ours, behind, seconds = _replayed(_position())
    except Error:
        connections[REPLICA].close()
        return None
    if not is_ours:
        return None
    return Lag(int(behind), float(seconds or 0)) if behind > 0 else Lag(0, 0.0)


def _asked() -> Outcome:
    position = _position()
    try:
        for pause in (0.0, *_PAUSES):
            time.sleep(pause)
            is_ours, behind, _seconds = _replayed(position)
            if not is_ours:
                return Outcome.STRANGER
            if behind <= 0:
                return Outcome.SERVES
    except Error:
        connections[REPLICA].close()
        return Outcome.AWAY
    return Outcome.BEHIND


def _position() -> Sequence[Any]:
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(_POSITION)
        return tuple(cursor.fetchone())


def _replayed(position: Sequence[Any]) -> Sequence[Any]:
    """Whether it is a replica of this primary, and how many bytes and seconds it is behind the position."""
    written, cluster = position
    with connections[REPLICA].cursor() as cursor:
        cursor.execute(_REPLAYED, [cluster, written])
        return tuple(cursor.fetchone())


def _note(outcome: Outcome) -> None:
    noted = _noted.get()
    if noted is not None:
        noted.append(outcome)


@contextmanager
def noting() -> Iterator[list[Outcome]]:
    """What became of the readings inside."""
    noted: list[Outcome] = []
    token = _noted.set(noted)
    try:
        yield noted
    finally:
        _noted.reset(token)


class Router:
    """Writes go to the primary, and so does every reading that is not inside of a declared view."""

    def db_for_read(self, model: type[Model], **_hints: Any) -> str:
        return alias() if model._meta.app_label in _APPS else DEFAULT_DB_ALIAS

    def db_for_write(self, model: type[Model], **_hints: Any) -> str:
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one: Model, other: Model, **_hints: Any) -> bool:
        return True

    def allow_migrate(self, db: str, app_label: str, **_hints: Any) -> bool:
        return db == DEFAULT_DB_ALIAS
