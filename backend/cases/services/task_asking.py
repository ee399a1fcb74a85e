"""Tasks that a floor above asks for, because what they follow from is known only there."""

from datetime import date

from backend.cases.models import Case, Task
from backend.cases.worklist.kinds import ASKED_FROM_ABOVE, TaskKind
from backend.common import clock
from backend.partners.models import User


def ask(case: Case, *, kind: TaskKind, key: str, assignee: User | None, due_on: date | None = None) -> None:
    """Something is to be done, today unless a day is named. Once for an occasion, however often it is asked
    for."""
    if kind not in ASKED_FROM_ABOVE:
        raise ValueError("the rules make this kind of task")
    made = Task(
        case=case,
        team_id=case.owner_id,
        restricted=case.restricted,
        kind=kind,
        due_on=due_on or clock.today(case.owner.time_zone),
        assignee=assignee,
        made_by=Task.MadeBy.RULE,
        rule_key=key,
    )
    Task.objects.bulk_create([made], ignore_conflicts=True)


def answered(key: str) -> None:
    """What it asked for was done elsewhere."""
    waiting = Task.objects.filter(rule_key=key, kind__in=ASKED_FROM_ABOVE, state=Task.State.OPEN)
    for task in waiting.select_for_update():
        task.state, task.done_at = Task.State.DROPPED, clock.now()
        task.version += 1
        task.save(update_fields=["state", "done_at", "version"])
