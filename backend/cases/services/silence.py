"""What follows when an institution lets its term pass."""

from uuid import UUID

from django.db import transaction

from backend.cases.models import InstitutionReferral
from backend.cases.services.holding import move, move_case, required
from backend.cases.stages import ReferralVerb, Verb
from backend.partners.actors import Actor


@transaction.atomic
def note_silence(
    case_id: UUID, referral_id: UUID, *, expected: int | None, actor: Actor
) -> InstitutionReferral:
    """The term passed without an answer: it counts as none, the case goes to review."""
    referral, row = required(ReferralVerb.NOTE_SILENCE, case_id, referral_id, expected, actor)
    referral.assessment = InstitutionReferral.Assessment.NON_ANSWER
    silence = referral.deadline_rule.silence if referral.deadline_rule else "unknown"
    move(referral, row, actor, silence_means=silence)
    move_case(referral, Verb.REVIEW_ANSWER, actor)
    return referral
