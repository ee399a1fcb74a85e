"""What of identities waits for a person today: to be decided, to be looked at, what was decided."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.db.models import Exists, F, OuterRef, Q

from backend.cases.models import Case
from backend.common import clock
from backend.custody.models import IdentityRequest
from backend.custody.stages import RequestState
from backend.partners.actors import Actor, ActorKind
from backend.partners.models import Partner

MOST: Final = 99
_ROWS: Final = 10
_TOLD_FOR: Final = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class WaitingIdentities:
    """Parts that are not for a person's role are None."""

    to_decide: int | None
    warnings: int | None
    own: list[IdentityRequest]


def waiting_identities(actor: Actor, partner: Partner | None) -> WaitingIdentities | None:
    """In all of one's partners or in one of them; None for programs."""
    if actor.kind is not ActorKind.STAFF:
        return None
    of = Q() if partner is None else Q(partner=partner)
    found = IdentityRequest.objects.filter(of)
    decide = found.for_custodian(actor).waiting().exclude(requester=actor.user)
    warned = found.for_coordinator(actor).running().filter(first_read_at__isnull=True)
    return WaitingIdentities(
        to_decide=decide[:MOST].count() if _holds("reveal_identity", actor, partner) else None,
        warnings=warned[:MOST].count() if _holds("manage_partner", actor, partner) else None,
        own=_own(actor, of) if _holds("work_cases", actor, partner) else [],
    )


def _own(actor: Actor, of: Q) -> list[IdentityRequest]:
    """What can be read now or soon, and what somebody else said no to or ended in the last days."""
    readable = Case.objects.readable_by(actor).filter(pk=OuterRef("case_id"))
    recent = Q(state__in=[RequestState.DECLINED, RequestState.ENDED], ended_at__gt=clock.now() - _TOLD_FOR)
    running = Q(state=RequestState.APPROVED, expires_at__gt=clock.now())
    own = IdentityRequest.objects.filter(of, running | recent, Exists(readable)).asked_by(actor)
    in_place = own.filter(case__owner=F("partner")).select_related("case")
    return list(in_place.order_by("-requested_at", "-pk")[:_ROWS])


def _holds(permission: str, actor: Actor, partner: Partner | None) -> bool:
    held = actor.partners_with(permission)
    return bool(held) if partner is None else partner.pk in held
