"""Lists that leave as a file: read whole, told in the audit of every partner concerned, and then given."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.db import transaction

from backend.audit.services import lock_chains, record
from backend.cases import errors
from backend.cases.page import CaseFilters, page_of_cases, with_extras
from backend.partners.actors import Actor

MOST_ROWS: Final = 10_000
_AT_ONCE: Final = 200


@dataclass(frozen=True, slots=True)
class Leaving:
    """What is asked to leave: which cases in which order, and what is shown of each."""

    filters: CaseFilters
    order: str
    search: str | None
    extras: Collection[str]


def pages_leaving(leaving: Leaving, actor: Actor) -> Iterator[Sequence[dict[str, Any]]]:
    """All rows that the actor may know of, page by page. Raises ListTooLong once there are too many."""
    cursor, given = None, 0
    while True:
        page = page_of_cases(
            actor,
            leaving.filters,
            order=leaving.order,
            cursor=cursor,
            size=_AT_ONCE,
            search=leaving.search,
        )
        given += len(page.rows)
        if given > MOST_ROWS or (given == MOST_ROWS and page.next):
            raise errors.ListTooLong(most=MOST_ROWS)
        yield with_extras(page.rows, leaving.extras, actor)
        cursor = page.next
        if cursor is None:
            return


@transaction.atomic
def tell_export(
    owners: Counter[UUID], *, kind: str, columns: Collection[str], narrowed: Collection[str], actor: Actor
) -> None:
    """One audit line for each partner whose cases leave: how many, which columns, narrowed by what."""
    lock_chains(*owners)
    facts = {"format": kind, "columns": list(columns), "narrowed": sorted(narrowed)}
    for owner, count in sorted(owners.items()):
        record(actor, "cases.exported", ("partners.partner", owner), chain=owner, count=count, **facts)
