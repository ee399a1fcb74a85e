"""Referrals in the making: what one starts from, how a draft is reworked, which letter it carries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from backend.cases import errors
from backend.cases.models import Case, InstitutionReferral
from backend.cases.services import letters, permits, redaction
from backend.cases.services.annexes import kept_annex
from backend.cases.services.enclosures import enclosed
from backend.cases.services.holding import keep, locked, tell
from backend.cases.stages import TAKES_REFERRALS, ReferralState
from backend.common.errors import Invalid
from backend.complaints.services.consents import consent_for_institution
from backend.directory.models import DeadlineRule, Institution
from backend.partners.actors import Actor

_SEEN_BY_THE_INSTITUTION: Final = (
    "letter",
    "letter_language",
    "letter_subject",
    "parallel",
    "deadline_rule",
    "institution",
)


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
    appeals: UUID | None = None
    late_reason: str = ""
    override_reason: str = ""
    annex: Mapping[str, Any] | None = None
    redaction_checked: bool = False
    findings_seen: str = ""


@transaction.atomic
def draft_referral(case_id: UUID, *, draft: Draft, actor: Actor) -> InstitutionReferral:
    """Prepare a referral; nothing leaves yet."""
    case = Case.objects.readable_by(actor).locked(case_id)
    permits.require_permission("refer_cases", case, actor)
    if case.state not in TAKES_REFERRALS:
        raise errors.WrongState(state=case.state, verb="refer")
    require_fitting_rule(draft.institution, draft.deadline_rule)
    referral = InstitutionReferral(
        case=case,
        data_key=permits.key_of(case),
        institution=draft.institution,
        deadline_rule=draft.deadline_rule,
        escalates=_escalated(case, draft.escalates),
        appeals_id=draft.appeals,
        consent=consent_for_institution(permits.complaint_of(case), draft.institution),
        author_id=actor.id,
    )
    referral.late_reason = draft.late_reason or None
    _write_letter(referral, draft)
    _override(referral, draft.override_reason, actor)
    if draft.redaction_checked:
        redaction.confirm(referral, actor, seen=draft.findings_seen, is_own_letter=bool(draft.letter))
    referral.save(force_insert=True)
    facts = {"appeals": str(draft.appeals)} if draft.appeals else {}
    tell(referral, actor, "referral.drafted", overrides_consent=bool(draft.override_reason), **facts)
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
            redaction.forget(referral)
    require_fitting_rule(referral.institution, referral.deadline_rule)
    _require_another_language(referral)
    if "enclosures" in changes:
        referral.enclosures = enclosed(referral.case, changes["enclosures"])
        redaction.forget(referral)
    if "annex" in changes:
        referral.annex = kept_annex(referral.case, changes["annex"])
        redaction.forget(referral)
    referral.consent = consent_for_institution(permits.complaint_of(referral.case), referral.institution)
    _override(referral, changes.get("override_reason", ""), actor)
    if "late_reason" in changes:
        referral.late_reason = changes["late_reason"] or None
    if changes.get("redaction_checked"):
        redaction.confirm(referral, actor, seen=changes.get("findings_seen", ""), is_own_letter=True)
    keep(referral)
    tell(referral, actor, "referral.changed", fields=sorted(changes))
    return referral


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
    referral.annex = kept_annex(referral.case, draft.annex)
    _require_another_language(referral)


def _require_another_language(referral: InstitutionReferral) -> None:
    if referral.parallel and referral.parallel["language"] == letters.language_of(referral):
        raise Invalid.field(
            "parallel.language", "same_language", _("The letter itself is in this language already.")
        )


def require_fitting_rule(institution: Institution, rule: DeadlineRule | None) -> None:
    if rule is not None and rule.country != institution.country:
        raise Invalid.field("deadline_rule", "wrong_country", _("This rule is not the law of that country."))


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
