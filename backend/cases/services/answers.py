"""What institutions answer: taken in whichever way it came, told, and weighed by a person where need be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from backend.cases import errors
from backend.cases.models import Case, InstitutionAnswer, InstitutionReferral
from backend.cases.services import permits
from backend.cases.services.holding import keep, locked, move, move_case, require_day, required, tell
from backend.cases.stages import REFERRAL_TABLE, ReferralState, ReferralVerb, Verb, find
from backend.common import clock
from backend.common.errors import Invalid, NotFound, require_version
from backend.complaints.models import Attachment
from backend.partners.actors import Actor

Standing, Way = InstitutionAnswer.Standing, InstitutionAnswer.Way

# A referral keeps the words of its answer, as far as they are needed at a glance.
_LONGEST_AT_A_GLANCE: Final = 20_000
# Answered before, or over: what comes now is kept beside it and moves nothing.
_ENDED: Final = (ReferralState.ANSWERED, ReferralState.CLOSED, ReferralState.REDIRECTED)
_OURS: Final = (Attachment.Sender.PARTNER, Attachment.Sender.INSTITUTION)


@dataclass(frozen=True, slots=True, repr=False)
class Came:
    """An answer on its way in. It has no readable repr, because it holds an institution's words."""

    way: str
    answered_on: date
    standing: str = Standing.ARRIVED
    text: str = ""
    protocol_number: str = ""
    author_name: str = ""
    is_automatic: bool = False


@transaction.atomic
def record_answer(
    case_id: UUID,
    referral_id: UUID,
    *,
    answer: str,
    answered_on: date,
    protocol_number: str = "",
    author_name: str = "",
    is_final: bool = True,
    files: Sequence[UUID] = (),
    expected: int | None,
    actor: Actor,
) -> InstitutionReferral:
    """Type in what the institution answered, with the scanned letter; a final answer takes the case to
    review."""
    referral, _row = required(ReferralVerb.RECORD_ANSWER, case_id, referral_id, expected, actor)
    require_day("answered_on", answered_on, referral, earliest=referral.sent_on)
    came = Came(
        way=Way.TYPED,
        answered_on=answered_on,
        standing=Standing.FINAL if is_final else Standing.INTERIM,
        text=answer,
        protocol_number=protocol_number,
        author_name=author_name,
    )
    take_in(referral, came, attachments=_files_of(referral.case, files), actor=actor)
    return referral


@transaction.atomic
def decide(
    case_id: UUID,
    referral_id: UUID,
    answer_id: UUID,
    *,
    standing: str,
    answered_on: date | None = None,
    protocol_number: str = "",
    expected: int | None,
    actor: Actor,
) -> InstitutionAnswer:
    """Say what an answer is: the answer, one for the time being, or none. What ended the wait stays so."""
    referral = locked(case_id, referral_id, actor, None)
    permits.require_permission("refer_cases", referral.case, actor)
    answer = referral.answers.select_related("data_key").filter(pk=answer_id).first()
    if answer is None:
        raise NotFound()
    require_version(answer.version, expected)
    if answer.is_final:
        raise errors.AnswerDecided()
    if answered_on is not None:
        require_day("answered_on", answered_on, referral, earliest=referral.sent_on)
        answer.answered_on = answered_on
    answer.protocol_number = protocol_number or answer.protocol_number
    answer.standing, answer.decided_by, answer.decided_at = standing, actor.user, clock.now()
    answer.version += 1
    answer.save()
    tell(referral, actor, "referral.answer_weighed", answer=str(answer.pk), standing=standing)
    if answer.is_final:
        _end_the_wait(referral, answer, actor)
    return answer


def take_in(
    referral: InstitutionReferral, came: Came, *, attachments: Sequence[Attachment] = (), actor: Actor
) -> InstitutionAnswer:
    """Keep what an institution wrote. The caller holds the referral and its case.

    What cannot end the wait just now waits for somebody to say what it is: nothing that came is turned away.
    """
    ends = find(REFERRAL_TABLE, referral.state, ReferralVerb.RECORD_ANSWER) is not None
    standing = Standing.ARRIVED if came.standing == Standing.FINAL and not ends else came.standing
    answer = InstitutionAnswer(
        referral=referral,
        data_key=referral.data_key,
        way=came.way,
        standing=standing,
        is_automatic=came.is_automatic,
        answered_on=came.answered_on,
        recorded_by=actor.user,
    )
    answer.text, answer.author_name = came.text or None, came.author_name or None
    answer.protocol_number = came.protocol_number or None
    answer.save(force_insert=True)
    answer.files.set(attachments)
    action = "referral.automatic_reply_arrived" if came.is_automatic else "referral.answer_arrived"
    facts = {"answer": str(answer.pk), "way": came.way, "standing": standing, "files": len(attachments)}
    tell(referral, actor, action, **facts)
    if answer.is_final:
        _end_the_wait(referral, answer, actor)
    else:
        _lay_beside(referral, answer)
    return answer


def referral_under(case: Case, referral_id: UUID) -> InstitutionReferral:
    """A referral of a case that the caller may read. Raises NotFound."""
    referral = case.referrals.filter(pk=referral_id).first()
    if referral is None:
        raise NotFound()
    return referral


def held(referral_id: UUID) -> InstitutionReferral | None:
    """A referral and its case, held for what comes from outside. None where it is gone."""
    case_id = InstitutionReferral.objects.filter(pk=referral_id).values_list("case_id", flat=True).first()
    if case_id is None:
        return None
    # The case first, as everywhere: two that hold in other orders would wait for each other.
    case = Case.objects.select_for_update(of=("self",)).select_related("owner").get(pk=case_id)
    found = InstitutionReferral.objects.select_for_update(of=("self",)).filter(pk=referral_id)
    referral = found.select_related("institution", "deadline_rule", "data_key", "dossier").first()
    if referral is not None:
        referral.case = case
    return referral


def _end_the_wait(referral: InstitutionReferral, answer: InstitutionAnswer, actor: Actor) -> None:
    """The referral is answered and its case goes to review."""
    row = find(REFERRAL_TABLE, referral.state, ReferralVerb.RECORD_ANSWER)
    if row is None:
        if referral.state in _ENDED:
            return
        raise errors.ReferralWrongState(state=referral.state, verb=ReferralVerb.RECORD_ANSWER)
    referral.answer = (answer.text or "")[:_LONGEST_AT_A_GLANCE] or None
    referral.answered_on = answer.answered_on
    referral.protocol_number = answer.protocol_number or referral.protocol_number
    # An answer that comes after the silence was noted is weighed anew.
    referral.assessment = ""
    late = referral.due_at is not None and answer.answered_on > referral.due_at
    facts = {"answer": str(answer.pk), "answered_on": answer.answered_on.isoformat(), "late": late}
    move(referral, row, actor, **facts)
    move_case(referral, Verb.REVIEW_ANSWER, actor)


def _lay_beside(referral: InstitutionReferral, answer: InstitutionAnswer) -> None:
    """The wait goes on. The first answer that names its number there tells it."""
    referral.protocol_number = referral.protocol_number or answer.protocol_number or ""
    keep(referral)


def _files_of(case: Case, ids: Sequence[UUID]) -> list[Attachment]:
    """Files that the partner put into the case: the scanned letter."""
    found = list(
        Attachment.objects.filter(
            complaint=permits.complaint_of(case), pk__in=ids, sender__in=_OURS
        ).select_related("file")
    )
    if len(found) != len(set(ids)):
        raise Invalid.field("files", "unknown_file", _("The case has no such file of yours."))
    return found
