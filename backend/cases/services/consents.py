"""Consents that a caseworker takes in or takes back for the complainant, on the case's own story."""

from uuid import UUID

from django.db import transaction

from backend.cases.models import Case
from backend.cases.services import permits, story
from backend.cases.services.partner_referrals import end_with_case
from backend.common.languages import Language
from backend.complaints.models import Consent
from backend.complaints.services.consents import ConsentGiven, give_consent, withdraw_consent
from backend.directory.models import Institution
from backend.partners.actors import Actor
from backend.partners.models import Partner


@transaction.atomic
def record_given(
    case_id: UUID,
    *,
    purpose: str,
    institution: Institution | None,
    partner: Partner | None,
    manner: str,
    language: str,
    text_version: str,
    actor: Actor,
) -> Consent:
    """The complainant agreed to one thing more. Raises Invalid or ConsentGivenTwice."""
    case = _writable(case_id, actor)
    given = ConsentGiven(
        purpose=Consent.Purpose(purpose),
        institution=institution,
        partner=partner,
        manner=Consent.Manner(manner),
        language=Language(language),
        text_version=text_version,
    )
    consent = give_consent(complaint=permits.complaint_of(case), consent=given)
    story.tell(case, actor, "case.consent_given", consent=str(consent.pk), purpose=purpose)
    return consent


@transaction.atomic
def record_withdrawn(case_id: UUID, *, consent_id: UUID, actor: Actor) -> Consent:
    """The complainant took a consent back: nothing more leaves on its strength, and what a partner reads on
    its strength closes. Raises NotFound."""
    case = _writable(case_id, actor)
    consent = withdraw_consent(complaint=permits.complaint_of(case), consent_id=consent_id)
    story.tell(case, actor, "case.consent_withdrawn", consent=str(consent.pk), purpose=consent.purpose)
    end_with_case(case, actor, consent_id=consent.pk)
    return consent


def _writable(case_id: UUID, actor: Actor) -> Case:
    case: Case = Case.objects.readable_by(actor).locked(case_id)
    permits.require_permission("triage_cases", case, actor)
    return case
