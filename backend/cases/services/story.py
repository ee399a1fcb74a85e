"""How a change of a case is kept: version, access rows, search row, a line of story and of audit."""

from collections.abc import Collection
from typing import Any

from backend.audit.services import record
from backend.cases.models import Case, CaseEvent
from backend.cases.search import index
from backend.cases.services import access
from backend.cases.services.task_following import REPEATED, follow
from backend.cases.stages import Transition
from backend.cases.storyline import kind_of
from backend.common.written import insert
from backend.partners.actors import Actor

# What the search row is made of; a change elsewhere leaves it alone.
_SEARCHED = frozenset(
    {"reference", "summary", "category", "institution", "place", "restricted", "owner", "tags"}
)
# What the access rows copy.
_COPIED = frozenset(
    {
        "state",
        "kind",
        "severity",
        "category",
        "institution",
        "place",
        "assignee",
        "due_at",
        "restricted",
        "owner",
    }
)


def keep(case: Case, actor: Actor, action: str, *, changed: Collection[str] = (), **facts: Any) -> None:
    """Save what changed on a locked case, and tell it. Facts are codes, dates and numbers, never words."""
    _save(case, changed)
    tell(case, actor, action, **facts)


def move(case: Case, row: Transition, actor: Actor, *, changed: Collection[str] = (), **facts: Any) -> None:
    """Take a case along a row of the table; saves, tells. The caller asked `permits.require` before."""
    before = case.state
    case.state = row.target
    _save(case, {*changed, "state"})
    tell(case, actor, f"case.{row.verb}", from_state=before, to_state=row.target, **facts)


def keep_quietly(case: Case, *, changed: Collection[str]) -> None:
    """Save what follows from a change that is told elsewhere."""
    _save(case, changed)


def tell(
    case: Case, actor: Actor, action: str, *, from_state: str = "", to_state: str = "", **facts: Any
) -> CaseEvent:
    """One line in the case's story and one in its owner's audit chain. Raises KeyError for a line that
    `storyline` does not know."""
    kind_of(action)
    event = CaseEvent(
        case=case,
        action=action,
        actor_kind=actor.kind,
        actor_id=actor.id,
        from_state=from_state,
        to_state=to_state,
        facts=facts,
    )
    insert(event)
    states = {"from_state": from_state, "to_state": to_state} if to_state else {}
    record(actor, action, case, chain=case.owner_id, **states, **facts)
    return event


def _save(case: Case, changed: Collection[str]) -> None:
    case.version += 1
    columns = set(changed) - {"tags"}
    case.save(update_fields=[*sorted(columns), "version"])
    if _COPIED & set(changed):
        access.refresh(case)
    if _SEARCHED & set(changed):
        index.refresh(case)
    if REPEATED & set(changed):
        follow(case, changed)
