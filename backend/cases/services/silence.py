"""What follows when an institution lets its term pass: what its law makes of silence."""

from typing import Final
from uuid import UUID

from django.db import transaction

from backend.cases.models import InstitutionReferral
from backend.cases.services import windows
from backend.cases.services.holding import move, move_case, required
from backend.cases.stages import ReferralVerb, Verb
from backend.directory.kinds import Silence
from backend.partners.actors import Actor

_DEEMED: Final = {
    Silence.REFUSAL: InstitutionReferral.Assessment.DEEMED_REFUSED,
    Silence.APPROVAL: InstitutionReferral.Assessment.DEEMED_GRANTED,
}


@transaction.atomic
def note_silence(
    case_id: UUID, referral_id: UUID, *, expected: int | None, actor: Actor
) -> InstitutionReferral:
    """The term passed without an answer: it counts as what its law says, the case goes to review."""
    referral, row = required(ReferralVerb.NOTE_SILENCE, case_id, referral_id, expected, actor)
    rule = referral.deadline_rule
    silence = Silence(rule.silence) if rule else Silence.UNKNOWN
    referral.assessment = _DEEMED.get(silence, InstitutionReferral.Assessment.NON_ANSWER)
    windows.open_after_silence(referral)
    until = referral.appeal_until.isoformat() if referral.appeal_until else None
    move(
        referral,
        row,
        actor,
        silence_means=silence.value,
        assessment=referral.assessment,
        appeal_until=until,
    )
    move_case(referral, Verb.REVIEW_ANSWER, actor)
    return referral
