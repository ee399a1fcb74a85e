"""A receipt that replaces another one: handed out now, opened later, stopped by whoever holds the old one.

Whoever asks by telephone for a new receipt knows the complainant's details; so does somebody of the same
household. Therefore the new receipt rests for two days, in which the old one works and tells of it. Where
that is not enough, a second person of the partner has to confirm, whatever time has passed.
"""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import QuerySet

from backend.common import clock
from backend.complaints.errors import (
    NoReplacement,
    OwnConfirmation,
    ReceiptOpensLater,
    ReceiptUnconfirmed,
    UnknownReceipt,
)
from backend.complaints.models import Complaint, Receipt, ReceiptReplacement
from backend.complaints.receipt_codes import NewReceipt, SealedSecret
from backend.complaints.services.issuing import issue
from backend.partners.actors import Actor

RESTS: Final = timedelta(hours=48)
# After that nobody remembers what was said on the telephone.
LASTS: Final = timedelta(days=30)
WARY_AFTER_A_STOP: Final = timedelta(days=30)


@transaction.atomic
def replace(
    *, complaint: Complaint, sealed: SealedSecret, needs_second: bool, ends_old: bool, actor: Actor
) -> tuple[NewReceipt, ReceiptReplacement]:
    """Hand out a receipt that opens later. An earlier one that waits to be opened ends.

    `ends_old`: the old receipt is in the wrong hands, and ends now. Part of the work on a case, which checked
    who asks and leaves the audit line.
    """
    if actor.user is None:
        raise ValueError("only a person hands out a receipt")
    now = clock.now()
    ending = Receipt.objects.filter(complaint=complaint, ended_at__isnull=True)
    (ending if ends_old else ending.filter(pending=True)).update(ended_at=now)
    made = issue(complaint=complaint, sealed=sealed, pending=True)
    row = ReceiptReplacement.objects.create(
        receipt=Receipt.objects.get(number=made.number),
        asked_at=now,
        asked_by=actor.user,
        opens_at=now + RESTS,
        needs_second=needs_second,
    )
    return made, row


@transaction.atomic
def confirm_replacement(*, complaint: Complaint, actor: Actor) -> ReceiptReplacement:
    """A second person vouches for who asked: the new receipt opens at once.

    Raises NoReplacement or OwnConfirmation. Part of the work on a case, which leaves the audit line.
    """
    row = _held(complaint)
    if actor.user is None or row.asked_by_id == actor.user.pk:
        raise OwnConfirmation()
    row.confirmed_by, row.opens_at = actor.user, clock.now()
    row.save(update_fields=["confirmed_by", "opens_at"])
    return row


@transaction.atomic
def stop_replacement(*, complaint: Complaint) -> None:
    """Whoever holds the running receipt did not ask for another: it will never open. Raises NoReplacement.

    Part of the work on a case, which leaves the audit line.
    """
    row = _held(complaint)
    row.stopped_at = clock.now()
    row.save(update_fields=["stopped_at"])
    Receipt.objects.filter(pk=row.receipt_id).update(ended_at=row.stopped_at)


def waiting_replacement(complaint: Complaint) -> ReceiptReplacement | None:
    """The new receipt that was handed out and not opened yet."""
    return _waiting().filter(receipt__complaint=complaint, asked_at__gt=clock.now() - LASTS).first()


def was_stopped_lately(complaint: Complaint) -> bool:
    """Whether the holder of the receipt had to stop somebody not long ago."""
    since = clock.now() - WARY_AFTER_A_STOP
    return ReceiptReplacement.objects.filter(receipt__complaint=complaint, stopped_at__gt=since).exists()


@transaction.atomic
def take_over(receipt: Receipt) -> None:
    """The new receipt is opened for the first time: from now on it is the one that runs.

    Raises ReceiptOpensLater, ReceiptUnconfirmed or UnknownReceipt.
    """
    row = _waiting().select_for_update(of=("self",)).filter(receipt=receipt).first()
    now = clock.now()
    if row is None or row.asked_at <= now - LASTS:
        raise UnknownReceipt()
    _require_ripe(row, now, receipt.complaint.partner.time_zone)
    others = Receipt.objects.filter(complaint=receipt.complaint_id, ended_at__isnull=True)
    others.exclude(pk=receipt.pk).update(ended_at=now)
    receipt.pending = False
    receipt.save(update_fields=["pending"])


def _require_ripe(row: ReceiptReplacement, now: datetime, time_zone: str) -> None:
    if row.needs_second and row.confirmed_by_id is None:
        raise ReceiptUnconfirmed()
    if row.opens_at > now:
        raise ReceiptOpensLater(opens_at=row.opens_at.astimezone(ZoneInfo(time_zone)).isoformat())


def _held(complaint: Complaint) -> ReceiptReplacement:
    rows = _waiting().filter(receipt__complaint=complaint, asked_at__gt=clock.now() - LASTS)
    row = rows.select_for_update(of=("self",)).first()
    if row is None:
        raise NoReplacement()
    return row


def _waiting() -> QuerySet[ReceiptReplacement]:
    return ReceiptReplacement.objects.filter(receipt__pending=True, receipt__ended_at__isnull=True)
