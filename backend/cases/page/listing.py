"""One page of cases in one query: keys from the branches or the search, rows checked again, plain dicts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from backend.cases import search as searching
from backend.cases.page.branches import Place, branches, merged
from backend.cases.page.cursor import Cursor, read_cursor
from backend.cases.page.filters import CaseFilters
from backend.cases.page.orders import NEWEST, Order, order_named
from backend.cases.page.searched import keys_of_search
from backend.cases.page.sight import NEEDED, Depth, Sight, how_far, sight_of
from backend.cases.sql import Piece, as_day, as_moment, as_uuid, rows_of
from backend.partners.actors import Actor

_Reader = Callable[[Any], Any]

# What a row of a list is made of, and how a value is read where engines give it differently. The slug and the
# name spare the list two queries.
COLUMNS: Final[dict[str, _Reader | None]] = {
    "id": as_uuid,
    "reference": None,
    "owner_id": as_uuid,
    "kind": None,
    "state": None,
    "severity": None,
    "category_id": None,
    "institution_id": None,
    "place_id": None,
    "assignee_id": as_uuid,
    "restricted": bool,
    "summary": None,
    "opened_at": as_moment,
    "due_at": as_day,
    "outcome": None,
    "resolved_at": as_moment,
    "closed_at": as_moment,
    "version": None,
    "owner_slug": None,
    "assignee_name": None,
}
_ELSEWHERE: Final = {"owner_slug": "o.slug", "assignee_name": "u.name"}
_READERS: Final = tuple((at, read) for at, read in enumerate(COLUMNS.values()) if read)
_NAMES: Final = (*COLUMNS, "readable", "summarised")
_SELECTED: Final = ", ".join(_ELSEWHERE.get(name, f"c.{name}") for name in COLUMNS)
# What is left out of a row that the actor may know of but not read.
_UNREAD: Final = {"assignee_id": None, "assignee_name": None}

PLAIN: Final = "all"


@dataclass(frozen=True, slots=True)
class Page:
    """Rows in order, and the cursor of the page after, None on the last. `readable` is False in a row of
    which the actor does not read everything: its assignee is None, and its summary unless `summarised`."""

    rows: list[dict[str, Any]]
    next: str | None


@dataclass(frozen=True, slots=True)
class _Request:
    """What one page is asked for, all of it checked."""

    sight: Sight
    readers: Sight
    filters: CaseFilters
    order: Order
    words: searching.Query | None
    rows: Piece | None
    manner: str
    size: int


def page_of_cases(
    actor: Actor,
    filters: CaseFilters,
    *,
    order: str = NEWEST,
    cursor: str | None = None,
    size: int = 50,
    search: str | None = None,
) -> Page:
    """The cases that the actor may know of, a page of them. One query; for a search one before,
    of how many cases it looks through, and one after, where no beginning of a word answers. Raises Invalid
    for an unknown order or cursor."""
    wanted = order_named(order)
    words = searching.query_of(search)
    manners = (PLAIN,) if words is None else searching.MANNERS
    place = None if cursor is None else read_cursor(cursor, wanted, manners)
    reading = words is not None or filters.need_reading
    sight = sight_of(actor, "read_complaints" if reading else "view_cases")
    if not sight.partners or (words is not None and words.is_empty):
        return Page([], None)
    readers = sight if reading else sight_of(actor, "read_complaints")
    rows = None if words is None else searching.rows_for(sight.partners, sight.principals)
    request = _Request(sight, readers, filters, wanted, words, rows, manners[0], size)
    if place is not None:
        return _page(replace(request, manner=place.manner), Place(place.value, place.id))
    for manner in manners:
        if (page := _page(replace(request, manner=manner), None)).rows:
            return page
    return Page([], None)


def _page(request: _Request, after: Place | None) -> Page:
    """The next rows that hold; where a whole page of keys was out of date, the one after."""
    needed = NEEDED[request.filters.opening(words=request.words is not None)]
    while True:
        found = rows_of(_statement(request, after))
        held = [row for row in found[: request.size] if row[2] is not None and row[-1] >= needed]
        if len(found) <= request.size:
            return Page(list(_dicts(held)), None)
        if held:
            # Never the place of a row that is not shown: a cursor can be read.
            value, key = held[-1][:2]
            return Page(list(_dicts(held)), str(_cursor(request, value, key)))
        after = Place(*_read_place(request.order, *found[request.size - 1][:2]))


def _statement(request: _Request, after: Place | None) -> Piece:
    limit = request.size + 1
    if request.words is None or request.rows is None:
        pieces = branches(request.sight, request.filters, request.order, after, limit)
        keys = merged(pieces, request.order, limit)
    else:
        found = searching.found(request.words, request.manner, request.rows, request.sight.principals)
        keys = keys_of_search(found, request.filters, request.order, after, limit)
    depth = how_far(request.sight, request.readers)
    text = (
        f"WITH keys AS ({keys.text}) SELECT keys.sort, keys.id, {_SELECTED}, {depth.text} AS depth"
        " FROM keys LEFT JOIN cases_case c ON c.id = keys.id"
        " LEFT JOIN partners_partner o ON o.id = c.owner_id LEFT JOIN partners_user u ON u.id = c.assignee_id"
        f" {request.order.by('keys.sort', 'keys.id')}"
    )
    return Piece(text, (*keys.values, *depth.values))


def _dicts(rows: list[tuple[Any, ...]]) -> Iterator[dict[str, Any]]:
    for row in rows:
        depth = row[-1]
        values = [*row[2:-1], depth >= Depth.EVERYTHING, depth >= Depth.SUMMARY]
        for at, read in _READERS:
            values[at] = read(values[at])
        shown = dict(zip(_NAMES, values, strict=True))
        if not shown["readable"]:
            shown.update(_UNREAD)
        if not shown["summarised"]:
            shown["summary"] = None
        yield shown


def _read_place(order: Order, value: Any, key: Any) -> tuple[datetime | date, UUID]:
    return (as_day(value) if order.column == "due_at" else as_moment(value)), as_uuid(key)


def _cursor(request: _Request, value: Any, key: Any) -> Cursor:
    return Cursor(request.order.name, request.manner, *_read_place(request.order, value, key))
