"""What a row of a list shows beyond the case itself, on request: one query for each, whatever the page."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, Final
from uuid import UUID

from django.db.models import Count, Max

from backend.cases.models import Case, CaseEvent, InstitutionReferral, Tag, Task
from backend.cases.stages import CLOCK_RUNS
from backend.complaints.models import Message
from backend.partners.actors import Actor

_Row = dict[str, Any]
_Found = dict[UUID, Any]


def with_extras(rows: Sequence[_Row], wanted: Collection[str], actor: Actor) -> Sequence[_Row]:
    """The rows of a page with what was asked for added. None: not asked for, or not the reader's."""
    for name, read in _READERS.items():
        open_to_reader = "summarised" if name == "tags" else "readable"
        ids = [row["id"] for row in rows if row[open_to_reader]] if name in wanted else []
        found = read(ids, actor) if ids else {}
        for row in rows:
            shown = name in wanted and row[open_to_reader]
            row[name] = found.get(row["id"], _NONE.get(name)) if shown else None
    return rows


def _tags(ids: Iterable[UUID], actor: Actor) -> _Found:
    tagged = Tag.cases.through._default_manager.filter(case_id__in=ids).order_by("tag__folded")
    found: dict[UUID, list[str]] = defaultdict(list)
    for case, name in tagged.values_list("case_id", "tag__name"):
        found[case].append(name)
    return dict(found)


def _unread(ids: Iterable[UUID], actor: Actor) -> _Found:
    """How many messages of the complainant nobody has read."""
    written = Case.objects.visible_to(actor).filter(
        pk__in=ids,
        complaint__messages__sender=Message.Sender.COMPLAINANT,
        complaint__messages__read_at=None,
    )
    counted = written.values("pk").annotate(unread=Count("complaint__messages"))
    return dict(counted.values_list("pk", "unread"))


def _waits_for(ids: Iterable[UUID], actor: Actor) -> _Found:
    """Whose clock ends first: the institution, its day, and how many run."""
    running = InstitutionReferral.objects.filter(case__in=ids, state__in=CLOCK_RUNS)
    found: _Found = {}
    for case, institution, due_at in running.values_list("case_id", "institution_id", "due_at"):
        first = found.setdefault(case, {"institution_id": institution, "due_at": due_at, "running": 0})
        first["running"] += 1
        if due_at is not None and (first["due_at"] is None or due_at < first["due_at"]):
            first.update(institution_id=institution, due_at=due_at)
    return found


def _next_task(ids: Iterable[UUID], actor: Actor) -> _Found:
    """The first thing that the reader's own team has to do."""
    tasks = Task.objects.visible_to(actor).filter(case__in=ids, state=Task.State.OPEN)
    found: _Found = {}
    for case, kind, due_on in tasks.order_by("due_on", "id").values_list("case_id", "kind", "due_on"):
        found.setdefault(case, {"kind": kind, "due_on": due_on})
    return found


def _changed_at(ids: Iterable[UUID], actor: Actor) -> _Found:
    """When something was last told of it."""
    lines = CaseEvent.objects.order_by().filter(case__in=ids).values("case")
    return dict(lines.annotate(last=Max("at")).values_list("case", "last"))


_READERS: Final[dict[str, Callable[[Iterable[UUID], Actor], _Found]]] = {
    "tags": _tags,
    "unread": _unread,
    "waits_for": _waits_for,
    "next_task": _next_task,
    "changed_at": _changed_at,
}
EXTRAS: Final = tuple(_READERS)
_NONE: Final[dict[str, Any]] = {"tags": (), "unread": 0}
