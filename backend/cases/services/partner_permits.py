"""Who may do which step on a referral between partners, and what still stands against it."""

from collections.abc import Callable, Iterator

from backend.cases import errors
from backend.cases.models import PartnerReferral
from backend.cases.partner_stages import (
    PARTNER_REFERRAL_TABLE,
    PartnerGuard,
    PartnerTransition,
    Side,
)
from backend.cases.services.permits import AllowedAction
from backend.cases.stages import RUNNING
from backend.common import clock
from backend.common.errors import NotAllowed, Problem
from backend.partners.actors import Actor


def require(verb: str, referral: PartnerReferral, actor: Actor) -> PartnerTransition:
    """The table's row for a verb. Raises NotAllowed, PartnerReferralWrongState or a guard's own problem."""
    rows = [row for row in PARTNER_REFERRAL_TABLE if row.verb == verb]
    # Asked before the state, so that who may nothing learns nothing about the state.
    if not any(_stands(actor, row, referral) for row in rows):
        raise NotAllowed()
    row = next((one for one in rows if referral.state in one.sources), None)
    if row is None:
        raise errors.PartnerReferralWrongState(state=referral.state, verb=verb)
    for problem in _against(row, referral, actor):
        raise problem
    return row


def allowed_on(referral: PartnerReferral, actor: Actor) -> list[AllowedAction]:
    """The steps that the actor may take from the present state."""
    rows = (row for row in PARTNER_REFERRAL_TABLE if referral.state in row.sources and not row.caused_by)
    return [
        AllowedAction(row.verb, next(_against(row, referral, actor), None))
        for row in rows
        if _stands(actor, row, referral)
    ]


def _stands(actor: Actor, row: PartnerTransition, referral: PartnerReferral) -> bool:
    """On the row's side, with its permission there. The sender's side ends where the case went elsewhere."""
    if row.side is Side.RECEIVER:
        return actor.may(row.permission, referral.to_partner_id)
    if row.side is Side.SENDER:
        still_there = referral.case.owner_id == referral.from_partner_id
        return still_there and actor.may(row.permission, referral.from_partner_id)
    return False


def _against(row: PartnerTransition, referral: PartnerReferral, actor: Actor) -> Iterator[Problem]:
    for guard in row.conditions:
        if (problem := _GUARDS[guard](referral, actor)) is not None:
            yield problem


def _not_expired(referral: PartnerReferral, actor: Actor) -> Problem | None:
    return errors.OfferExpired() if referral.expires_at <= clock.now() else None


def _not_own(referral: PartnerReferral, actor: Actor) -> Problem | None:
    own = actor.id is not None and referral.offered_by_id == actor.id
    return errors.OwnOffer() if own else None


def _sharing_consent(referral: PartnerReferral, actor: Actor) -> Problem | None:
    given = referral.consent is not None and referral.consent.withdrawn_at is None
    return None if given or referral.override_by_id else errors.SharingConsentMissing()


def _case_in_work(referral: PartnerReferral, actor: Actor) -> Problem | None:
    case = referral.case
    works = case.owner_id == referral.from_partner_id and case.state in RUNNING and not case.restricted
    # No facts: the receiver is told no state of a case that is not open to it.
    return None if works else errors.CaseNotInWork()


_GUARDS: dict[PartnerGuard, Callable[[PartnerReferral, Actor], Problem | None]] = {
    PartnerGuard.NOT_EXPIRED: _not_expired,
    PartnerGuard.NOT_OWN: _not_own,
    PartnerGuard.SHARING_CONSENT: _sharing_consent,
    PartnerGuard.CASE_IN_WORK: _case_in_work,
}
