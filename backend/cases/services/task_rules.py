"""The reconciler: brings the tasks that rules make in line with what is so. It may run late, early or twice.

Whatever it missed while the machine was off it makes once: it looks at what is, never at what happened since.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, TypeVar
from uuid import UUID

from django.db import transaction

from backend.cases.models import Case, Task
from backend.cases.services.task_facts import facts_of
from backend.cases.worklist.difference import Difference, Kept, difference
from backend.cases.worklist.facts import Wanted
from backend.cases.worklist.kinds import ASKED_FROM_ABOVE, FOR_THE_TEAM
from backend.cases.worklist.rules import wanted_tasks
from backend.common import clock

T = TypeVar("T")
_LOOKED_AT_ONCE: Final = 200
# So many are held at once while their tasks are written: a caseworker's step waits for that at most.
_HELD_AT_ONCE: Final = 25


def reconcile(case_ids: Iterable[UUID]) -> int:
    """Make, open again, move and drop tasks of these cases. Answers how many cases were not in line.

    First without holding anything: nearly always there is nothing to do.
    """
    put_in_line = 0
    for batch in _batches(case_ids, _LOOKED_AT_ONCE):
        cases = Case.objects.filter(pk__in=batch).select_related("owner").order_by("pk")
        differing = [case.pk for case, found in _compared(list(cases)) if found]
        for few in _batches(differing, _HELD_AT_ONCE):
            put_in_line += _settle(few)
    return put_in_line


@transaction.atomic
def _settle(case_ids: Sequence[UUID]) -> int:
    """Look again with the cases held: they may have changed, or another worker was here."""
    held = Case.objects.filter(pk__in=case_ids).select_related("owner").order_by("pk")
    settled = 0
    for case, found in _compared(list(held.select_for_update(of=("self",)))):
        if found:
            _write(case, found)
            settled += 1
    return settled


def _compared(cases: Sequence[Case]) -> Iterator[tuple[Case, Difference]]:
    facts = facts_of(cases)
    kept = _kept([case.pk for case in cases])
    for case, one in zip(cases, facts, strict=True):
        yield case, difference(kept[case.pk], wanted_tasks(one), case.owner_id)


def _kept(ids: Sequence[UUID]) -> Mapping[UUID, Mapping[str, Kept]]:
    found: dict[UUID, dict[str, Kept]] = defaultdict(dict)
    by_rule = Task.objects.filter(case__in=ids, made_by=Task.MadeBy.RULE)
    tasks = by_rule.exclude(kind__in=ASKED_FROM_ABOVE).order_by()
    columns = ("case_id", "rule_key", "state", "done_by_id", "due_on", "due_time", "team_id")
    for case_id, key, state, done_by, due_on, due_time, team in tasks.values_list(*columns):
        is_open = state == Task.State.OPEN
        found[case_id][key] = Kept(key, is_open, done_by is not None, due_on, due_time, team)
    return found


def _write(case: Case, found: Difference) -> None:
    """No line of story or audit: what a rule makes follows from what is told already."""
    Task.objects.bulk_create([_made(case, wanted) for wanted in found.make])
    for wanted in found.put_right:
        task = Task.objects.get(rule_key=wanted.key)
        if not task.is_open:
            task.assignee_id, task.placed_by = _follower(case, wanted), None
        task.state, task.done_at = Task.State.OPEN, None
        task.due_on, task.due_time = wanted.due_on, wanted.due_time
        task.team_id, task.restricted = wanted.team or case.owner_id, case.restricted
        task.version += 1
        task.save()
    for task in Task.objects.filter(rule_key__in=found.drop):
        task.state, task.done_at = Task.State.DROPPED, clock.now()
        task.version += 1
        task.save(update_fields=["state", "done_at", "version"])


def _made(case: Case, wanted: Wanted) -> Task:
    return Task(
        case=case,
        hides_case=wanted.team is not None,
        team_id=wanted.team or case.owner_id,
        restricted=case.restricted,
        referral_id=wanted.referral,
        about=wanted.about,
        kind=wanted.kind,
        due_on=wanted.due_on,
        due_time=wanted.due_time,
        assignee_id=_follower(case, wanted),
        made_by=Task.MadeBy.RULE,
        rule_key=wanted.key,
    )


def _follower(case: Case, wanted: Wanted) -> UUID | None:
    return None if wanted.kind in FOR_THE_TEAM else case.assignee_id


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
