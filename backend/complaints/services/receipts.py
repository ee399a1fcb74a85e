"""Receipts: what lets a complainant return without an account."""

from django.db import transaction

from backend.common import clock, secondlock
from backend.complaints.errors import UnknownReceipt
from backend.complaints.models import Complaint, Receipt
from backend.complaints.receipt_codes import opens, read_typed
from backend.complaints.services.replacing import take_over
from backend.complaints.services.throttle import count_try, forget_tries


def open_receipt(*, number: str, secret: str, proof: str = "") -> Complaint:
    """The complaint behind a receipt. Raises ReceiptMistyped, ReceiptMustWait or UnknownReceipt."""
    return open_running_receipt(number=number, secret=secret, proof=proof).complaint


def open_running_receipt(*, number: str, secret: str, proof: str = "") -> Receipt:
    """The receipt itself, for a visit. Raises ReceiptMistyped, ReceiptMustWait or UnknownReceipt; of one that
    replaces another and is not ripe, ReceiptOpensLater or ReceiptUnconfirmed.

    Not to be called inside a transaction: the try must count although the request fails.
    """
    typed = read_typed(number, secret)
    count_try(typed.number, proof)
    receipt = _running(number=typed.number)
    # Without a receipt the same work is done, so that the time does not tell which numbers exist.
    if not opens(receipt.secret_hash if receipt else None, typed.digits) or receipt is None:
        raise UnknownReceipt()
    forget_tries(typed.number)
    if receipt.pending:
        with secondlock.holding(receipt.complaint_id):
            take_over(receipt)
    return receipt


def complaint_of_receipt(receipt_id: str) -> Complaint | None:
    """The complaint behind a receipt that was opened before; None once that receipt was ended."""
    receipt = _running(pk=receipt_id)
    return receipt.complaint if receipt else None


def _running(**which: str) -> Receipt | None:
    """Nobody has a key before the receipt is found."""
    receipts = Receipt.objects.select_related("complaint__partner", "complaint__data_key")
    with secondlock.everything(secondlock.Errand.RECEIPT):
        return receipts.filter(**which, ended_at__isnull=True).first()


@transaction.atomic
def end(*, complaint: Complaint) -> None:
    """End the complaint's receipt: it was lost, or somebody else holds it.

    Part of the work on a case, which leaves the audit line.
    """
    Receipt.objects.filter(complaint=complaint, ended_at__isnull=True).update(ended_at=clock.now())
