"""Cases at each point of their life, brought there by the services that a caseworker uses."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from backend.cases.models import Case, InstitutionReferral, Outcome, PartnerReferral
from backend.cases.services import (
    answers,
    consents,
    drafting,
    partner_referrals,
    referrals,
    sending,
    sharing,
    steps,
)
from backend.cases.services.drafting import Draft
from backend.cases.services.partner_referrals import Offer
from backend.cases.services.steps import Result
from backend.cases.stages import ReferralVerb, State
from backend.common import clock
from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.complaints.models import Consent
from backend.directory.models import Category, DeadlineRule, Institution, Need
from backend.intake.services import ToldConsent
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from tests.factories import complaints as filing
from tests.factories.directory import NeedFactory

SENTENCE = "Fjalë që askush tjetër nuk duhet t'i lexojë."


@pytest.fixture
def cadastre(db: None) -> Institution:
    """The institution that most cases of the tests are about."""
    return filing.institution()


@pytest.fixture
def delay(db: None) -> Category:
    """A category for every kind."""
    return filing.category("delay", *CaseKind.values)


@pytest.fixture
def ten_days(db: None) -> DeadlineRule:
    """Ten calendar days, without rolling: the due date is plain arithmetic."""
    return DeadlineRule.objects.create(
        code="al-ten-days",
        country="AL",
        law="Law",
        article="1",
        trigger="request_received",
        number=10,
        unit="calendar_day",
        roll=False,
        silence="refusal",
        certainty="?",
        source="made for the tests",
        titles={"en": "Ten days"},
    )


@pytest.fixture
def new_case(partner_a: Partner, cadastre: Institution, delay: Category) -> Callable[..., Case]:
    """`new_case(kind=…, consent=True)`: a complaint was filed at A; state `received`."""

    def make(*, partner: Partner = partner_a, consent: bool = True, **changes: Any) -> Case:
        agreed = ToldConsent(
            purpose=Consent.Purpose.REFERRAL, text_version="2026-01", institution=cadastre.code
        )
        consents = (filing.PROCESSING, agreed) if consent else (filing.PROCESSING,)
        told = {"category": delay.code, "institution": cadastre.code, "consents": consents, **changes}
        return filing.file(partner, **told).case

    return make


@pytest.fixture
def case_of_arta(new_case: Callable[..., Case], arta: User) -> Case:
    """An open case of A that Arta works."""
    return assigned(opened(new_case(), arta), arta)


def opened(case: Case, by: User) -> Case:
    """Through triage, accepted."""
    steps.start_triage(case.pk, expected=None, actor=actor_of(by))
    return steps.open_for_work(case.pk, admissibility_note=SENTENCE, expected=None, actor=actor_of(by))


def assigned(case: Case, to: User) -> Case:
    from backend.cases.services import work

    return work.assign(case.pk, assignee=to, expected=None, actor=actor_of(to))


def drafted(case: Case, by: User, **changes: Any) -> InstitutionReferral:
    """A referral to the case's institution, looked over."""
    assert case.institution is not None
    draft = Draft(
        **{"institution": case.institution, "letter": SENTENCE, "redaction_checked": True, **changes}
    )
    return drafting.draft_referral(case.pk, draft=draft, actor=actor_of(by))


def looked_over(referral: InstitutionReferral, by: User) -> None:
    """A draft that somebody else began: what leaves was checked."""
    drafting.change_draft(
        referral.case_id,
        referral.pk,
        changes={"redaction_checked": True},
        expected=None,
        actor=actor_of(by),
    )


def sent(
    case: Case, by: User, *, days_ago: int = 0, approver: User | None = None, **changes: Any
) -> InstitutionReferral:
    """A referral that left by registered post."""
    referral = drafted(case, by, **changes)
    actor = actor_of(by)
    if approver is None:
        referrals.step(ReferralVerb.RELEASE, case.pk, referral.pk, expected=None, actor=actor)
    else:
        referrals.step(ReferralVerb.SUBMIT, case.pk, referral.pk, expected=None, actor=actor)
        referrals.approve(case.pk, referral.pk, expected=None, actor=actor_of(approver))
    day = clock.today(case.owner.time_zone) - timedelta(days=days_ago)
    return sending.send(case.pk, referral.pk, channel="post", sent_on=day, expected=None, actor=actor)


def answered(referral: InstitutionReferral, by: User) -> InstitutionReferral:
    day = clock.today(referral.case.owner.time_zone)
    return answers.record_answer(
        referral.case_id, referral.pk, answer=SENTENCE, answered_on=day, expected=None, actor=actor_of(by)
    )


def resolved(case: Case, by: User, **changes: Any) -> Case:
    result = Result(outcome=Outcome.REMEDIED, words="Certifikata u lëshua.")
    return steps.resolve(case.pk, result=result, expected=None, actor=actor_of(by), **changes)


def restricted(case: Case, to: list[User], by: User) -> Case:
    return sharing.restrict(case.pk, people=to, expected=None, actor=actor_of(by))


def shared(case: Case, partner: Partner, by: User, **limits: Any) -> Any:
    return sharing.share(case.pk, partner=partner, actor=actor_of(by), **limits)


def agreed_to(partner: Partner, case: Case, by: User) -> Consent:
    """The complainant agrees that a case is shared with that partner."""
    return consents.record_given(
        case.pk,
        purpose=Consent.Purpose.SHARING,
        institution=None,
        partner=partner,
        manner=Consent.Manner.ORAL,
        language="sq",
        text_version="1",
        actor=actor_of(by),
    )


def needs(code: str) -> None:
    """A need of this code stands in the directory."""
    if not Need.objects.filter(code=code).exists():
        NeedFactory(code=code)


def referred_to(partner: Partner, case: Case, by: User, **changes: Any) -> PartnerReferral:
    """A person referred to another partner, with consent."""
    if not case.complaint.consents.filter(partner=partner, withdrawn_at=None).exists():  # type: ignore[union-attr]
        agreed_to(partner, case, by)
    asked = {"need": "legal_aid", "place": case.place, "language": Language.SQ, "fields": ["summary"]}
    needs(asked["need"] if "need" not in changes else changes["need"])
    told = Offer(**{"to_partner": partner, "note": SENTENCE, **asked, **changes})
    return partner_referrals.offer(case.pk, offer=told, actor=actor_of(by))


def state_of(case: Case) -> State:
    """As the database has it."""
    return State(Case.objects.values_list("state", flat=True).get(pk=case.pk))
