"""What ends by itself: offers that nobody answered, shares whose last day has passed."""

from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from backend.cases.models import Case, CaseShare, PartnerReferral, Transfer
from backend.cases.partner_stages import PartnerReferralState
from backend.cases.search import index
from backend.cases.services import access, partner_referrals, story, transfers
from backend.common import clock
from backend.partners.actors import Actor

_AT_ONCE: Final = 500


def end_what_is_over(*, actor: Actor) -> int:
    """Each in a transaction of its own, so that one that is held up holds up no other. May run twice."""
    now = clock.now()
    offers = PartnerReferral.objects.filter(state=PartnerReferralState.OFFERED, expires_at__lte=now)
    handovers = Transfer.objects.filter(state=Transfer.State.OFFERED, expires_at__lte=now)
    shares = CaseShare.objects.filter(ended_at__isnull=True, ends_at__lte=now)
    return (
        sum(partner_referrals.expire(pk, actor=actor) for pk in _ids(offers, "expires_at"))
        + sum(transfers.expire(pk, actor=actor) for pk in _ids(handovers, "expires_at"))
        + sum(_end_share(pk, now, actor) for pk in _ids(shares, "ends_at"))
    )


def _ids(rows: QuerySet[Any], order: str) -> list[UUID]:
    return list(rows.order_by(order).values_list("pk", flat=True)[:_AT_ONCE])


@transaction.atomic
def _end_share(share_id: UUID, now: datetime, actor: Actor) -> bool:
    """It opened nothing since its last moment; now lists and search forget it, and the case tells."""
    share = CaseShare.objects.filter(pk=share_id).first()
    if share is None:
        return False
    case = Case.objects.select_for_update(of=("self",)).get(pk=share.case_id)
    ended = CaseShare.objects.filter(pk=share_id, ended_at__isnull=True, ends_at__lte=now)
    if not ended.update(ended_at=share.ends_at):
        return False
    access.refresh(case)
    index.refresh(case)
    story.tell(case, actor, "case.share_ended", partner=str(share.partner_id), by_itself=True)
    return True
