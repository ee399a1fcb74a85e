"""Several work lists at once: the beginning and the length of each, in three queries for all of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from backend.cases.models import Task
from backend.cases.page.branches import merged
from backend.cases.page.tasks import BY_DAY, CAP, TaskFilters, branches_of_tasks, count_piece, rows_of_tasks
from backend.cases.sql import Piece, as_uuid, joined, rows_of
from backend.partners.actors import Actor


@dataclass(frozen=True, slots=True)
class Section:
    """The first tasks of a list, how many it holds up to a thousand, whether there are more than that."""

    rows: list[Task]
    count: int
    capped: bool


def sections_of_tasks(actor: Actor, lists: Mapping[str, TaskFilters], *, size: int) -> dict[str, Section]:
    """The beginning and the length of each list. The same tasks as a page of each would show."""
    if not lists:
        return {}
    counts = _counts(actor, lists)
    keys = _keys(actor, lists, size)
    every_key = {key for found in keys.values() for key in found}
    rows = {task.pk: task for task in rows_of_tasks(actor, sorted(every_key))}
    sections = {}
    for name, count in counts.items():
        shown = [rows[key] for key in keys[name] if key in rows][:size]
        sections[name] = Section(shown, min(count, CAP), count > CAP)
    return sections


def _counts(actor: Actor, lists: Mapping[str, TaskFilters]) -> dict[str, int]:
    pieces = joined(", ", [count_piece(actor, filters) for filters in lists.values()])
    found = rows_of(Piece(f"SELECT {pieces.text}", pieces.values))[0]
    return dict(zip(lists, found, strict=True))


def _keys(actor: Actor, lists: Mapping[str, TaskFilters], size: int) -> dict[str, list[UUID]]:
    """What the indexes propose, in order; twice as many as are shown, for those that do not hold any more."""
    pieces = []
    for name, filters in lists.items():
        if branches := branches_of_tasks(actor, filters, None, 2 * size):
            one = merged(branches, BY_DAY, 2 * size)
            pieces.append(Piece(f"SELECT %s AS name, sort, id FROM ({one.text}) named", (name, *one.values)))
    keys: dict[str, list[UUID]] = {name: [] for name in lists}
    if not pieces:
        return keys
    union = joined(" UNION ALL ", pieces)
    for name, _day, key in rows_of(Piece(f"{union.text} ORDER BY name, sort, id", union.values)):
        keys[name].append(as_uuid(key))
    return keys
