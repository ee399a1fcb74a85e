"""What an institution wants to know before it answers, and what it was told, each with its day and words."""

from datetime import date
from uuid import UUID

from django.db import transaction

from backend.cases.models import Clarification, InstitutionReferral
from backend.cases.services.holding import move, require_day, required
from backend.cases.stages import ReferralVerb
from backend.partners.actors import Actor


@transaction.atomic
def ask_clarification(
    case_id: UUID, referral_id: UUID, *, asked_on: date, question: str, expected: int | None, actor: Actor
) -> InstitutionReferral:
    """Record what the institution asks. Its clock runs on unless somebody pauses it."""
    referral, row = required(ReferralVerb.ASK_CLARIFICATION, case_id, referral_id, expected, actor)
    last = referral.clarifications.last()
    earliest = last.given_on if last and last.given_on else referral.sent_on
    require_day("asked_on", asked_on, referral, earliest=earliest)
    asked = Clarification(referral=referral, data_key=referral.data_key, asked_on=asked_on)
    asked.question = question
    asked.save(force_insert=True)
    move(referral, row, actor, clarification=str(asked.pk), asked_on=asked_on.isoformat())
    return referral


@transaction.atomic
def clarify(
    case_id: UUID, referral_id: UUID, *, given_on: date, reply: str, expected: int | None, actor: Actor
) -> InstitutionReferral:
    """Record what the institution was told."""
    referral, row = required(ReferralVerb.CLARIFY, case_id, referral_id, expected, actor)
    # What was asked before clarifications had words left no row.
    asked = referral.clarifications.select_related("data_key").filter(given_on=None).last()
    require_day("given_on", given_on, referral, earliest=asked.asked_on if asked else referral.sent_on)
    facts = {"given_on": given_on.isoformat()}
    if asked is not None:
        asked.given_on, asked.reply = given_on, reply
        asked.save(update_fields=["given_on", "reply"])
        facts["clarification"] = str(asked.pk)
    move(referral, row, actor, **facts)
    return referral
