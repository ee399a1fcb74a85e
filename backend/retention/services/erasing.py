"""Erasing what is due: case by case, each in a transaction of its own, so that it is whole or gone.

Whoever was killed leaves the rest to the next run. What a crash leaves of a file's bytes opens with no key
and is removed by the upkeep of files.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F

from backend.audit.services import record
from backend.cases.models import Case
from backend.cases.search.traces import rewrite_index
from backend.cases.services.erasing import erase_case
from backend.common import clock
from backend.common.erasing import leave_no_trace
from backend.imports.services.upkeep import forget_file_of
from backend.mailroom.services.erasing import erase_mail_of
from backend.partners.actors import Actor
from backend.retention.models import PlannedErasure, Tombstone
from backend.retention.rules import ending_of
from backend.retention.services import planning
from backend.retention.services.blocking import blockers_of
from backend.retention.stages import Because, Blocker

BATCH: Final = 50
# The day begins at other hours elsewhere; the day of the partner's own clocks is asked with the case held.
_EAST: Final = timedelta(days=1)


def erase_due() -> int:
    """Erase what is due today, a batch at most. What something stands against by now is called off instead.
    Says how many cases went."""
    erased = sum(erase_planned(planned_id) for planned_id in _due())
    if erased:
        overwrite_traces()
    return erased


def overwrite_traces() -> None:
    """What SQLite keeps of deleted rows beside its tables: the index of words, and pages in the log of
    changes. To be called outside of a transaction; where somebody reads just then, the next run does it."""
    rewrite_index()
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@transaction.atomic
def erase_planned(planned_id: UUID) -> bool:
    """Erase one case whose day has come. False where somebody was quicker or something stands against it."""
    leave_no_trace()
    case_id = PlannedErasure.objects.filter(pk=planned_id).values_list("case", flat=True).first()
    held = Case.objects.select_for_update(of=("self",)).select_related(
        "owner", "complaint", "category", "duplicate_of", "data_key"
    )
    case = held.filter(pk=case_id).first() if case_id else None
    planned = PlannedErasure.objects.filter(pk=planned_id).first()
    if case is None or planned is None or planned.due_on > clock.today(case.owner.time_zone):
        return False
    if not _may_go(case, planned):
        planning.call_off(case, actor=Actor.system())
        return False
    _erase(case, Because(planned.because))
    return True


def _may_go(case: Case, planned: PlannedErasure) -> bool:
    """Asked again on the day itself: a rule may have changed, a hold been set, a case been reopened."""
    if planned.because == Because.REQUEST:
        return not [one for one in blockers_of(case) if one is not Blocker.REQUEST]
    return planning.is_due_by(case, clock.today(case.owner.time_zone))


def _erase(case: Case, because: Because) -> None:
    case_id, owner_id = case.pk, case.owner_id
    _leave_tombstone(case)
    erase_mail_of(case)
    forget_file_of(case, actor=Actor.system())
    erase_case(case)
    record(Actor.system(), "case.erased", ("cases.case", case_id), chain=owner_id, because=because)


def _leave_tombstone(case: Case) -> None:
    """A number in a count of months: no row of its own, no order in which it came."""
    zone = case.owner.time_zone
    ending = ending_of(case.state, case.outcome)
    stone, _first = Tombstone.objects.get_or_create(
        partner=case.owner,
        filed_in=clock.day_of(case.opened_at, zone).replace(day=1),
        erased_in=clock.today(zone).replace(day=1),
        category=case.category.code if case.category else "",
        kind=case.kind,
        ending=ending or "",
    )
    Tombstone.objects.filter(pk=stone.pk).update(count=F("count") + 1)


def _due() -> Iterator[UUID]:
    latest = clock.today("UTC") + _EAST
    due = PlannedErasure.objects.filter(due_on__lte=latest, partner__is_active=True)
    yield from list(due.order_by("due_on", "pk").values_list("pk", flat=True)[:BATCH])
