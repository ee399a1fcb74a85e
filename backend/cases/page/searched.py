"""The keys of a page that is searched: what the search index finds, narrowed like any other list."""

from backend.cases.page.branches import Place
from backend.cases.page.filters import CASE, CaseFilters, conditions, states
from backend.cases.page.orders import Order
from backend.cases.sql import Piece, bound, every


def keys_of_search(
    found: Piece, filters: CaseFilters, order: Order, after: Place | None, limit: int
) -> Piece:
    """(sort, id) of the first cases whose search row `f` was found, narrowed further."""
    narrowed = [*conditions(filters, CASE), *states(filters, CASE)]
    if (running := order.present("c")) is not None:
        narrowed.append(Piece(running))
    # The search row knows when a case was opened: without filters the cases themselves are left alone.
    joins = bool(narrowed)
    sort, id = ("c.due_at" if order.column == "due_at" else "f.opened_at"), "f.case_id"
    wanted = [Piece("1 = 1"), *narrowed]
    if after is not None:
        wanted.append(Piece(f"({sort}, {id}) {order.beyond} (%s, %s)", (bound(after.value), bound(after.id))))
    where = every(wanted)
    text = (
        f"SELECT {sort} AS sort, {id} AS id FROM {found.text}"
        f"{' JOIN cases_case c ON c.id = f.case_id' if joins else ''}"
        f" WHERE {where.text} {order.by(sort, id)} LIMIT %s"
    )
    return Piece(text, (*found.values, *where.values, limit))
