"""What came onto the work list since a moment: a person's own tasks, and those that nobody has."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final
from uuid import UUID

from backend.cases.models import Task
from backend.cases.page.sight import Sight, sight_of
from backend.cases.page.tasks import rows_of_tasks
from backend.cases.sql import Piece, as_uuid, bound, every, joined, one_of, rows_of
from backend.partners.actors import Actor

MOST: Final = 99


def new_tasks(actor: Actor, since: datetime) -> tuple[list[Task], bool]:
    """The newest first, at most 99, and whether there may be more; without what the actor wrote himself."""
    sight = sight_of(actor, "read_complaints")
    pieces = list(_proposed(sight, actor.id, since))
    if not pieces:
        return [], False
    union = joined(" UNION ", pieces)
    text = f"SELECT at, id FROM ({union.text}) one ORDER BY at DESC, id LIMIT %s"
    keys = [as_uuid(key) for _at, key in rows_of(Piece(text, (*union.values, MOST + 1)))]
    rows = {task.pk: task for task in rows_of_tasks(actor, keys[:MOST])}
    return [rows[key] for key in keys[:MOST] if key in rows], len(keys) > MOST


def _proposed(sight: Sight, person: UUID | None, since: datetime) -> Iterator[Piece]:
    if not sight.partners or person is None:
        return
    new = Piece("t.state = 'open' AND t.created_at > %s", (bound(since),))
    not_own = Piece("(t.created_by_id IS NULL OR t.created_by_id <> %s)", (bound(person),))
    mine = Piece("t.assignee_id = %s", (bound(person),))
    yield _select((mine, new, not_own))
    # These words name the partial index.
    nobodys = Piece("NOT t.restricted AND t.assignee_id IS NULL")
    yield _select((one_of("t.team_id", sight.partners), nobodys, new, not_own))


def _select(conditions: tuple[Piece, ...]) -> Piece:
    where = every(conditions)
    text = (
        "SELECT at, id FROM (SELECT t.created_at AS at, t.id AS id FROM cases_task t"
        f" WHERE {where.text} ORDER BY t.created_at DESC LIMIT %s) newest"
    )
    return Piece(text, (*where.values, MOST + 1))
