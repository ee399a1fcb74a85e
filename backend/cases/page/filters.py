"""How a list of cases is narrowed: the same conditions on owned cases and on the table of exceptions."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from backend.cases.page.sight import Opening
from backend.cases.sql import Piece, bound, one_of, words
from backend.cases.stages import RUNNING, State
from backend.common import clock

NOBODY: Final = "nobody"
"""As an assignee: cases that nobody works."""

IS_RUNNING: Final = words(str(state) for state in RUNNING)


@dataclass(frozen=True, slots=True)
class CaseFilters:
    """What a list is narrowed to. None, and empty kinds and severities, narrow nothing; other empty
    collections find nothing. Ids of subtrees come whole; a tag comes folded."""

    states: Collection[str] | None = None
    kinds: Collection[str] = ()
    severities: Collection[int] = ()
    categories: Collection[int] | None = None
    institutions: Collection[int] | None = None
    places: Collection[int] | None = None
    assignee: UUID | str | None = None
    overdue: bool | None = None
    opened_from: datetime | None = None
    opened_before: datetime | None = None
    owner: UUID | None = None
    restricted: bool | None = None
    tag: str | None = None
    ids: Collection[UUID] | None = None
    changed_after: datetime | None = None

    @property
    def need_reading(self) -> bool:
        """Tags, people and what happened are shown only to those who read a case: others must not find them
        by filtering."""
        return self.assignee is not None or self.tag is not None or self.changed_after is not None

    def opening(self, *, words: bool) -> Opening:
        """What a share must open for a list so narrowed, or searched for words: the people of another
        partner and when they did something are told only where everything is."""
        if self.assignee is not None or self.changed_after is not None:
            return Opening.EVERYTHING
        return Opening.SUMMARY if words or self.tag is not None else Opening.ANYTHING

    @property
    def split_states(self) -> tuple[str, ...] | None:
        """The states to walk one by one, each in order of its own index; None where all are wanted."""
        if self.states is None or set(self.states) >= {str(state) for state in State}:
            return None
        return tuple(sorted(set(self.states)))


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a row's facts stand: on the case itself, or copied into the table of exceptions."""

    alias: str
    id: str
    restricted: str


CASE: Final = Columns("c", "c.id", "c.restricted")
ACCESS: Final = Columns("a", "a.case_id", "a.by_name")


def conditions(filters: CaseFilters, on: Columns) -> Iterator[Piece]:
    """Every filter but the states, which the caller splits or adds."""
    yield from _lists(filters, on)
    yield from _dates(filters, on)
    if filters.ids is not None:
        yield one_of(on.id, filters.ids)
    if filters.assignee == NOBODY:
        yield Piece(f"{on.alias}.assignee_id IS NULL")
    elif filters.assignee is not None:
        # Said twice for SQLite, which recognises the partial index only by these words.
        assigned = f"{on.alias}.assignee_id IS NOT NULL AND {on.alias}.assignee_id = %s"
        yield Piece(assigned, (bound(filters.assignee),))
    if filters.restricted is not None:
        yield Piece(on.restricted if filters.restricted else f"NOT {on.restricted}")
    if filters.tag is not None:
        yield Piece(
            f"EXISTS (SELECT 1 FROM cases_tag_cases tc JOIN cases_tag t ON t.id = tc.tag_id"
            f" WHERE tc.case_id = {on.id} AND t.folded = %s)",
            (filters.tag,),
        )


def states(filters: CaseFilters, on: Columns) -> Iterator[Piece]:
    """The states as one condition, where they are not walked one by one."""
    if (wanted := filters.split_states) is not None:
        yield one_of(f"{on.alias}.state", wanted)


def _lists(filters: CaseFilters, on: Columns) -> Iterator[Piece]:
    if filters.kinds:
        yield one_of(f"{on.alias}.kind", filters.kinds)
    if filters.severities:
        yield one_of(f"{on.alias}.severity", filters.severities)
    for column, ids in (
        ("category_id", filters.categories),
        ("institution_id", filters.institutions),
        ("place_id", filters.places),
    ):
        if ids is not None:
            yield one_of(f"{on.alias}.{column}", ids)
    if filters.owner is not None:
        yield one_of(f"{on.alias}.owner_id", [filters.owner])


def _dates(filters: CaseFilters, on: Columns) -> Iterator[Piece]:
    name = on.alias
    if filters.opened_from is not None:
        yield Piece(f"{name}.opened_at >= %s", (bound(filters.opened_from),))
    if filters.opened_before is not None:
        yield Piece(f"{name}.opened_at < %s", (bound(filters.opened_before),))
    if filters.changed_after is not None:
        # From the index of events, which is short after a recent moment, and not from each case.
        changed = f"{on.id} IN (SELECT e.case_id FROM cases_caseevent e WHERE e.at > %s)"
        yield Piece(changed, (bound(filters.changed_after),))
    if filters.overdue is None:
        return
    today = (bound(clock.now().date()),)
    if filters.overdue:
        late = f"{name}.due_at IS NOT NULL AND {name}.state IN ({IS_RUNNING}) AND {name}.due_at < %s"
        yield Piece(late, today)
    else:
        in_time = f"({name}.due_at IS NULL OR {name}.state NOT IN ({IS_RUNNING}) OR {name}.due_at >= %s)"
        yield Piece(in_time, today)
