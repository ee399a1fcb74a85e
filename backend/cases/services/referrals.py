"""Referrals to institutions: drafted, looked over, sent, answered, assessed, each with its legal clock."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from backend.cases import errors
from backend.cases.models import Case, InstitutionReferral
from backend.cases.services import clocks, dossiers, letters, permits, story
from backend.cases.services.enclosures import enclosed
from backend.cases.services.holding import keep, locked, refresh_due, require_day, required, tell
from backend.cases.stages import (
    CASE_TABLE,
    ReferralState,
    ReferralVerb,
    State,
    Transition,
    Verb,
    find,
)
from backend.common import clock
from backend.common.errors import Invalid
from backend.complaints.services.consents import consent_for_institution
from backend.directory.models import DeadlineRule, Institution
from backend.partners.actors import Actor

_SEEN_BY_THE_INSTITUTION = (
    "letter",
    "letter_language",
    "letter_subject",
    "parallel",
    "deadline_rule",
    "institution",
)
_TAKES_REFERRALS = (State.OPEN, State.REFERRED, State.RESPONSE_REVIEW, State.ESCALATED)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a referral starts from. Without a letter it starts from the partner's template. `override_reason`
    stands in for a missing consent (coordinators only)."""

    institution: Institution
    letter: str = ""
    letter_language: str = ""
    letter_subject: str = ""
    parallel: Mapping[str, str] | None = None
    enclosures: Sequence[Mapping[str, Any]] = ()
    deadline_rule: DeadlineRule | None = None
    escalates: UUID | None = None
    override_reason: str = ""
    redaction_checked: bool = False


@transaction.atomic
def draft_referral(case_id: UUID, *, draft: Draft, actor: Actor) -> InstitutionReferral:
    """Prepare a referral; nothing leaves yet."""
    case = Case.objects.readable_by(actor).locked(case_id)
    permits.require_permission("refer_cases", case, actor)
    if case.state not in _TAKES_REFERRALS:
        raise errors.WrongState(state=case.state, verb="refer")
    _require_fitting_rule(draft.institution, draft.deadline_rule)
    referral = InstitutionReferral(
        case=case,
        data_key=permits.key_of(case),
        institution=draft.institution,
        deadline_rule=draft.deadline_rule,
        escalates=_escalated(case, draft.escalates),
        consent=consent_for_institution(permits.complaint_of(case), draft.institution),
        author_id=actor.id,
        redaction_checked_by_id=actor.id if draft.redaction_checked else None,
    )
    _write_letter(referral, draft)
    _override(referral, draft.override_reason, actor)
    referral.save(force_insert=True)
    tell(referral, actor, "referral.drafted", overrides_consent=bool(draft.override_reason))
    return referral


@transaction.atomic
def change_draft(
    case_id: UUID, referral_id: UUID, *, changes: Mapping[str, Any], expected: int | None, actor: Actor
) -> InstitutionReferral:
    """Rework a draft. A new letter must be checked again before it leaves."""
    referral = locked(case_id, referral_id, actor, expected)
    permits.require_permission("refer_cases", referral.case, actor)
    if referral.state != ReferralState.DRAFT:
        raise errors.ReferralWrongState(state=referral.state, verb="change")
    for name in _SEEN_BY_THE_INSTITUTION:
        if name in changes:
            setattr(referral, name, changes[name])
            referral.redaction_checked_by_id = None
    _require_fitting_rule(referral.institution, referral.deadline_rule)
    _require_another_language(referral)
    if "enclosures" in changes:
        referral.enclosures = enclosed(referral.case, changes["enclosures"])
        referral.redaction_checked_by_id = None
    referral.consent = consent_for_institution(permits.complaint_of(referral.case), referral.institution)
    _override(referral, changes.get("override_reason", ""), actor)
    if changes.get("redaction_checked"):
        referral.redaction_checked_by_id = actor.id
    keep(referral)
    tell(referral, actor, "referral.changed", fields=sorted(changes))
    return referral


@transaction.atomic
def step(
    verb: ReferralVerb, case_id: UUID, referral_id: UUID, *, expected: int | None, actor: Actor
) -> InstitutionReferral:
    """A step that needs no more to be said: submit, requeue, clarify, cancel, close …"""
    referral, row = required(verb, case_id, referral_id, expected, actor)
    if verb == ReferralVerb.RELEASE:
        dossiers.freeze(referral, actor)
    elif verb == ReferralVerb.SEND_BACK:
        dossiers.discard(referral, actor)
    _move(referral, row, actor)
    return referral


@transaction.atomic
def approve(case_id: UUID, referral_id: UUID, *, expected: int | None, actor: Actor) -> InstitutionReferral:
    """The second pair of eyes says that the referral may leave."""
    referral, row = required(ReferralVerb.APPROVE, case_id, referral_id, expected, actor)
    referral.approved_by_id = actor.id
    dossiers.freeze(referral, actor)
    _move(referral, row, actor)
    return referral


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
    """Record how and when it left: the institution's term starts, the case is referred (or escalated)."""
    referral, row = required(ReferralVerb.SEND, case_id, referral_id, expected, actor)
    require_day("sent_on", sent_on, referral, earliest=_day_received(referral.case))
    dossiers.freeze_if_missing(referral, actor)
    referral.channel, referral.sent_on, referral.proof = channel, sent_on, proof
    clocks.start(referral, sent_on)
    _move(referral, row, actor, channel=channel, sent_on=sent_on.isoformat(), due_at=_iso(referral.due_at))
    _move_case(referral, Verb.ESCALATE if referral.escalates_id else Verb.REFER, actor)
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
    _move(referral, row, actor, registered_on=registered_on.isoformat())
    return referral


@transaction.atomic
def redirect(
    case_id: UUID,
    referral_id: UUID,
    *,
    institution: Institution,
    redirected_on: date,
    deadline_rule: DeadlineRule | None,
    expected: int | None,
    actor: Actor,
) -> InstitutionReferral:
    """The institution passed it on: a second referral follows to the competent body, with its own clock."""
    referral, row = required(ReferralVerb.REDIRECT, case_id, referral_id, expected, actor)
    require_day("redirected_on", redirected_on, referral, earliest=referral.sent_on)
    _require_fitting_rule(institution, deadline_rule)
    if institution.pk == referral.institution_id:
        raise Invalid.field("institution", "same_institution", _("It already lies with this institution."))
    follows = InstitutionReferral(
        case=referral.case,
        data_key=referral.data_key,
        institution=institution,
        state=ReferralState.SENT,
        deadline_rule=deadline_rule,
        consent=referral.consent,
        author_id=actor.id,
        redaction_checked_by=referral.redaction_checked_by,
        redirected_from=referral,
        channel=referral.channel,
        sent_on=redirected_on,
    )
    follows.letter, follows.letter_language = referral.letter, referral.letter_language
    follows.letter_subject, follows.parallel = referral.letter_subject, referral.parallel
    follows.enclosures, follows.dossier_id = referral.enclosures, referral.dossier_id
    clocks.start(follows, redirected_on)
    follows.save(force_insert=True)
    _move(referral, row, actor, to=institution.code, follows=str(follows.pk))
    return follows


@transaction.atomic
def record_answer(
    case_id: UUID,
    referral_id: UUID,
    *,
    answer: str,
    answered_on: date,
    protocol_number: str = "",
    expected: int | None,
    actor: Actor,
) -> InstitutionReferral:
    """Type in what the institution answered; the case goes to review."""
    referral, row = required(ReferralVerb.RECORD_ANSWER, case_id, referral_id, expected, actor)
    require_day("answered_on", answered_on, referral, earliest=referral.sent_on)
    referral.answer, referral.answered_on = answer, answered_on
    referral.protocol_number = protocol_number or referral.protocol_number
    late = referral.due_at is not None and answered_on > referral.due_at
    _move(referral, row, actor, answered_on=answered_on.isoformat(), late=late)
    _move_case(referral, Verb.REVIEW_ANSWER, actor)
    return referral


@transaction.atomic
def note_silence(
    case_id: UUID, referral_id: UUID, *, expected: int | None, actor: Actor
) -> InstitutionReferral:
    """The term passed without an answer: it counts as none, the case goes to review."""
    referral, row = required(ReferralVerb.NOTE_SILENCE, case_id, referral_id, expected, actor)
    referral.assessment = InstitutionReferral.Assessment.NON_ANSWER
    silence = referral.deadline_rule.silence if referral.deadline_rule else "unknown"
    _move(referral, row, actor, silence_means=silence)
    _move_case(referral, Verb.REVIEW_ANSWER, actor)
    return referral


@transaction.atomic
def assess(
    case_id: UUID, referral_id: UUID, *, assessment: str, expected: int | None, actor: Actor
) -> InstitutionReferral:
    """Say what the answer is worth."""
    referral, row = required(ReferralVerb.ASSESS, case_id, referral_id, expected, actor)
    referral.assessment = assessment
    _move(referral, row, actor, assessment=assessment)
    return referral


def _move(referral: InstitutionReferral, row: Transition, actor: Actor, **facts: Any) -> None:
    before = referral.state
    referral.state = row.target
    keep(referral)
    refresh_due(referral.case, actor)
    tell(referral, actor, f"referral.{row.verb}", before=before, now=row.target, **facts)


def _move_case(referral: InstitutionReferral, verb: Verb, actor: Actor) -> None:
    """The case follows its referral, where the table has a row from its present state."""
    case = referral.case
    row = find(CASE_TABLE, case.state, verb)
    if row is not None and row.target != case.state:
        story.move(case, row, actor, referral=str(referral.pk))


def _write_letter(referral: InstitutionReferral, draft: Draft) -> None:
    """The caseworker's letter, or the partner's template with what is known of the case."""
    referral.letter, referral.letter_language = draft.letter, draft.letter_language
    referral.letter_subject, referral.parallel = draft.letter_subject or None, draft.parallel
    if not draft.letter:
        language = draft.letter_language or letters.obvious_language(referral.case, draft.institution)
        begun = letters.draft_letter(referral.case, draft.institution, draft.deadline_rule, language)
        referral.letter, referral.letter_language = begun.text, language
        referral.letter_subject = draft.letter_subject or begun.subject
    referral.enclosures = enclosed(referral.case, draft.enclosures)
    _require_another_language(referral)


def _require_another_language(referral: InstitutionReferral) -> None:
    if referral.parallel and referral.parallel["language"] == letters.language_of(referral):
        raise Invalid.field(
            "parallel.language", "same_language", _("The letter itself is in this language already.")
        )


def _require_fitting_rule(institution: Institution, rule: DeadlineRule | None) -> None:
    if rule is not None and rule.country != institution.country:
        raise Invalid.field("deadline_rule", "wrong_country", _("This rule is not the law of that country."))


def _day_received(case: Case) -> date:
    return clock.day_of(case.opened_at, case.owner.time_zone)


def _override(referral: InstitutionReferral, reason: str, actor: Actor) -> None:
    if not reason:
        return
    permits.require_permission("override_consent", referral.case, actor)
    referral.override_reason, referral.override_by_id = reason, actor.id


def _escalated(case: Case, referral_id: UUID | None) -> InstitutionReferral | None:
    if referral_id is None:
        return None
    found = case.referrals.filter(pk=referral_id).exclude(sent_on=None).first()
    if found is None:
        raise Invalid.field(
            "escalates", "unknown_referral", _("This case has no such referral that was sent.")
        )
    return found


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
