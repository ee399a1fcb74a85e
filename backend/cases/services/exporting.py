"""Lists that leave as a file: as far as the reader may see them, told to every partner concerned."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.db import transaction

from backend.audit.services import lock_chains, record
from backend.cases import errors
from backend.cases.page import EXTRAS, CaseFilters, page_of_cases, with_extras
from backend.partners.actors import Actor

# While somebody waits for the answer.
MOST_ROWS: Final = 10_000
_AT_ONCE: Final = 200

Page = Sequence[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Leaving:
    """What is asked to leave: which cases in which order, and which columns of each."""

    filters: CaseFilters
    order: str
    search: str | None
    columns: Sequence[str]

    @property
    def extras(self) -> list[str]:
        """Columns that each cost a query."""
        return [name for name in EXTRAS if name in self.columns]


def pages_leaving(leaving: Leaving, actor: Actor, *, most: int, at_once: int = _AT_ONCE) -> Iterator[Page]:
    """All rows that the actor may know of, page by page. Raises ListTooLong once there are too many."""
    cursor, given = None, 0
    while True:
        page = page_of_cases(
            actor,
            leaving.filters,
            order=leaving.order,
            cursor=cursor,
            size=at_once,
            search=leaving.search,
        )
        given += len(page.rows)
        if given > most or (given == most and page.next):
            raise errors.ListTooLong(most=most)
        yield with_extras(page.rows, leaving.extras, actor)
        cursor = page.next
        if cursor is None:
            return


def counted(pages: Iterator[Page], owners: Counter[UUID]) -> Iterator[Page]:
    """The same pages; how many cases of which partner were in them is added up."""
    for page in pages:
        owners.update(row["owner_id"] for row in page)
        yield page


@transaction.atomic
def tell_export(
    owners: Counter[UUID], *, kind: str, columns: Collection[str], narrowed: Collection[str], actor: Actor
) -> None:
    """One audit line for each partner whose cases leave: how many, which columns, narrowed by what."""
    lock_chains(*owners)
    facts = {"format": kind, "columns": list(columns), "narrowed": sorted(narrowed)}
    for owner, count in sorted(owners.items()):
        record(actor, "cases.exported", ("partners.partner", owner), chain=owner, count=count, **facts)
