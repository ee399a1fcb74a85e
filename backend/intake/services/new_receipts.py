"""A new receipt for a complainant who lost the old one: who asks is compared with the vault, then time or a
second person decides. It stands on this floor because only the intake may ask the vault.
"""

from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from typing import Final
from uuid import UUID

from django.db import transaction

from backend.cases.models import Case
from backend.cases.services import permits, story
from backend.cases.services.guards import NEEDS_APPROVAL
from backend.common import clock
from backend.common.errors import NotAllowed
from backend.complaints.models import (
    ComplainantKind,
    Complaint,
    ContactWish,
    ReceiptReplacement,
    Vulnerability,
)
from backend.complaints.receipt_codes import NewReceipt, SealedSecret
from backend.complaints.services.replacing import (
    confirm_replacement,
    replace,
    stop_replacement,
    was_stopped_lately,
)
from backend.identity.models import IdentityLook
from backend.identity.services import IdentityDetails, compare, wrong_compares
from backend.intake.errors import CallerNotKnown, ComparedTooOften, NobodyToCompare
from backend.intake.services.notices import RECEIPT_HANDED_OUT
from backend.partners.actors import Actor, ActorKind

WRONG_COMPARES: Final = 3
WITHIN: Final = timedelta(days=1)
# Somebody who lives with them, or has power over them, knows their details as well as they do.
AT_RISK: Final = frozenset(
    {Vulnerability.CHILD, Vulnerability.VIOLENCE, Vulnerability.TRAFFICKING, Vulnerability.DETENTION}
)


@dataclass(frozen=True, slots=True, repr=False)
class HandedOut:
    """The new receipt, shown this once, and what has to happen before it opens."""

    receipt: NewReceipt
    replacement: ReceiptReplacement


def check_caller(case_id: UUID, *, told: IdentityDetails, actor: Actor) -> None:
    """Compare what a caller says with what is kept. Nobody learns which detail was wrong.

    Raises NotFound, NotAllowed, NobodyToCompare, ComparedTooOften or CallerNotKnown. Not to be called inside
    a transaction: a wrong comparison is kept although the request is refused.
    """
    if not _compared(case_id, told, actor):
        raise CallerNotKnown()


@transaction.atomic(durable=True)
def _compared(case_id: UUID, told: IdentityDetails, actor: Actor) -> bool:
    case = _workable(case_id, actor)
    complaint = permits.complaint_of(case)
    if complaint.complainant_kind == ComplainantKind.ANONYMOUS:
        raise NobodyToCompare()
    # The case is held: three guesses sent at once are not all looked at before the first counts.
    wrong = wrong_compares(complaint, within=WITHIN)
    if len(wrong) >= WRONG_COMPARES:
        free = wrong[-WRONG_COMPARES].at + WITHIN - clock.now()
        raise ComparedTooOften(retry_after=ceil(free.total_seconds()))
    reason = IdentityLook.Reason.NEW_RECEIPT
    matched = compare(complaint=complaint, told=told, reason=reason, owner_id=case.owner_id, actor=actor)
    story.tell(case, actor, "case.identity_compared", reason=reason, matched=matched)
    return matched


@transaction.atomic
def hand_out_receipt(case_id: UUID, *, sealed: SealedSecret, in_wrong_hands: bool, actor: Actor) -> HandedOut:
    """Give out a new receipt after the caller was found to be known. The secret was sealed before.

    The old one works until the new one is opened, and its page tells that somebody asked. A receipt that is
    in the wrong hands ends at once instead, and the page is closed to everybody until the new one opens.
    """
    case = _workable(case_id, actor)
    complaint = permits.complaint_of(case)
    receipt, row = replace(
        complaint=complaint,
        sealed=sealed,
        needs_second=_needs_second(case, complaint),
        ends_old=in_wrong_hands,
        actor=actor,
    )
    story.tell(case, actor, RECEIPT_HANDED_OUT, ends_old=in_wrong_hands, needs_second=row.needs_second)
    return HandedOut(receipt, row)


@transaction.atomic
def confirm_new_receipt(case_id: UUID, *, actor: Actor) -> ReceiptReplacement:
    """A second person who works the partner's cases vouches for who asked: the new receipt opens now."""
    case = _workable(case_id, actor)
    row = confirm_replacement(complaint=permits.complaint_of(case), actor=actor)
    story.tell(case, actor, "case.receipt_confirmed")
    return row


@transaction.atomic
def complainant_stopped_receipt(complaint: Complaint) -> None:
    """The holder of the old receipt says that it was somebody else who asked. Raises NoReplacement."""
    case = Case.objects.select_for_update(of=("self",)).get(complaint=complaint)
    stop_replacement(complaint=complaint)
    story.tell(case, Actor.complainant(case.pk), "case.receipt_stopped")


def _workable(case_id: UUID, actor: Actor) -> Case:
    """The case, held, for a person who works it. A program does not know who called."""
    case = Case.objects.readable_by(actor).locked(case_id)
    if actor.kind is not ActorKind.STAFF:
        raise NotAllowed()
    permits.require_permission("work_cases", case, actor)
    return case


def _needs_second(case: Case, complaint: Complaint) -> bool:
    """Where a wrong person behind the receipt would be dangerous, waiting alone is not enough."""
    return (
        case.restricted
        or case.kind in NEEDS_APPROVAL
        or complaint.contact_wish == ContactWish.RECEIPT_ONLY
        or not AT_RISK.isdisjoint(complaint.vulnerability)
        or was_stopped_lately(complaint)
    )
