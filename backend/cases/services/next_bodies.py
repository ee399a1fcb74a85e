"""Where a complaint can go after an institution: who hears appeals, stands above it, oversees it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from backend.cases.models import Case, InstitutionReferral
from backend.cases.services.holding import readable
from backend.cases.stages import NextReason, ReferralState
from backend.common.kinds import CaseKind
from backend.complaints.models import Consent
from backend.directory.calendars import today_in
from backend.directory.kinds import InstitutionKind, InstitutionLevel
from backend.directory.models import DeadlineRule, Institution
from backend.directory.services.appeals import term_of_appeal_body
from backend.partners.actors import Actor

_OVERSEERS: Final = {
    CaseKind.PUBLIC_SERVICE: (),
    CaseKind.CORRUPTION: (InstitutionKind.ANTI_CORRUPTION,),
    CaseKind.JUDICIARY: (InstitutionKind.JUDICIAL_INSPECTION, InstitutionKind.JUDICIAL_COUNCIL),
    CaseKind.INFORMATION_REQUEST: (InstitutionKind.INFORMATION_COMMISSIONER,),
}
_HIGHEST: Final = 6
"""No hierarchy here has more steps; a mistake in the directory must not go round for ever."""


@dataclass(frozen=True, slots=True)
class NextBody:
    """A body that can have the complaint next, why, and what stands in the way."""

    institution: Institution
    why: tuple[NextReason, ...]
    takes_anonymous: bool | None
    # The running consent towards exactly this body, and the referral that the case has there already.
    consent: UUID | None
    lies_there: UUID | None
    # Of an appeal: the term in which this body decides, and until when it can be turned to.
    deadline_rule: str | None = None
    appeal_until: date | None = None


def next_bodies(case_id: UUID, referral_id: UUID, *, actor: Actor) -> list[NextBody]:
    """Every body that can follow, nearest first. Raises NotFound, NotAllowed."""
    referral = readable(case_id, referral_id, actor)
    reasons: dict[int, list[NextReason]] = {}
    bodies: dict[int, Institution] = {}
    for body, why in _candidates(referral):
        if body.pk != referral.institution_id:
            bodies.setdefault(body.pk, body)
            reasons.setdefault(body.pk, []).append(why)
    consents = consents_of(referral.case)
    there = lying_there(referral.case, but=referral)
    term = _deciding_term(referral)
    return [
        NextBody(
            institution=body,
            why=tuple(reasons[pk]),
            takes_anonymous=body.accepts_anonymous,
            consent=consents.get(pk),
            lies_there=there.get(pk),
            deadline_rule=term.code if term and NextReason.APPEAL in reasons[pk] else None,
            appeal_until=referral.appeal_until if NextReason.APPEAL in reasons[pk] else None,
        )
        for pk, body in bodies.items()
    ]


def _candidates(referral: InstitutionReferral) -> Iterator[tuple[Institution, NextReason]]:
    rule = referral.deadline_rule
    if rule is not None and rule.appeal_to is not None:
        yield rule.appeal_to, NextReason.APPEAL
    yield from ((body, NextReason.SUPERIOR) for body in above(referral.institution))
    yield from overseers(referral.institution.country, CaseKind(referral.case.kind))


def above(institution: Institution) -> Iterator[Institution]:
    """The hierarchy upwards. Not of courts: a higher court reviews judgments, it hears no complaints."""
    if institution.kind == InstitutionKind.COURT:
        return
    seen, today = {institution.pk}, today_in(institution.country)
    body = institution.parent
    while body is not None and body.pk not in seen and len(seen) < _HIGHEST:
        seen.add(body.pk)
        ended = body.valid_until is not None and body.valid_until < today
        if ended and body.successor is not None:
            body = body.successor
            continue
        if not ended:
            yield body
        body = body.parent


def overseers(country: str, kind: CaseKind) -> Iterator[tuple[Institution, NextReason]]:
    """Who oversees such cases in a whole country, then its ombudsperson."""
    wanted = (*_OVERSEERS[kind], InstitutionKind.OMBUDSMAN)
    central = Institution.objects.valid_on(today_in(country)).filter(
        country=country, kind__in=wanted, level=InstitutionLevel.CENTRAL
    )
    for body in sorted(central, key=lambda one: (wanted.index(InstitutionKind(one.kind)), one.code)):
        is_ombudsman = body.kind == InstitutionKind.OMBUDSMAN
        yield body, NextReason.OMBUDSMAN if is_ombudsman else NextReason.OVERSIGHT


def consents_of(case: Case) -> dict[int, UUID]:
    """The running consents towards institutions, by institution."""
    running = Consent.objects.filter(
        complaint=case.complaint_id, purpose=Consent.Purpose.REFERRAL, withdrawn_at__isnull=True
    )
    return {pk: consent for pk, consent in running.values_list("institution_id", "pk") if pk is not None}


def lying_there(case: Case, *, but: InstitutionReferral | None = None) -> dict[int, UUID]:
    """Where the case goes or went already, by institution; not counting one referral."""
    others = case.referrals.exclude(state=ReferralState.CANCELLED)
    if but is not None:
        others = others.exclude(pk=but.pk)
    return dict(others.values_list("institution_id", "pk"))


def _deciding_term(referral: InstitutionReferral) -> DeadlineRule | None:
    rule = referral.deadline_rule
    return term_of_appeal_body(rule, today_in(rule.country)) if rule and rule.appeal_to_id else None
