"""What people do with tasks: write one, take it, give it to somebody, say that it is done or not needed."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any
from uuid import UUID

from django.db import transaction

from backend.audit.services import record
from backend.cases import errors
from backend.cases.models import Case, Task
from backend.cases.services import permits, story
from backend.cases.worklist.kinds import TaskKind
from backend.common import clock
from backend.common.errors import NotAllowed, NotFound, require_version
from backend.partners.actors import Actor, ActorKind, actor_of
from backend.partners.models import User

CHANGEABLE = ("title", "due_on", "due_time")
VERBS = ("done", "drop", "take", "assign", "change")
_WORKS = ("work_cases", "triage_cases")


@transaction.atomic
def write_task(
    case_id: UUID,
    *,
    title: str,
    due_on: date,
    due_time: time | None = None,
    assignee: User | None = None,
    actor: Actor,
) -> Task:
    """Write down something to do on a case; for oneself, a colleague, or whoever of the team comes first."""
    case = Case.objects.readable_by(actor).locked(case_id)
    _require_work(case.owner_id, actor)
    if assignee is not None:
        _require_may_give(case, assignee, actor)
    made = Task(
        case=case,
        team_id=case.owner_id,
        restricted=case.restricted,
        data_key=permits.key_of(case),
        kind=TaskKind.BY_HAND,
        due_on=due_on,
        due_time=due_time,
        assignee=assignee,
        placed_by_id=actor.id if assignee else None,
        made_by=Task.MadeBy.PERSON,
        created_by_id=actor.id,
    )
    made.title = title
    made.save(force_insert=True)
    _tell(made, actor, "task.created", due_on=due_on.isoformat(), assignee=_id(assignee))
    return made


@transaction.atomic
def change_task(task_id: UUID, *, changes: Mapping[str, Any], expected: int | None, actor: Actor) -> Task:
    """Correct the words or the day of a task that a person wrote."""
    task = _open(task_id, expected, actor)
    if task.made_by != Task.MadeBy.PERSON:
        raise errors.TaskByRule()
    changed = [name for name in CHANGEABLE if name in changes and getattr(task, name) != changes[name]]
    for name in changed:
        setattr(task, name, changes[name])
    if changed:
        _keep(task)
        _tell(task, actor, "task.changed", fields=sorted(changed))
    return task


@transaction.atomic
def take_task(task_id: UUID, *, expected: int | None, actor: Actor) -> Task:
    """Do it oneself, whoever had it before."""
    task = _open(task_id, expected, actor)
    if actor.user is None or actor.kind is not ActorKind.STAFF:
        raise NotAllowed()
    return _place(task, actor.user, actor, "task.taken")


@transaction.atomic
def assign_task(task_id: UUID, *, assignee: User | None, expected: int | None, actor: Actor) -> Task:
    """Give it to a colleague, or back to the team."""
    task = _open(task_id, expected, actor)
    if assignee is not None:
        if task.hides_case:
            raise errors.NotAssignable()
        _require_may_give(task.case, assignee, actor)
    elif task.assignee_id != actor.id and not actor.may("assign_cases", task.team_id):
        raise NotAllowed()
    return _place(task, assignee, actor, "task.assigned")


@transaction.atomic
def finish_task(task_id: UUID, *, expected: int | None, actor: Actor) -> Task:
    """It is done. A rule does not ask for it again for the same occasion."""
    return _end(task_id, Task.State.DONE, expected, actor)


@transaction.atomic
def drop_task(task_id: UUID, *, expected: int | None, actor: Actor) -> Task:
    """It needs no doing. A rule does not ask for it again for the same occasion."""
    return _end(task_id, Task.State.DROPPED, expected, actor)


def hand_over(task: Task, heir: User | None, *, actor: Actor) -> None:
    """Of somebody who left: to a colleague who may do it, or to whoever of the team comes first. The caller
    holds the task and its case."""
    task.assignee, task.placed_by_id = heir, actor.id if heir else None
    _keep(task)
    _tell(task, actor, "task.assigned", assignee=_id(heir))


def allowed_on_task(task: Task, actor: Actor) -> list[str]:
    """What the actor may do with it; nothing is asked of the database."""
    if not task.is_open or not any(actor.may(one, task.team_id) for one in _WORKS):
        return []
    is_person = actor.kind is ActorKind.STAFF
    may_assign = not task.hides_case and actor.may("assign_cases", task.team_id)
    may_give_back = task.assignee_id is not None and task.assignee_id == actor.id
    allowed = {
        "done": True,
        "drop": True,
        "take": is_person and task.assignee_id != actor.id,
        "assign": may_assign or may_give_back,
        "change": task.made_by == Task.MadeBy.PERSON,
    }
    return [verb for verb, may in allowed.items() if may]


def _open(task_id: UUID, expected: int | None, actor: Actor) -> Task:
    """A task, held, its case first as in every step. Raises NotFound, Stale, NotAllowed, TaskEnded."""
    known = Task.objects.visible_to(actor).found(task_id)
    Case.objects.select_for_update(of=("self",)).get(pk=known.case_id)
    held = Task.objects.visible_to(actor).filter(pk=task_id).select_for_update(of=("self",))
    task = held.select_related("case__owner", "data_key__partner_key").first()
    if task is None:
        raise NotFound()
    require_version(task.version, expected)
    _require_work(task.team_id, actor)
    if not task.is_open:
        raise errors.TaskEnded()
    return task


def _require_work(team_id: UUID, actor: Actor) -> None:
    if not any(actor.may(permission, team_id) for permission in _WORKS):
        raise NotAllowed()


def _require_may_give(case: Case, person: User, actor: Actor) -> None:
    """Colleagues are given work by a coordinator, oneself by oneself; both must be able to do it."""
    if person.pk != actor.id and not actor.may("assign_cases", case.owner_id):
        raise NotAllowed()
    if case.conflicts.filter(user=person).exists():
        raise errors.ConflictDeclared()
    theirs = actor_of(person)
    works = any(theirs.may(permission, case.owner_id) for permission in _WORKS)
    if not works or not Case.objects.readable_by(theirs).filter(pk=case.pk).exists():
        raise errors.NotAssignable()


def _place(task: Task, person: User | None, actor: Actor, action: str) -> Task:
    if person is not None and task.case.conflicts.filter(user=person).exists():
        raise errors.ConflictDeclared()
    task.assignee, task.placed_by_id = person, actor.id
    _keep(task)
    _tell(task, actor, action, assignee=_id(person))
    return task


def _end(task_id: UUID, state: Task.State, expected: int | None, actor: Actor) -> Task:
    task = _open(task_id, expected, actor)
    task.state, task.done_at, task.done_by_id = state, clock.now(), actor.id
    _keep(task)
    _tell(task, actor, "task.done" if state == Task.State.DONE else "task.dropped")
    return task


def _keep(task: Task) -> None:
    task.version += 1
    task.save()


def _tell(task: Task, actor: Actor, action: str, **facts: Any) -> None:
    """A line in the story. Of an offer the other side's story says nothing of who looked at it here."""
    if task.hides_case:
        record(actor, action, task, chain=task.team_id, kind=task.kind, **facts)
    else:
        story.tell(task.case, actor, action, task=str(task.pk), kind=task.kind, **facts)


def _id(person: User | None) -> str | None:
    return str(person.pk) if person else None
