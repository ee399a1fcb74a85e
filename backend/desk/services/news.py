"""What is new for a person since a moment: kinds, ids and counts, never a word of what came."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction

from backend.cases.models import InstitutionReferral, Task
from backend.cases.page.news import new_tasks
from backend.cases.services.tasks import allowed_on_task
from backend.cases.worklist.kinds import TaskKind
from backend.common import clock
from backend.common.errors import NotAllowed
from backend.desk.models import NewsMark
from backend.intake.services.quarantine import arrived_since as quarantined_since
from backend.mailroom.services.waiting import arrived_since as mails_since
from backend.partners.actors import Actor

# Who never looked is told of the last days, not of years.
FIRST_LOOK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class News:
    """`until` is what the mark becomes once this was seen. Counts go up to 99; `capped` says that there may
    be more of anything."""

    since: datetime
    until: datetime
    tasks: list[Task]
    mails: int
    quarantined: int
    capped: bool


def news_for(actor: Actor, since: datetime | None) -> News:
    """What came since a moment, or since one looked last."""
    until = clock.now()
    begin = since or _mark_of(actor) or until - FIRST_LOOK
    tasks, more_tasks = new_tasks(actor, begin)
    mails, more_mails = mails_since(actor, begin)
    quarantined, more_quarantined = quarantined_since(actor, begin)
    return News(
        since=begin,
        until=until,
        tasks=_concerning(tasks, actor),
        mails=mails,
        quarantined=quarantined,
        capped=more_tasks or more_mails or more_quarantined,
    )


@transaction.atomic
def mark_seen(*, until: datetime, actor: Actor) -> datetime:
    """What came up to then is not new any more. A mark never goes back, nor beyond the present."""
    if actor.user is None:
        raise NotAllowed()
    until = min(until, clock.now())
    mark, _is_first = NewsMark.objects.select_for_update().get_or_create(
        user=actor.user, defaults={"seen_until": until}
    )
    if until > mark.seen_until:
        mark.seen_until = until
        mark.save(update_fields=["seen_until"])
    return mark.seen_until


def _mark_of(actor: Actor) -> datetime | None:
    return NewsMark.objects.filter(user=actor.id).values_list("seen_until", flat=True).first()


def _concerning(tasks: list[Task], actor: Actor) -> list[Task]:
    """What the person could do something about. A letter waits for those who may approve it."""
    letters = [
        task.referral_id for task in tasks if task.kind == TaskKind.APPROVAL_WANTED and task.referral_id
    ]
    own: set[UUID | None] = set(
        InstitutionReferral.objects.filter(pk__in=letters, author=actor.id).values_list("pk", flat=True)
        if letters
        else ()
    )
    return [task for task in tasks if _concerns(task, own, actor)]


def _concerns(task: Task, own_letters: set[UUID | None], actor: Actor) -> bool:
    if task.kind == TaskKind.APPROVAL_WANTED:
        return actor.may("approve_referrals", task.team_id) and task.referral_id not in own_letters
    return bool(allowed_on_task(task, actor))
