"""A complaint gets its receipt."""

from typing import Final

from django.db import IntegrityError, transaction

from backend.common.errors import Busy
from backend.common.written import insert
from backend.complaints.models import Complaint, Receipt
from backend.complaints.receipt_codes import NewReceipt, SealedSecret, draw_number, new_receipt

# Even with half of all numbers taken, twenty draws fail once in a million times.
_DRAWS: Final = 20


@transaction.atomic(savepoint=False)
def issue(*, complaint: Complaint, sealed: SealedSecret, pending: bool = False) -> NewReceipt:
    """Give a complaint its receipt. The secret was sealed before the transaction, because that is slow.

    Part of a larger write (filing, replacing a lost receipt), which leaves the audit line.
    """
    for _ in range(_DRAWS):
        number = draw_number()
        try:
            with transaction.atomic():
                insert(Receipt(complaint=complaint, number=number, secret_hash=sealed.hash, pending=pending))
        except IntegrityError:
            # Asked of this complaint: the receipt that has the number may be another partner's, and not seen.
            running = Receipt.objects.filter(complaint=complaint, ended_at__isnull=True, pending=pending)
            if running.exists():
                raise  # not a number drawn twice
        else:
            return new_receipt(number, sealed.digits)
    raise Busy()
