"""Which cases the rules look at, and when: those that something happened to, and those whose day has come."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from django.db.models import Q, QuerySet

from backend.cases.models import Case, CaseEvent, CaseShare, InstitutionReferral, Task, TaskWatch
from backend.cases.services.task_rules import reconcile
from backend.cases.stages import CLOCK_RUNS, RUNNING, State
from backend.cases.worklist.kinds import TaskKind
from backend.cases.worklist.rules import ASK_AFTER, LONGEST_WARNING
from backend.common import clock
from backend.partners.models import Partner

# An event has its number and its time before it is committed: the last minutes are looked at again each time.
OVERLAP: Final = timedelta(minutes=10)
_EVENTS: Final = "events"
_AT_ONCE: Final = 2_000
# Tasks that a day alone makes or ends.
_BY_DAY: Final = (
    TaskKind.REFERRAL_DUE,
    TaskKind.OVERDUE,
    TaskKind.SATISFACTION_DUE,
    TaskKind.APPEAL_WINDOW,
    TaskKind.SHARE_ENDS,
)


def follow_events() -> int:
    """Look at every case with a new line in its story. The first time that is all of them."""
    watch, _new = TaskWatch.objects.get_or_create(name=_EVENTS)
    settled_before = clock.now() - OVERLAP
    position, moved, overlapping = watch.event_id, 0, False
    while True:
        events = CaseEvent.objects.filter(id__gt=position).order_by("id")
        chunk = list(events.values_list("id", "case_id", "at")[:_AT_ONCE])
        if not chunk:
            return moved
        moved += reconcile(dict.fromkeys(case_id for _number, case_id, _at in chunk))
        position = chunk[-1][0]
        for number, _case_id, at in chunk:
            overlapping = overlapping or at > settled_before
            if not overlapping:
                watch.event_id = number
        # Never backwards: another worker may have been faster.
        TaskWatch.objects.filter(pk=watch.pk, event_id__lt=watch.event_id).update(event_id=watch.event_id)


def follow_days() -> int:
    """Where a new day has begun since the last look, look at the cases whose day may have come. Days that
    passed while nobody looked are made up for by this one look."""
    moved = 0
    zones = Partner.objects.order_by("time_zone").values_list("time_zone", flat=True).distinct()
    for zone in zones:
        today = clock.today(zone)
        watch, _new = TaskWatch.objects.get_or_create(name=f"day:{zone}")
        if watch.day == today:
            continue
        moved += reconcile(_whose_day_may_have_come(zone, today))
        TaskWatch.objects.filter(pk=watch.pk).filter(Q(day=None) | Q(day__lt=today)).update(day=today)
    return moved


def look_at_everything() -> int:
    """All cases that are worked or may be: what should ever have been missed is found here."""
    open_tasks = Task.objects.filter(state=Task.State.OPEN, made_by=Task.MadeBy.RULE)
    at_work = Case.objects.filter(state__in=[*RUNNING, State.RESOLVED])
    return reconcile(_ids(at_work)) + reconcile(_ids(Case.objects.filter(pk__in=open_tasks.values("case"))))


def _whose_day_may_have_come(zone: str, today: date) -> set[UUID]:
    soon = today + LONGEST_WARNING
    here = Q(case__owner__time_zone=zone)
    running = InstitutionReferral.objects.filter(here, state__in=CLOCK_RUNS, due_at__lte=soon)
    waiting = Task.objects.filter(here, state=Task.State.OPEN, kind__in=_BY_DAY)
    resolved_before = clock.now() - ASK_AFTER + timedelta(days=1)
    resolved = Case.objects.filter(
        owner__time_zone=zone, state=State.RESOLVED, resolved_at__lte=resolved_before
    )
    appealable = InstitutionReferral.objects.filter(
        here, appeal_until__range=(today - timedelta(days=1), soon)
    )
    ending = CaseShare.objects.filter(here, ended_at__isnull=True, ends_at__lte=clock.now() + LONGEST_WARNING)
    of_cases = [rows.values_list("case", flat=True) for rows in (running, waiting, appealable, ending)]
    found = {case_id for rows in of_cases for case_id in rows.order_by().distinct()}
    return found | set(resolved.order_by().values_list("pk", flat=True))


def _ids(cases: "QuerySet[Any]") -> Iterator[UUID]:
    """In batches by key: what is written in between moves nothing."""
    last: UUID | None = None
    ordered = cases.order_by("pk").values_list("pk", flat=True)
    while batch := list((ordered.filter(pk__gt=last) if last else ordered)[:_AT_ONCE]):
        last = batch[-1]
        yield from batch
