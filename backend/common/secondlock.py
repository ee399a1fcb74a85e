"""The second lock: whose rows PostgreSQL may show, told to it with every single statement.

The first lock is `visible_to`. Where a query forgets it, row-level security (backend/secondlock) still
compares each row with the *keys* that are held at that moment: the ids of the actor's partners, or of the one
complaint and case that a receipt or a letter's link opens. Whoever holds none sees nothing. SQLite has no
such lock.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

SETTING: Final = "dosja.keys"
# Opens every row. No partner, case or complaint has this id: those are version 4 and 7.
MASTER_KEY: Final = UUID(int=2**128 - 1)
_STATEMENTS: Final = ("SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "MERGE", "VALUES", "TABLE", "EXPLAIN")
_LONGEST_VERB: Final = max(len(word) for word in _STATEMENTS)

_held: ContextVar[frozenset[UUID]] = ContextVar("secondlock_keys", default=frozenset())


class Errand(StrEnum):
    """Why code works across partners. A test lists the places that do."""

    JOB = "a background job"
    COMMAND = "a command on the server"
    RECEIPT = "a receipt's number leads to its complaint"
    ANSWER_LINK = "a link in a letter leads to its referral"
    DECREE = "a decree moves days in all partners"


def held() -> frozenset[UUID]:
    """The keys at hand."""
    return _held.get()


@contextmanager
def holding(*keys: UUID) -> Iterator[None]:
    """With these keys and no others; with none, empty-handed. Afterwards everything is as it was."""
    token = _held.set(frozenset(keys))
    try:
        yield
    finally:
        _held.reset(token)


def hold(keys: Iterable[UUID]) -> None:
    """From here to the end of the request (or of the surrounding `holding`), these keys and no others."""
    _held.set(frozenset(keys))


@contextmanager
def everything(errand: Errand) -> Iterator[None]:
    """With the key to all rows, for work that no single partner's keys can do."""
    if not isinstance(errand, Errand):
        raise TypeError("Say on which errand everything is opened.")
    with holding(MASTER_KEY):
        yield


def carry_keys(execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any) -> Any:
    """Execute wrapper of a connection: keys and statement travel in one message, thus in one transaction.

    The keys end with that transaction. So they reach neither the next request on this connection nor another
    client of a pooler, and cost no round trip. What does not come through here finds every row closed.
    """
    if not isinstance(sql, str) or not _may_touch_rows(sql) or _has_nothing_to_tell(context["connection"]):
        return execute(sql, params, many, context)
    cursor = context["cursor"].cursor
    if many:
        # A driver's batch sends statements one by one: only a transaction around them keeps the keys.
        cursor.execute(telling())
        return execute(sql, params, many, context)
    result = execute(f"{telling()}; {sql}", params, many, context)
    cursor.nextset()
    return result


def _has_nothing_to_tell(connection: Any) -> bool:
    """Without keys, in a statement that is a transaction of its own: no other has left any behind."""
    return not _held.get() and bool(connection.autocommit)


def telling() -> str:
    """The statement that tells the keys. Of ids only: nothing needs quotes, no sign means a placeholder."""
    return f"SELECT set_config('{SETTING}', '{_written()}', true)"


def option() -> str:
    """The keys at hand as an option of a connection, for a program of PostgreSQL's that makes its own."""
    return f"-c {SETTING}={_written()}"


def _written() -> str:
    return "{" + ",".join(sorted(str(UUID(bytes=key.bytes)) for key in _held.get())) + "}"


def _may_touch_rows(sql: str) -> bool:
    """Savepoints, which also come into broken transactions, and DDL, which may want none, go as they are."""
    return sql.lstrip("( \r\n\t")[:_LONGEST_VERB].upper().startswith(_STATEMENTS)
