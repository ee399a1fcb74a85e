"""An institution passes a complaint on: a second referral follows it to the competent body."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from backend.cases.models import InstitutionReferral
from backend.cases.services import clocks, permits
from backend.cases.services.drafting import require_fitting_rule
from backend.cases.services.holding import move, require_day, required, tell
from backend.cases.stages import ReferralState, ReferralVerb
from backend.common.errors import Invalid
from backend.complaints.services.consents import consent_for_institution
from backend.directory.models import DeadlineRule, Institution
from backend.directory.services.appeals import FROM_FIRST_ARRIVAL, term_of_second_body
from backend.partners.actors import Actor

_WHAT_WAS_PASSED_ON = ("letter", "letter_language", "letter_subject", "parallel", "enclosures", "annex")


@transaction.atomic
def redirect(
    case_id: UUID,
    referral_id: UUID,
    *,
    institution: Institution,
    redirected_on: date,
    deadline_rule: DeadlineRule | None = None,
    by_law: bool = False,
    expected: int | None,
    actor: Actor,
) -> InstitutionReferral:
    """The institution passed it on: a second referral follows to the competent body, with its own clock.

    `by_law`: the term is the one that the law of the first term sets for a second body, where it has one.
    The complainant is told and not asked: it was not us who passed it on.
    """
    referral, row = required(ReferralVerb.REDIRECT, case_id, referral_id, expected, actor)
    require_day("redirected_on", redirected_on, referral, earliest=referral.sent_on)
    if institution.pk == referral.institution_id:
        raise Invalid.field("institution", "same_institution", _("It already lies with this institution."))
    rule = _term_by_law(referral, institution, redirected_on) if by_law else deadline_rule
    require_fitting_rule(institution, rule)
    follows = _following(referral, institution, rule, actor)
    clocks.start(follows, redirected_on, counted_from=_day_zero(referral, rule))
    follows.save(force_insert=True)
    move(referral, row, actor, to=institution.code, follows=str(follows.pk))
    _tell_arrival(follows, referral, actor)
    return follows


def _following(
    referral: InstitutionReferral, institution: Institution, rule: DeadlineRule | None, actor: Actor
) -> InstitutionReferral:
    """What the first body passed on, as it was, at the second."""
    follows = InstitutionReferral(
        case=referral.case,
        data_key=referral.data_key,
        institution=institution,
        state=ReferralState.SENT,
        deadline_rule=rule,
        # Of this body, should it ever have to be sent there again by us.
        consent=consent_for_institution(permits.complaint_of(referral.case), institution),
        author_id=actor.id,
        redaction_checked_by=referral.redaction_checked_by,
        findings_seen=referral.findings_seen,
        redirected_from=referral,
        escalates_id=referral.escalates_id,
        appeals_id=referral.appeals_id,
        channel=referral.channel,
        dossier_id=referral.dossier_id,
    )
    for name in _WHAT_WAS_PASSED_ON:
        setattr(follows, name, getattr(referral, name))
    return follows


def _term_by_law(referral: InstitutionReferral, institution: Institution, day: date) -> DeadlineRule | None:
    rule = referral.deadline_rule
    if rule is None or institution.country != rule.country:
        return None
    return term_of_second_body(rule, day)


def _day_zero(referral: InstitutionReferral, rule: DeadlineRule | None) -> date | None:
    """Some terms of a second body run from the day on which the first one had it."""
    if rule is None or rule.trigger != FROM_FIRST_ARRIVAL:
        return None
    return referral.registered_on or referral.sent_on


def _tell_arrival(follows: InstitutionReferral, first: InstitutionReferral, actor: Actor) -> None:
    """The second body is named in the story too, and whether the complainant had agreed to it."""
    facts = {
        "from": first.institution.code,
        "passed_on": str(first.pk),
        "due_at": follows.due_at.isoformat() if follows.due_at else None,
        "consent": "given" if follows.consent_id else "not_asked",
    }
    tell(follows, actor, "referral.passed_on", **facts)
