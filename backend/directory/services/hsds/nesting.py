"""Nested HSDS documents into rows of tables, and back."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Final

from backend.directory.services.hsds.rows import Found, Rows, Values
from backend.directory.services.hsds.tables import ONES, TABLES, lists_in, parent_fields

Tables = Mapping[str, Iterable[Values]]
_DEEPEST: Final = 24


class NotHsds(Exception):
    """The document is none that is known: a page, a list or one of services or organizations, or both."""


def tables_of_document(document: Any) -> Rows:
    """The rows of a document: `{"organizations": …, "services": …}`, a page of them, a list, or one. Raises
    NotHsds."""
    rows: Rows = {name: [] for name in TABLES}
    for way, objects in _parts(document):
        for number, one in enumerate(objects, 1):
            kind = _kind(one, way)
            _take(rows, kind, one, (number, f"{way}/{number - 1}"), None)
    return _merged(rows)


def _parts(document: Any) -> list[tuple[str, list[Any]]]:
    if isinstance(document, list):
        return [("", document)]
    if not isinstance(document, dict):
        raise NotHsds
    if isinstance(document.get("contents"), list):
        return [("/contents", document["contents"])]
    named = {name: document[name] for name in ("organizations", "services") if name in document}
    if named:
        return [part for name, inner in named.items() for part in _under(name, inner)]
    if "id" in document and "name" in document:
        return [("", [document])]
    raise NotHsds


def _under(name: str, inner: Any) -> list[tuple[str, list[Any]]]:
    return [(f"/{name}{way}", objects) for way, objects in _parts(inner)]


def _kind(one: Any, way: str) -> str:
    if not isinstance(one, dict):
        raise NotHsds
    if way.startswith("/services"):
        return "service"
    # Every service has a status, no organization has one.
    return "service" if "status" in one and not way.startswith("/organizations") else "organization"


def _take(rows: Rows, table: str, one: Any, place: tuple[int, str], parent: tuple[str, Any] | None) -> None:
    """One object: itself, and what hangs inside it."""
    row, where = place
    if not isinstance(one, dict) or where.count("/") > _DEEPEST:
        rows[table].append(Found(table, row, where, {}, ("", "not_an_object")))
        return
    lists, ones = lists_in(table), ONES.get(table, {})
    values = {name: value for name, value in one.items() if name not in lists and name not in ones}
    if parent:
        _say_parent(values, table, *parent)
    for name, (target, reference) in ones.items():
        if one.get(name) is not None:
            inner = one[name]
            values.setdefault(reference, inner.get("id") if isinstance(inner, dict) else None)
            _take(rows, target, inner, (row, f"{where}/{name}"), None)
    rows[table].append(Found(table, row, where, values))
    for name, child in lists.items():
        for number, inner in enumerate(_list(one.get(name)), 1):
            way = f"{where}/{name}/{number - 1}"
            _take(rows, child, inner, (number, way), (table, one.get("id")))


def _list(value: Any) -> list[Any]:
    # A list that is none is one wrong entry: it is told and not passed over.
    return value if isinstance(value, list) else [] if value is None else [value]


def _say_parent(values: Values, table: str, parent: str, parent_id: Any) -> None:
    fields = parent_fields(table, parent)
    for name, value in zip(fields, (parent_id, parent), strict=False):
        if name in TABLES[table].fields:
            values.setdefault(name, value)


def _merged(rows: Rows) -> Rows:
    """The same object in several places of a document is one row, if the places do not contradict."""
    return {table: _merge(found) for table, found in rows.items()}


def _merge(found: list[Found]) -> list[Found]:
    kept: dict[Any, Found] = {}
    result = []
    for one in found:
        id = one.given.get("id")
        first = kept.get(id) if isinstance(id, str) else None
        if first is None or first.problem or any(first.given.get(n, v) != v for n, v in one.given.items()):
            result.append(one)
            if isinstance(id, str):
                kept.setdefault(id, one)
        else:
            first.given = {**first.given, **one.given}
    return result


# Back ----------------------------------------------------------------------------------------------------


def to_document(tables: Tables) -> dict[str, Any]:
    """`{"organizations": page, "services": page}`: what HSDS gives at these two addresses, in full."""
    nest = _Nest(tables)
    organizations = [nest.whole("organization", one) for one in tables.get("organization", ())]
    services = [nest.whole("service", one) for one in tables.get("service", ())]
    return {"organizations": _page(organizations), "services": _page(services)}


def _page(contents: list[Any]) -> dict[str, Any]:
    return {
        "total_items": len(contents),
        "total_pages": 1,
        "page_number": 1,
        "size": len(contents),
        "first_page": True,
        "last_page": True,
        "empty": not contents,
        "contents": contents,
    }


class _Nest:
    """The rows by what they hang under."""

    def __init__(self, tables: Tables) -> None:
        self.by_id = {name: {row["id"]: row for row in rows} for name, rows in tables.items()}
        self.under: dict[tuple[str, str, str], list[Values]] = defaultdict(list)
        for name, rows in tables.items():
            for row in rows:
                for parent, id in _parents(name, row):
                    self.under[name, parent, id].append(row)

    def whole(self, table: str, row: Values) -> dict[str, Any]:
        """A row with all that hangs under it."""
        whole: dict[str, Any] = dict(row)
        for name, (target, reference) in ONES.get(table, {}).items():
            if found := self.by_id.get(target, {}).get(row.get(reference, "")):
                whole[name] = self.whole(target, found)
        for name, child in lists_in(table).items():
            if rows := self.under.get((child, table, row["id"])):
                whole[name] = [self.whole(child, one) for one in rows]
        return whole


def _parents(table: str, row: Values) -> Iterable[tuple[str, str]]:
    if table == "attribute":
        return [(row["link_entity"], row["link_id"])]
    if table == "metadata":
        return [(row["resource_type"], row["resource_id"])]
    fields = TABLES[table].fields.values()
    return [(field.target, row[field.name]) for field in fields if field.target and field.name in row]
