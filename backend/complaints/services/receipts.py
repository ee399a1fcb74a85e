"""Receipts: what lets a complainant return without an account."""

from typing import Final

from django.db import IntegrityError, transaction

from backend.common import clock
from backend.common.errors import Busy
from backend.complaints.errors import UnknownReceipt
from backend.complaints.models import Complaint, Receipt
from backend.complaints.receipt_codes import (
    NewReceipt,
    SealedSecret,
    draw_number,
    new_receipt,
    opens,
    read_typed,
)
from backend.complaints.services.throttle import count_try, forget_tries

# Even with half of all numbers taken, twenty draws fail once in a million times.
_DRAWS: Final = 20


@transaction.atomic
def issue(*, complaint: Complaint, sealed: SealedSecret) -> NewReceipt:
    """Give a complaint its receipt. The secret was sealed before the transaction, because that is slow.

    Part of a larger write (filing, replacing a lost receipt), which leaves the audit line.
    """
    for _ in range(_DRAWS):
        number = draw_number()
        try:
            with transaction.atomic():
                Receipt.objects.create(complaint=complaint, number=number, secret_hash=sealed.hash)
        except IntegrityError:
            if not Receipt.objects.filter(number=number).exists():
                raise  # not a number drawn twice: the complaint has a running receipt
        else:
            return new_receipt(number, sealed.digits)
    raise Busy()


def open_receipt(*, number: str, secret: str, proof: str = "") -> Complaint:
    """The complaint behind a receipt. Raises ReceiptMistyped, ReceiptMustWait or UnknownReceipt."""
    return open_running_receipt(number=number, secret=secret, proof=proof).complaint


def open_running_receipt(*, number: str, secret: str, proof: str = "") -> Receipt:
    """The receipt itself, for a visit. Raises ReceiptMistyped, ReceiptMustWait or UnknownReceipt.

    Not to be called inside a transaction: the try must count although the request fails.
    """
    typed = read_typed(number, secret)
    count_try(typed.number, proof)
    receipt = (
        Receipt.objects.select_related("complaint__partner", "complaint__data_key")
        .filter(number=typed.number, ended_at__isnull=True)
        .first()
    )
    # Without a receipt the same work is done, so that the time does not tell which numbers exist.
    if not opens(receipt.secret_hash if receipt else None, typed.digits) or receipt is None:
        raise UnknownReceipt()
    forget_tries(typed.number)
    return receipt


def complaint_of_receipt(receipt_id: str) -> Complaint | None:
    """The complaint behind a receipt that was opened before; None once that receipt was ended."""
    receipt = (
        Receipt.objects.select_related("complaint__partner", "complaint__data_key")
        .filter(pk=receipt_id, ended_at__isnull=True)
        .first()
    )
    return receipt.complaint if receipt else None


@transaction.atomic
def end(*, complaint: Complaint) -> None:
    """End the complaint's receipt: it was lost, or somebody else holds it.

    Part of the work on a case, which leaves the audit line.
    """
    Receipt.objects.filter(complaint=complaint, ended_at__isnull=True).update(ended_at=clock.now())
