"""The branches of a page: own cases and exceptions, each read in order from an index and cut off early."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.db import connection

from backend.cases.page.filters import ACCESS, CASE, CaseFilters, Columns, conditions, states
from backend.cases.page.orders import Order
from backend.cases.page.sight import Sight
from backend.cases.sql import Piece, bound, every, joined, one_of

# Up to here every key gets a sub-select of its own, planned with that partner's real numbers; above, planning
# costs more than it saves and PostgreSQL takes them in a loop.
MOST_LITERAL: Final = 8
# SQLite has no LATERAL, plans in microseconds, and refuses more than 500 sub-selects in one statement.
MOST_IN_SQLITE: Final = 200


@dataclass(frozen=True, slots=True)
class Place:
    """From where a page goes on: after this sort value and id; None at the beginning."""

    value: Any
    id: UUID


@dataclass(frozen=True, slots=True)
class Walk:
    """One index to be walked: for each key (owner and perhaps state, or principal) the next rows in order."""

    table: str
    on: Columns
    columns: tuple[str, ...]
    types: tuple[str, ...]
    keys: tuple[tuple[Any, ...], ...]
    fixed: tuple[Piece, ...]


def branches(
    sight: Sight, filters: CaseFilters, order: Order, after: Place | None, limit: int
) -> list[Piece]:
    """Sub-selects of (sort, id); merged, they hold the first `limit` rows that the actor may see."""
    walks = (_own(sight, filters, order), _exceptions(sight, filters, order))
    return [piece for walk in walks for piece in read(walk, order, after, limit)]


def _own(sight: Sight, filters: CaseFilters, order: Order) -> Walk:
    owners = own_partners(sight, filters)
    fixed = (Piece("NOT c.restricted"), *conditions(filters, CASE))
    # One index holds owner, state and arrival; the one of terms holds no state, and needs none: it is short.
    split = filters.split_states if order.column == "opened_at" else None
    if split is None:
        fixed = (*fixed, *states(filters, CASE))
        return Walk("cases_case c", CASE, ("owner_id",), ("uuid",), tuple((one,) for one in owners), fixed)
    keys = tuple((owner, state) for owner in owners for state in split)
    return Walk("cases_case c", CASE, ("owner_id", "state"), ("uuid", "text"), keys, fixed)


def own_partners(sight: Sight, filters: CaseFilters) -> tuple[UUID, ...]:
    """The partners whose own cases can be on the page."""
    return tuple(one for one in sight.partners if filters.owner in (None, one))


def _exceptions(sight: Sight, filters: CaseFilters, order: Order) -> Walk:
    keys = tuple((principal,) for principal in sight.principals)
    fixed = (*conditions(filters, ACCESS), *states(filters, ACCESS))
    return Walk("cases_caseaccess a", ACCESS, ("principal",), ("uuid",), keys, fixed)


def read(walk: Walk, order: Order, after: Place | None, limit: int) -> list[Piece]:
    """The sub-selects of one walk."""
    if not walk.keys:
        return []
    rest = (*walk.fixed, *_running_term(walk, order), *_beyond(walk, order, after))
    if connection.vendor == "postgresql" and len(walk.keys) > MOST_LITERAL:
        return [_lateral(walk, rest, order, limit)]
    if len(walk.keys) > MOST_IN_SQLITE:
        return [_select(walk, (*_together(walk), *rest), order, limit)]
    return [_select(walk, (*_equal(walk, key), *rest), order, limit) for key in walk.keys]


def _running_term(walk: Walk, order: Order) -> Sequence[Piece]:
    words = order.present(walk.on.alias)
    return () if words is None else (Piece(words),)


def _beyond(walk: Walk, order: Order, after: Place | None) -> Sequence[Piece]:
    if after is None:
        return ()
    text = f"({walk.on.alias}.{order.column}, {walk.on.id}) {order.beyond} (%s, %s)"
    return (Piece(text, (bound(after.value), bound(after.id))),)


def _equal(walk: Walk, key: Sequence[Any]) -> list[Piece]:
    pairs = zip(walk.columns, key, strict=True)
    return [Piece(f"{walk.on.alias}.{column} = %s", (bound(value),)) for column, value in pairs]


def _together(walk: Walk) -> list[Piece]:
    values = zip(*walk.keys, strict=True)
    pairs = zip(walk.columns, values, strict=True)
    return [one_of(f"{walk.on.alias}.{column}", set(held)) for column, held in pairs]


def _select(walk: Walk, wanted: Sequence[Piece], order: Order, limit: int) -> Piece:
    where = every(wanted)
    sort = f"{walk.on.alias}.{order.column}"
    text = (
        f"SELECT sort, id FROM (SELECT {sort} AS sort, {walk.on.id} AS id FROM {walk.table}"
        f" WHERE {where.text} {order.by(sort, walk.on.id)} LIMIT %s) one"
    )
    return Piece(text, (*where.values, limit))


def _lateral(walk: Walk, rest: Sequence[Piece], order: Order, limit: int) -> Piece:
    """The same sub-select in a loop over all keys."""
    keys = ", ".join(f"%s::{kind}[]" for kind in walk.types)
    names = ", ".join(walk.columns)
    equal = [Piece(f"{walk.on.alias}.{column} = k.{column}") for column in walk.columns]
    inner = _select(walk, (*equal, *rest), order, limit)
    columns = tuple([bound(value) for value in held] for held in zip(*walk.keys, strict=True))
    return Piece(
        f"SELECT each.sort, each.id FROM unnest({keys}) AS k ({names})"
        f" CROSS JOIN LATERAL ({inner.text}) each",
        (*columns, *inner.values),
    )


def merged(pieces: Sequence[Piece], order: Order, limit: int) -> Piece:
    """The first rows of all branches together; a case that comes from two branches comes once."""
    union = joined(" UNION ALL ", pieces)
    text = f"SELECT sort, id FROM ({union.text}) merged GROUP BY sort, id {order.by('sort', 'id')} LIMIT %s"
    return Piece(text, (*union.values, limit))
