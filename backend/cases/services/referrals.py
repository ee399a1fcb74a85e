"""Referrals to institutions on their way: looked over, sent, registered, assessed."""

from datetime import date
from uuid import UUID

from django.db import transaction

from backend.cases.models import InstitutionReferral
from backend.cases.services import dossiers, windows
from backend.cases.services.holding import move, require_day, required
from backend.cases.stages import ReferralVerb
from backend.partners.actors import Actor


@transaction.atomic
def step(
    verb: ReferralVerb, case_id: UUID, referral_id: UUID, *, expected: int | None, actor: Actor
) -> InstitutionReferral:
    """A step that needs no more to be said: submit, requeue, clarify, cancel, close …"""
    if verb == ReferralVerb.SEND_BACK:
        return send_back(case_id, referral_id, expected=expected, actor=actor)
    referral, row = required(verb, case_id, referral_id, expected, actor)
    if verb == ReferralVerb.RELEASE:
        dossiers.freeze(referral, actor)
    if verb in (ReferralVerb.SUBMIT, ReferralVerb.RELEASE):
        referral.sent_back_reason = None
    move(referral, row, actor)
    return referral


@transaction.atomic
def send_back(
    case_id: UUID, referral_id: UUID, *, reason: str = "", expected: int | None, actor: Actor
) -> InstitutionReferral:
    """Give it back to its author, who reads why. What was frozen and did not leave is taken away."""
    referral, row = required(ReferralVerb.SEND_BACK, case_id, referral_id, expected, actor)
    referral.sent_back_reason = reason or None
    dossiers.discard(referral, actor)
    move(referral, row, actor, with_reason=bool(reason))
    return referral


@transaction.atomic
def approve(case_id: UUID, referral_id: UUID, *, expected: int | None, actor: Actor) -> InstitutionReferral:
    """The second pair of eyes says that the referral may leave."""
    referral, row = required(ReferralVerb.APPROVE, case_id, referral_id, expected, actor)
    referral.approved_by_id = actor.id
    dossiers.freeze(referral, actor)
    move(referral, row, actor)
    return referral


@transaction.atomic
def register(
    case_id: UUID,
    referral_id: UUID,
    *,
    protocol_number: str,
    registered_on: date,
    expected: int | None,
    actor: Actor,
) -> InstitutionReferral:
    """Record the protocol number under which the institution answers."""
    referral, row = required(ReferralVerb.REGISTER, case_id, referral_id, expected, actor)
    require_day("registered_on", registered_on, referral, earliest=referral.sent_on)
    referral.protocol_number, referral.registered_on = protocol_number, registered_on
    move(referral, row, actor, registered_on=registered_on.isoformat())
    return referral


@transaction.atomic
def assess(
    case_id: UUID,
    referral_id: UUID,
    *,
    assessment: str,
    arrived_on: date | None = None,
    expected: int | None,
    actor: Actor,
) -> InstitutionReferral:
    """Say what the answer is worth. From the day on which a refusal arrived there is time for an appeal."""
    referral, row = required(ReferralVerb.ASSESS, case_id, referral_id, expected, actor)
    if arrived_on is not None:
        require_day("arrived_on", arrived_on, referral, earliest=referral.answered_on)
    referral.assessment = assessment
    windows.open_after_answer(referral, arrived_on or referral.answered_on)
    until = referral.appeal_until.isoformat() if referral.appeal_until else None
    move(referral, row, actor, assessment=assessment, appeal_until=until)
    return referral
