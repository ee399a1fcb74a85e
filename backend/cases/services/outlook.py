"""What a referral to an institution would meet: what stands in the way, who must approve, by which term."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from backend.cases.models import Case, InstitutionReferral
from backend.cases.services import permits
from backend.cases.services.guards import NEEDS_APPROVAL, ON_REFERRAL
from backend.cases.services.letters import obvious_language
from backend.cases.services.suggestions import Suggestion, suggestion_of
from backend.cases.stages import Guard
from backend.common.errors import Invalid, Problem
from backend.common.languages import Language, current_language
from backend.complaints.services.consents import consent_for_institution
from backend.directory.calendars import Calendar, today_in
from backend.directory.errors import CalendarEnds
from backend.directory.models import DeadlineRule, Institution
from backend.directory.services.competence import suggested_term, terms_for
from backend.directory.services.deadlines import calendar_of, due_date
from backend.directory.services.explanations import explain
from backend.partners.actors import Actor
from backend.partners.models import Membership, User
from backend.partners.roles import ROLES

_KNOWN_BEFOREHAND = (Guard.CONSENT, Guard.ANONYMITY_ACCEPTED)
"""What can be said of an institution before there is a letter."""


@dataclass(frozen=True, slots=True)
class Term:
    """A legal term, and when it would end if the letter left today."""

    rule: DeadlineRule
    is_suggested: bool
    due_at: date | None
    explanation: str | None


@dataclass(frozen=True, slots=True)
class Outlook:
    """All that is known before a word is written. Nothing of it is kept."""

    suggestion: Suggestion
    language: Language
    blockers: list[Problem]
    may_override: bool
    needs_approval: bool
    approvers: list[User]
    terms: list[Term]


def outlook(case_id: UUID, *, institution: Institution | None, actor: Actor) -> Outlook:
    """What a referral of this case would meet: to an institution, or else to the one that the complaint is
    about. Raises NotFound, NotAllowed, Invalid."""
    case = Case.objects.select_related("owner", "complaint", "institution").readable(case_id, actor)
    permits.require_permission("refer_cases", case, actor)
    institution = institution or case.institution
    if institution is None:
        raise Invalid.field("institution", "required", _("Say to which institution it is to go."))
    needs_approval = case.kind in NEEDS_APPROVAL
    return Outlook(
        suggestion=suggestion_of(case, institution),
        language=obvious_language(case, institution),
        blockers=list(_blockers(case, institution, actor)),
        may_override=actor.may("override_consent", case.owner_id),
        needs_approval=needs_approval,
        approvers=_approvers(case, actor) if needs_approval else [],
        terms=list(_terms(case, institution)),
    )


def _blockers(case: Case, institution: Institution, actor: Actor) -> Iterator[Problem]:
    """By the same guards that will stand at the step itself."""
    consent = consent_for_institution(permits.complaint_of(case), institution)
    imagined = InstitutionReferral(case=case, institution=institution, consent=consent, author_id=actor.id)
    for guard in _KNOWN_BEFOREHAND:
        if problem := ON_REFERRAL[guard](imagined, actor):
            yield problem


def _approvers(case: Case, actor: Actor) -> list[User]:
    """Who else can be the second pair of eyes."""
    roles = [role for role, permissions in ROLES.items() if "approve_referrals" in permissions]
    running = Membership.objects.running().of_people().filter(partner=case.owner_id, role__in=roles)
    people = User.objects.filter(is_active=True, pk__in=running.values("user")).order_by("name", "pk")
    return [person for person in people if person.pk != actor.id]


def _terms(case: Case, institution: Institution) -> Iterator[Term]:
    suggested, calendar = suggested_term(case.kind, institution), calendar_of(institution.country)
    for rule in terms_for(case.kind, institution):
        yield _term(rule, rule.code == suggested, calendar)


def _term(rule: DeadlineRule, is_suggested: bool, calendar: Calendar) -> Term:
    try:
        due = due_date(rule, counted_from=today_in(rule.country), calendar=calendar)
    except CalendarEnds:
        return Term(rule, is_suggested, None, None)
    return Term(rule, is_suggested, due.date, explain(due, current_language()))
