"""How many cases a list holds, up to a limit: beyond it, a number would cost more than it tells."""

from typing import Final

from backend.cases import search as searching
from backend.cases.page.branches import own_partners
from backend.cases.page.filters import ACCESS, CASE, CaseFilters, Columns, conditions, states
from backend.cases.page.sight import Opening, Sight, allowed, sight_of
from backend.cases.sql import Piece, every, joined, one_of, rows_of
from backend.partners.actors import Actor

CAP: Final = 1_000


def count_of_cases(
    actor: Actor, filters: CaseFilters, search: str | None = None, *, cap: int = CAP
) -> tuple[int, bool]:
    """How many cases a list with the same filters and search holds, and whether there are more than that."""
    words = searching.query_of(search)
    reading = words is not None or filters.need_reading
    sight = sight_of(actor, "read_complaints" if reading else "view_cases")
    if not sight.partners or (words is not None and words.is_empty):
        return 0, False
    opening = filters.opening(words=words is not None)
    if words is None:
        return _counted(_seen(sight, filters, opening, cap + 1), cap)
    rows = searching.rows_for(sight.partners, sight.principals)
    for manner in searching.MANNERS:
        found = searching.found(words, manner, rows, sight.principals)
        count, capped = _counted(_found(found, sight, filters, opening, cap + 1), cap)
        if count:
            return count, capped
    return 0, False


def _counted(ids: Piece, cap: int) -> tuple[int, bool]:
    found = rows_of(Piece(f"SELECT count(*) FROM ({ids.text}) counted", ids.values))[0][0]
    return min(found, cap), found > cap


def _seen(sight: Sight, filters: CaseFilters, opening: Opening, limit: int) -> Piece:
    """Own cases and exceptions, each case once; an exception counts only if it still holds."""
    return joined(" UNION ", (_own(sight, filters, limit), _exceptions(sight, filters, opening, limit)))


def _own(sight: Sight, filters: CaseFilters, limit: int) -> Piece:
    owner = one_of("c.owner_id", own_partners(sight, filters))
    where = every((owner, Piece("NOT c.restricted"), *_narrowed(filters, CASE)))
    text = f"SELECT id FROM (SELECT c.id FROM cases_case c WHERE {where.text} LIMIT %s) own"
    return Piece(text, (*where.values, limit))


def _exceptions(sight: Sight, filters: CaseFilters, opening: Opening, limit: int) -> Piece:
    principal = one_of("a.principal", sight.principals)
    where = every((principal, *_narrowed(filters, ACCESS), allowed(sight, opening)))
    text = (
        "SELECT id FROM (SELECT DISTINCT c.id FROM cases_caseaccess a"
        f" JOIN cases_case c ON c.id = a.case_id WHERE {where.text} LIMIT %s) exceptions"
    )
    return Piece(text, (*where.values, limit))


def _found(found: Piece, sight: Sight, filters: CaseFilters, opening: Opening, limit: int) -> Piece:
    where = every((*_narrowed(filters, CASE), allowed(sight, opening)))
    text = f"SELECT c.id FROM {found.text} JOIN cases_case c ON c.id = f.case_id WHERE {where.text} LIMIT %s"
    return Piece(text, (*found.values, *where.values, limit))


def _narrowed(filters: CaseFilters, on: Columns) -> list[Piece]:
    return [*conditions(filters, on), *states(filters, on)]
