"""What a list holds of each kind: one reading of its cases, counted by state, category, person and so on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from backend.cases import search as searching
from backend.cases.page.branches import own_partners
from backend.cases.page.counting import CAP
from backend.cases.page.filters import ACCESS, CASE, IS_RUNNING, CaseFilters, conditions, states
from backend.cases.page.sight import Depth, Opening, Sight, allowed, how_far, sight_of
from backend.cases.sql import Piece, bound, every, joined, one_of, rows_of
from backend.common import clock
from backend.partners.actors import Actor

# A list longer than this is not read to its end: its numbers are then "at least".
MOST_READ: Final = 25_000
# The stage is counted by its states: which of them make it up, the table of states knows.
FACETS: Final = (
    *("state", "stage", "kind", "severity", "category", "institution", "place", "owner"),
    *("assignee", "overdue", "tag"),
)
"""What cases are counted by. People and tags only where the actor reads them."""


@dataclass(frozen=True, slots=True)
class Facet:
    """How many cases have each value, as the database holds it; None stands for none. `at_least`: the list
    is longer than what was read."""

    counts: Mapping[str | None, int]
    at_least: bool

    def told(self, count: int) -> tuple[int, bool]:
        """A count as it is shown, and whether there are more."""
        return min(count, CAP), self.at_least or count > CAP


def facets_of_cases(
    actor: Actor, wanted: Mapping[str, CaseFilters], search: str | None = None
) -> dict[str, Facet]:
    """How the cases are spread, each facet under its own filters. One query for all that are alike."""
    alike: dict[CaseFilters, list[str]] = defaultdict(list)
    for name, filters in wanted.items():
        alike[filters].append(name)
    found: dict[str, Facet] = {}
    for filters, names in alike.items():
        found.update(_together(actor, filters, names, search))
    return found


def _together(
    actor: Actor, filters: CaseFilters, names: Iterable[str], search: str | None
) -> dict[str, Facet]:
    words = searching.query_of(search)
    readers = sight_of(actor, "read_complaints")
    sight = readers if words is not None or filters.need_reading else sight_of(actor, "view_cases")
    if not sight.partners or (words is not None and words.is_empty):
        return {name: Facet({}, at_least=False) for name in names}
    opening = filters.opening(words=words is not None)
    if words is None:
        return _counted(_seen(sight, readers, filters, opening), names)
    found: dict[str, Facet] = {}
    rows = searching.rows_for(sight.partners, sight.principals)
    for manner in searching.MANNERS:
        matched = searching.found(words, manner, rows, sight.principals)
        found = _counted(_found(matched, sight, readers, filters, opening), names)
        if any(facet.counts for facet in found.values()):
            break
    return found


def _counted(base: Piece, names: Iterable[str]) -> dict[str, Facet]:
    counts = [_count(name) for name in names]
    each = joined(" UNION ALL ", (*counts, Piece("SELECT '', NULL, count(*) FROM base")))
    few = Piece(_FEW, (bound(clock.now().date()),))
    tallied: dict[str, dict[str | None, int]] = {name: {} for name in ("", *names)}
    for name, value, count in rows_of(
        Piece(
            f"WITH base AS ({base.text}), few AS ({few.text}) {each.text}",
            (*base.values, *few.values, *each.values),
        )
    ):
        if count or not name:
            tallied[name][value] = int(count)
    at_least = tallied.pop("")[None] >= MOST_READ
    return {name: Facet(counts, at_least) for name, counts in tallied.items()}


# What has few values is counted together first: the rows are gone through once for all of it.
_FEW: Final = (
    "SELECT state, kind, severity, owner_id,"
    f" CASE WHEN due_at IS NOT NULL AND state IN ({IS_RUNNING}) AND due_at < %s THEN 1 ELSE 0 END AS late,"
    " count(*) AS cases FROM base GROUP BY 1, 2, 3, 4, 5"
)
_OF_FEW: Final = {
    "state": "state",
    "stage": "state",
    "kind": "kind",
    "severity": "severity",
    "owner": "owner_id",
}
_OF_MANY: Final = {"category": "category_id", "institution": "institution_id", "place": "place_id"}


def _count(name: str) -> Piece:
    if name == "tag":
        return Piece(
            "SELECT 'tag', min(t.name), count(*) FROM base JOIN cases_tag_cases tc ON tc.case_id = base.id"
            f" JOIN cases_tag t ON t.id = tc.tag_id WHERE base.opened >= {Depth.SUMMARY} GROUP BY t.folded"
        )
    if name == "overdue":
        return Piece("SELECT 'overdue', 'true', coalesce(sum(cases), 0) FROM few WHERE late = 1")
    if name in _OF_FEW:
        column = _OF_FEW[name]
        return Piece(f"SELECT '{name}', CAST({column} AS text), sum(cases) FROM few GROUP BY {column}")
    if name in _OF_MANY:
        column = _OF_MANY[name]
        return Piece(f"SELECT '{name}', CAST({column} AS text), count(*) FROM base GROUP BY {column}")
    return Piece(
        "SELECT 'assignee', CAST(assignee_id AS text), count(*) FROM base"
        f" WHERE opened >= {Depth.EVERYTHING} GROUP BY assignee_id"
    )


_COLUMNS: Final = ", ".join(
    f"c.{name}"
    for name in (
        *("id", "state", "kind", "severity", "category_id", "institution_id", "place_id"),
        *("owner_id", "assignee_id", "due_at"),
    )
)


def _seen(sight: Sight, readers: Sight, filters: CaseFilters, opening: Opening) -> Piece:
    """Own cases, and the exceptions among the others: no case stands in both."""
    own = _own(sight, readers, filters)
    if not sight.principals:
        return own
    return joined(" UNION ALL ", (own, _exceptions(sight, readers, filters, opening)))


def _own(sight: Sight, readers: Sight, filters: CaseFilters) -> Piece:
    owner = one_of("c.owner_id", own_partners(sight, filters))
    where = every((owner, Piece("NOT c.restricted"), *conditions(filters, CASE), *states(filters, CASE)))
    read = one_of("c.owner_id", readers.partners)
    text = (
        f"SELECT * FROM (SELECT {_COLUMNS},"
        f" CASE WHEN {read.text} THEN {Depth.EVERYTHING} ELSE {Depth.EXISTENCE} END AS opened"
        f" FROM cases_case c WHERE {where.text} LIMIT %s) own"
    )
    return Piece(text, (*read.values, *where.values, MOST_READ))


def _exceptions(sight: Sight, readers: Sight, filters: CaseFilters, opening: Opening) -> Piece:
    own = one_of("c.owner_id", own_partners(sight, filters))
    narrowed = (*conditions(filters, ACCESS), *states(filters, ACCESS))
    others = Piece(f"NOT ({own.text} AND NOT c.restricted)", own.values)
    where = every((one_of("a.principal", sight.principals), *narrowed, others, allowed(sight, opening)))
    opened = how_far(sight, readers)
    text = (
        f"SELECT * FROM (SELECT DISTINCT {_COLUMNS}, {opened.text} AS opened FROM cases_caseaccess a"
        f" JOIN cases_case c ON c.id = a.case_id WHERE {where.text} LIMIT %s) exceptions"
    )
    return Piece(text, (*opened.values, *where.values, MOST_READ))


def _found(found: Piece, sight: Sight, readers: Sight, filters: CaseFilters, opening: Opening) -> Piece:
    where = every((*conditions(filters, CASE), *states(filters, CASE), allowed(sight, opening)))
    opened = how_far(sight, readers)
    text = (
        f"SELECT {_COLUMNS}, {opened.text} AS opened FROM {found.text}"
        f" JOIN cases_case c ON c.id = f.case_id WHERE {where.text} LIMIT %s"
    )
    return Piece(text, (*opened.values, *found.values, *where.values, MOST_READ))
