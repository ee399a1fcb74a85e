"""Complaints that wait to be looked at: put there by the door, and taken out by those who sort new ones.

Nothing here refuses or forgets a complaint. Its author has a receipt, reads that it was received, and may
write; released, it becomes a case with all of that. Only a person deletes one, as spam, and leaves a line.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.db.models import Count, F
from django.utils.translation import gettext_lazy as _

from backend.audit.services import record
from backend.cases.models import Case
from backend.cases.services import steps, story
from backend.cases.services.withdrawal import complainant_withdrew
from backend.common import clock
from backend.common.errors import Invalid, Problem
from backend.complaints.models import Complaint
from backend.complaints.services import consents_to_processing, erase_complaint
from backend.directory.models import Institution
from backend.intake.models import DeletedSpam, Quarantined
from backend.intake.services.opening import open_case_of
from backend.intake.stages import Deletion, Reason
from backend.partners.actors import Actor
from backend.partners.models import Partner

MOST_AT_ONCE: Final = 200
MOST_COUNTED: Final = 1_000
MOST_NEW: Final = 99
# The author was told "within a few days".
OVERDUE_AFTER: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Done:
    """What came of one of many: the case that was opened, if one was, or what stood against it."""

    id: UUID
    case: Case | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many wait, up to a thousand, and whether there are more; of those, how many for too long, and how
    many for which reason."""

    count: int
    capped: bool
    overdue: int
    reasons: dict[str, int]


def waiting_in_quarantine(actor: Actor, partner: Partner | None = None) -> Waiting:
    """What waits for those who sort new complaints; of one partner, where one is named."""
    rows = Quarantined.objects.visible_to(actor).order_by()
    if partner is not None:
        rows = rows.filter(partner=partner)
    found = list(rows.values_list("arrived_at", "reasons")[: MOST_COUNTED + 1])
    counted, late = found[:MOST_COUNTED], clock.now() - OVERDUE_AFTER
    return Waiting(
        count=len(counted),
        capped=len(found) > MOST_COUNTED,
        overdue=sum(arrived_at <= late for arrived_at, _reasons in counted),
        reasons=dict(Counter(reason for _arrived_at, reasons in counted for reason in reasons)),
    )


def arrived_since(actor: Actor, since: datetime) -> tuple[int, bool]:
    """How many of them came since a moment, up to 99, and whether there are more."""
    rows = Quarantined.objects.visible_to(actor).filter(arrived_at__gt=since).order_by()
    count = rows[: MOST_NEW + 1].count()
    return min(count, MOST_NEW), count > MOST_NEW


def put_aside(
    *,
    complaint: Complaint,
    case_id: UUID,
    judiciary: Mapping[str, Any],
    reasons: Sequence[Reason],
    actor: Actor,
) -> Quarantined:
    """Let a complaint wait instead of opening its case. Part of filing, and its last act."""
    row = Quarantined(
        complaint=complaint,
        partner=complaint.partner,
        case_id=case_id,
        reasons=[str(one) for one in reasons],
        data_key=complaint.data_key,
    )
    court = judiciary.get("court")
    row.judiciary = {**judiciary, "court": court.code if court else None} if judiciary else None
    row.save(force_insert=True)
    record(actor, "complaint.quarantined", complaint, chain=row.partner_id, reasons=list(row.reasons))
    return row


@transaction.atomic
def release(quarantined_id: UUID, *, actor: Actor) -> Case:
    """Open the case that waited, with everything that was added meanwhile. Raises NotFound."""
    row = Quarantined.objects.visible_to(actor).locked(quarantined_id)
    return _opened(row, actor)


@transaction.atomic
def merge(quarantined_id: UUID, *, original_id: UUID, actor: Actor) -> Case:
    """Open the case, as a duplicate of another one of the same partner. Raises NotFound or Invalid."""
    row = Quarantined.objects.visible_to(actor).locked(quarantined_id)
    if not Case.objects.visible_to(actor).filter(owner=row.partner_id, pk=original_id).exists():
        raise Invalid.field("case", "unknown_case", _("There is no such case of your partner."))
    case = _opened(row, actor)
    return steps.mark_duplicate(case.pk, original_id=original_id, expected=None, actor=actor)


@transaction.atomic
def delete_spam(quarantined_id: UUID, *, actor: Actor) -> None:
    """Destroy the keys and rows of what is no complaint. Its receipt is from now on an unknown one.

    What is left is a number in a month's count and a line in the audit log. Raises NotFound.
    """
    row = Quarantined.objects.visible_to(actor).select_related("partner").locked(quarantined_id)
    complaint_id, reasons, partner = row.complaint_id, list(row.reasons), row.partner
    complaint = Complaint.objects.get(pk=complaint_id)
    row.delete()
    erase_complaint(complaint)
    _count_spam(partner.pk, clock.today(partner.time_zone).replace(day=1))
    target = (Complaint._meta.label_lower, complaint_id)
    record(actor, "complaint.deleted", target, chain=partner.pk, reason=Deletion.SPAM, noticed=reasons)


def release_many(ids: Iterable[UUID], *, actor: Actor) -> list[Done]:
    """Release each of these; one that fails leaves the others alone."""
    return [_done(release, one, actor) for one in dict.fromkeys(ids)]


def delete_many(ids: Iterable[UUID], *, actor: Actor) -> list[Done]:
    """Delete each of these as spam; one that fails leaves the others alone."""
    return [_done(delete_spam, one, actor) for one in dict.fromkeys(ids)]


def remind_of_overdue(*, actor: Actor) -> int:
    """Leave a line for each partner whose quarantine was not looked at for a week. Nothing is deleted."""
    late = Quarantined.objects.filter(arrived_at__lte=clock.now() - OVERDUE_AFTER, reminded_at=None)
    partners = late.order_by("partner").values_list("partner").annotate(waiting=Count("pk"))
    return sum(_remind(partner_id, actor) for partner_id, _waiting in partners)


@transaction.atomic
def _remind(partner_id: UUID, actor: Actor) -> int:
    late = Quarantined.objects.filter(
        partner=partner_id, arrived_at__lte=clock.now() - OVERDUE_AFTER, reminded_at=None
    )
    count = late.update(reminded_at=clock.now())
    if count:
        record(actor, "quarantine.overdue", ("partners.partner", partner_id), chain=partner_id, waiting=count)
    return count


def _opened(row: Quarantined, actor: Actor) -> Case:
    # Held, so that what its author adds just now comes before the case or after it, and is told there.
    complaint = (
        Complaint.objects.select_for_update(of=("self",))
        .select_related("partner", "data_key", "category", "institution", "place")
        .get(pk=row.complaint_id)
    )
    case_id, reasons, judiciary = row.case_id, list(row.reasons), _judiciary_of(row)
    row.delete()
    # It came by itself; who looked at it is told next.
    case = open_case_of(complaint=complaint, case_id=case_id, judiciary=judiciary, actor=Actor.nobody())
    story.tell(case, actor, "case.released", reasons=reasons)
    if not consents_to_processing(complaint):
        # Its author took it back before anybody looked: it is on record, and ends.
        complainant_withdrew(complaint)
        case.refresh_from_db()
    return case


def _judiciary_of(row: Quarantined) -> dict[str, Any]:
    """What was told of court and proceedings, the court as the directory has it."""
    told = row.judiciary
    if not told:
        return {}
    return {**told, "court": Institution.objects.filter(code=told["court"]).first()}


def _count_spam(partner_id: UUID, month: date) -> None:
    counted, _is_first = DeletedSpam.objects.get_or_create(partner_id=partner_id, month=month)
    # One statement, so that of several at the same moment none is lost.
    DeletedSpam.objects.filter(pk=counted.pk).update(count=F("count") + 1)


def _done(act: Callable[..., Case | None], one: UUID, actor: Actor) -> Done:
    try:
        return Done(one, case=act(one, actor=actor))
    except Problem as problem:
        return Done(one, problem=problem)
