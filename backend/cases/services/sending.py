"""How a referral leaves, and how it turns out that it did not arrive: clock, case and story follow."""

from datetime import date
from uuid import UUID

from django.db import transaction

from backend.cases.models import Case, InstitutionReferral
from backend.cases.services import clocks, dossiers
from backend.cases.services.holding import move, move_case, require_day, required
from backend.cases.stages import REFERRAL_TABLE, DeliveryState, ReferralVerb, Transition, Verb, find
from backend.common import clock
from backend.partners.actors import Actor


@transaction.atomic
def send(
    case_id: UUID,
    referral_id: UUID,
    *,
    channel: str,
    sent_on: date,
    proof: str = "",
    expected: int | None,
    actor: Actor,
) -> InstitutionReferral:
    """Record that it left another way than by a delivery of ours, and when: the institution's term starts."""
    referral, row = required(ReferralVerb.SEND, case_id, referral_id, expected, actor)
    require_day("sent_on", sent_on, referral, earliest=day_received(referral.case))
    leave(referral, row, channel=channel, sent_on=sent_on, proof=proof, actor=actor)
    return referral


@transaction.atomic
def fail_delivery(
    case_id: UUID, referral_id: UUID, *, expected: int | None, actor: Actor
) -> InstitutionReferral:
    """Record that what was sent did not arrive."""
    referral, row = required(ReferralVerb.FAIL_DELIVERY, case_id, referral_id, expected, actor)
    last = referral.deliveries.filter(state=DeliveryState.SENT).last()
    if last is not None:
        last.state, last.problem = DeliveryState.FAILED, "reported"
        last.version += 1
        last.save(update_fields=["state", "problem", "version"])
    move(referral, row, actor)
    return referral


def leave(
    referral: InstitutionReferral,
    row: Transition,
    *,
    channel: str,
    sent_on: date,
    proof: str = "",
    actor: Actor,
) -> None:
    """A held referral is with the institution: its clock starts, its case is referred, or escalated."""
    dossiers.freeze_if_missing(referral, actor)
    referral.channel, referral.sent_on, referral.proof = channel, sent_on, proof
    clocks.start(referral, sent_on)
    due_at = referral.due_at.isoformat() if referral.due_at else None
    move(referral, row, actor, channel=channel, sent_on=sent_on.isoformat(), due_at=due_at)
    move_case(referral, Verb.ESCALATE if referral.escalates_id else Verb.REFER, actor)


def left_already(referral: InstitutionReferral, *, channel: str, sent_on: date, actor: Actor) -> bool:
    """What a mail server took has left, whatever would stand against it now. Whether that moved it."""
    row = find(REFERRAL_TABLE, referral.state, ReferralVerb.SEND)
    if row is None:
        return False
    leave(referral, row, channel=channel, sent_on=sent_on, actor=actor)
    return True


def came_back(referral: InstitutionReferral, *, actor: Actor, problem: str) -> bool:
    """A held referral did not arrive. Whether that moved it: what an institution registered, it has."""
    row = find(REFERRAL_TABLE, referral.state, ReferralVerb.FAIL_DELIVERY)
    if row is None:
        return False
    move(referral, row, actor, problem=problem)
    return True


def day_received(case: Case) -> date:
    """Nothing of a case happened before this day where its partner sits."""
    return clock.day_of(case.opened_at, case.owner.time_zone)
