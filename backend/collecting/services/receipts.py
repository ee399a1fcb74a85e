"""The first receipt of what was collected: drawn when an officer has it before him, and shown to him alone.

A volunteer's telephone never holds one. Filing issued a receipt whose digits were forgotten in the same
breath; here it ends, and the one takes its place that the complainant gets.
"""

from uuid import UUID

from django.db import transaction

from backend.cases.models import Case
from backend.cases.services import story
from backend.collecting.errors import ReceiptGiven
from backend.collecting.models import Submission
from backend.common import clock
from backend.common.errors import NotAllowed
from backend.complaints.models import Complaint, Receipt, ReceiptReplacement
from backend.complaints.receipt_codes import NewReceipt, SealedSecret
from backend.complaints.services import issue
from backend.intake.services.notices import RECEIPT_HANDED_OUT
from backend.partners.actors import Actor, ActorKind
from backend.partners.models import Partner


@transaction.atomic
def give_receipt(slug: str, submission_id: UUID, *, sealed: SealedSecret, actor: Actor) -> NewReceipt:
    """Hand out the receipt of a collected complaint, once. The secret was sealed before.

    Raises NotFound, NotAllowed for a program, ReceiptGiven.
    """
    partner = Partner.objects.visible_to(actor).found(slug)
    submission = Submission.objects.visible_in(partner.pk, actor).locked(submission_id)
    if actor.kind is not ActorKind.STAFF:
        raise NotAllowed()
    complaint = submission.complaint
    if submission.receipt_given_at or _was_replaced(complaint):
        raise ReceiptGiven()
    case = Case.objects.visible_in(partner.pk, actor).select_for_update(of=("self",)).get(complaint=complaint)
    now = clock.now()
    Receipt.objects.filter(complaint=complaint, ended_at__isnull=True).update(ended_at=now)
    receipt = issue(complaint=complaint, sealed=sealed)
    submission.receipt_given_at = now
    submission.save(update_fields=["receipt_given_at"])
    story.tell(case, actor, RECEIPT_HANDED_OUT, ends_old=True, needs_second=False)
    return receipt


def _was_replaced(complaint: Complaint) -> bool:
    """Somebody got a receipt in place of a "lost" one: that one must not end here."""
    return ReceiptReplacement.objects.filter(receipt__complaint=complaint).exists()
