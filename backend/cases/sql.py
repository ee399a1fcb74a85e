"""Pieces of SQL with their bound parameters, and values as each engine takes and gives them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.db import connection, connections
from psycopg.types.datetime import TimestamptzLoader

from backend.common import replica


@dataclass(frozen=True, slots=True)
class Piece:
    """SQL text written by us, and the values for its placeholders: values never become text."""

    text: str
    values: tuple[Any, ...] = ()


def joined(separator: str, pieces: Iterable[Piece]) -> Piece:
    """Pieces in a row, their values in the same order."""
    listed = list(pieces)
    values = tuple(value for piece in listed for value in piece.values)
    return Piece(separator.join(piece.text for piece in listed), values)


def every(conditions: Iterable[Piece]) -> Piece:
    """All conditions together."""
    return joined(" AND ", conditions)


def one_of(column: str, values: Iterable[Any]) -> Piece:
    """The column holds one of the values; of none of them, nothing."""
    bound_values = tuple(bound(value) for value in values)
    if not bound_values:
        return Piece("1 = 0")
    return Piece(f"{column} IN ({', '.join(['%s'] * len(bound_values))})", bound_values)


def words(constants: Iterable[str]) -> str:
    """Constants of our own code as literals: SQLite recognises a partial index only by literals."""
    return ", ".join(f"'{constant}'" for constant in constants)


def bound(value: Any) -> Any:
    """A value as the engine's driver takes it."""
    if isinstance(value, UUID):
        return value if connection.features.has_native_uuid_field else value.hex
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    return value


def as_uuid(value: Any) -> Any:
    return UUID(value) if isinstance(value, str) else value


def as_moment(value: Any) -> Any:
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


def as_day(value: Any) -> Any:
    return date.fromisoformat(value) if isinstance(value, str) else value


def rows_of(piece: Piece) -> list[tuple[Any, ...]]:
    """Run it; one query."""
    with connections[replica.alias()].cursor() as cursor:
        if connection.vendor == "postgresql":
            _read_moments_quickly(cursor)
        cursor.execute(piece.text, piece.values)
        return cursor.fetchall()


def _read_moments_quickly(cursor: Any) -> None:
    """By the driver's own reader of `timestamptz`, in C. Django's, in Python, is for connections whose time
    zone is not that of the settings; on ours both are UTC."""
    cursor.cursor.adapters.register_loader("timestamptz", TimestamptzLoader)
