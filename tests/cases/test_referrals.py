"""What a caseworker is promised about carrying a case to an institution."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from backend.cases import errors
from backend.cases.models import Case, CaseEvent, InstitutionReferral
from backend.cases.services import consents, drafting, permits, redirecting, referrals, sending, silence
from backend.cases.services.drafting import Draft
from backend.cases.stages import ReferralState, ReferralVerb, State
from backend.common import clock
from backend.common.errors import Invalid, NotAllowed, NotFound
from backend.common.kinds import CaseKind
from backend.complaints.models import Consent
from backend.directory.models import DeadlineRule, Institution
from backend.partners.actors import actor_of
from backend.partners.models import User
from tests.casework import SENTENCE, answered, assigned, drafted, opened, sent, state_of
from tests.factories import complaints as filing


def step(verb: ReferralVerb, referral: InstitutionReferral, by: User) -> InstitutionReferral:
    return referrals.step(verb, referral.case_id, referral.pk, expected=None, actor=actor_of(by))


def test_nothing_leaves_without_consent(new_case: Callable[..., Case], arta: User, besa: User) -> None:
    case = opened(new_case(consent=False), arta)
    referral = drafted(case, arta)
    with pytest.raises(errors.ConsentMissing):
        step(ReferralVerb.RELEASE, referral, arta)
    with pytest.raises(NotAllowed):
        drafted(case, arta, override_reason="E dëshiron me gojë.")
    overridden = drafted(case, besa, override_reason="Rrezik për shëndetin.")
    assert step(ReferralVerb.RELEASE, overridden, besa).state == ReferralState.QUEUED


def test_a_consent_given_later_counts_and_one_taken_back_does_not(
    new_case: Callable[..., Case], arta: User, cadastre: Institution
) -> None:
    case = opened(new_case(consent=False), arta)
    given = consents.record_given(
        case.pk,
        purpose=Consent.Purpose.REFERRAL,
        institution=cadastre,
        partner=None,
        manner=Consent.Manner.ORAL,
        language="sq",
        text_version="2026-01",
        actor=actor_of(arta),
    )
    referral = drafted(case, arta)
    step(ReferralVerb.RELEASE, referral, arta)
    consents.record_withdrawn(case.pk, consent_id=given.pk, actor=actor_of(arta))
    with pytest.raises(errors.ConsentMissing):
        sending.send(
            case.pk,
            referral.pk,
            channel="post",
            sent_on=clock.today(case.owner.time_zone),
            expected=None,
            actor=actor_of(arta),
        )


def test_nothing_leaves_before_somebody_looked_it_over(case_of_arta: Case, arta: User) -> None:
    referral = drafted(case_of_arta, arta, redaction_checked=False)
    with pytest.raises(errors.RedactionUnchecked):
        step(ReferralVerb.RELEASE, referral, arta)


def test_a_reworked_letter_is_looked_over_again(case_of_arta: Case, arta: User) -> None:
    referral = drafted(case_of_arta, arta)
    changed = drafting.change_draft(
        case_of_arta.pk,
        referral.pk,
        changes={"letter": "Letër tjetër."},
        expected=referral.version,
        actor=actor_of(arta),
    )
    with pytest.raises(errors.RedactionUnchecked):
        step(ReferralVerb.RELEASE, changed, arta)


@pytest.mark.parametrize("kind", [CaseKind.CORRUPTION, CaseKind.JUDICIARY])
def test_a_dangerous_case_leaves_only_past_a_second_pair_of_eyes(
    new_case: Callable[..., Case], arta: User, besa: User, luan: User, kind: str
) -> None:
    case = opened(new_case(kind=kind), arta)
    referral = drafted(case, luan)
    with pytest.raises(errors.ApprovalNeeded):
        step(ReferralVerb.RELEASE, referral, luan)
    step(ReferralVerb.SUBMIT, referral, luan)
    with pytest.raises(errors.OwnApproval):
        referrals.approve(case.pk, referral.pk, expected=None, actor=actor_of(luan))
    with pytest.raises(NotAllowed):
        referrals.approve(case.pk, referral.pk, expected=None, actor=actor_of(arta))
    approved = referrals.approve(case.pk, referral.pk, expected=None, actor=actor_of(besa))
    assert (approved.state, approved.approved_by_id) == (ReferralState.QUEUED, besa.pk)


def test_an_anonymous_complaint_does_not_go_where_it_is_thrown_away(
    new_case: Callable[..., Case], arta: User, cadastre: Institution
) -> None:
    cadastre.accepts_anonymous = False
    cadastre.save()
    filing.institution("al-ombudsman", accepts_anonymous=True)
    case = opened(new_case(), arta)
    with pytest.raises(errors.AnonymousRefused) as refused:
        step(ReferralVerb.RELEASE, drafted(case, arta), arta)
    assert refused.value.facts == {"alternatives": ["al-ombudsman"]}


def test_sending_starts_the_institutions_term(case_of_arta: Case, arta: User, ten_days: DeadlineRule) -> None:
    referral = sent(case_of_arta, arta, deadline_rule=ten_days)
    today = clock.today("Europe/Tirane")
    assert referral.due_at == today + timedelta(days=10)
    assert referral.due_explanation["rule"] == "al-ten-days"
    assert Case.objects.get(pk=case_of_arta.pk).due_at == referral.due_at
    assert state_of(case_of_arta) == State.REFERRED


def test_the_case_is_due_when_its_first_term_is(
    case_of_arta: Case, arta: User, ten_days: DeadlineRule
) -> None:
    first = sent(case_of_arta, arta, days_ago=0, deadline_rule=ten_days)
    sent(case_of_arta, arta, days_ago=0)
    answered(first, arta)
    assert Case.objects.get(pk=case_of_arta.pk).due_at is None


def test_a_rule_of_another_country_is_refused(case_of_arta: Case, arta: User, ten_days: DeadlineRule) -> None:
    ten_days.country = "GE"
    ten_days.save()
    with pytest.raises(Invalid) as refused:
        drafted(case_of_arta, arta, deadline_rule=ten_days)
    assert refused.value.errors[0].code == "wrong_country"


@pytest.mark.parametrize(("days", "code"), [(1, "in_the_future"), (-400, "too_early")])
def test_impossible_days_are_refused(case_of_arta: Case, arta: User, days: int, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        sent(case_of_arta, arta, days_ago=-days)
    assert refused.value.errors[0].code == code
    assert state_of(case_of_arta) == State.OPEN


def test_an_answer_brings_the_case_to_review_and_tells_whether_it_was_late(
    case_of_arta: Case, arta: User, ten_days: DeadlineRule
) -> None:
    referral = sent(case_of_arta, arta, deadline_rule=ten_days)
    with clock.frozen(clock.now() + timedelta(days=11)):
        answered(referral, arta)
    assert state_of(case_of_arta) == State.RESPONSE_REVIEW
    event = CaseEvent.objects.get(case=case_of_arta, action="referral.record_answer")
    assert event.facts["late"] is True


def test_silence_is_noted_only_when_the_term_is_over(
    case_of_arta: Case, arta: User, ten_days: DeadlineRule
) -> None:
    referral = sent(case_of_arta, arta, deadline_rule=ten_days)
    with pytest.raises(errors.TermRunning):
        silence.note_silence(case_of_arta.pk, referral.pk, expected=None, actor=actor_of(arta))
    with clock.frozen(clock.now() + timedelta(days=11)):
        noted = silence.note_silence(case_of_arta.pk, referral.pk, expected=None, actor=actor_of(arta))
    assert (noted.state, noted.assessment) == (ReferralState.ASSESSED, "deemed_refused")
    assert state_of(case_of_arta) == State.RESPONSE_REVIEW


def test_an_unsatisfying_answer_is_taken_higher(case_of_arta: Case, arta: User) -> None:
    referral = answered(sent(case_of_arta, arta), arta)
    referrals.assess(case_of_arta.pk, referral.pk, assessment="refused", expected=None, actor=actor_of(arta))
    higher = sent(case_of_arta, arta, escalates=referral.pk)
    assert state_of(case_of_arta) == State.ESCALATED
    answered(higher, arta)
    assert state_of(case_of_arta) == State.RESPONSE_REVIEW


def test_a_redirected_complaint_is_followed_with_a_new_clock(
    case_of_arta: Case, arta: User, ten_days: DeadlineRule
) -> None:
    competent = filing.institution("al-ministry-justice")
    referral = sent(case_of_arta, arta, deadline_rule=ten_days)
    follows = redirecting.redirect(
        case_of_arta.pk,
        referral.pk,
        institution=competent,
        redirected_on=clock.today("Europe/Tirane"),
        deadline_rule=ten_days,
        expected=None,
        actor=actor_of(arta),
    )
    assert (follows.state, follows.redirected_from_id) == (ReferralState.SENT, referral.pk)
    assert InstitutionReferral.objects.get(pk=referral.pk).state == ReferralState.REDIRECTED
    assert Case.objects.get(pk=case_of_arta.pk).due_at == follows.due_at


def test_one_answer_does_not_end_the_wait_for_the_others(case_of_arta: Case, arta: User) -> None:
    first, _second = sent(case_of_arta, arta), sent(case_of_arta, arta)
    answered(first, arta)
    from backend.cases.services import steps

    steps.await_answers(case_of_arta.pk, expected=None, actor=actor_of(arta))
    assert state_of(case_of_arta) == State.REFERRED


def test_a_failed_delivery_is_sent_again_and_the_term_starts_then(
    case_of_arta: Case, arta: User, ten_days: DeadlineRule
) -> None:
    referral = sent(case_of_arta, arta, deadline_rule=ten_days)
    step(ReferralVerb.FAIL_DELIVERY, referral, arta)
    assert Case.objects.get(pk=case_of_arta.pk).due_at is None
    step(ReferralVerb.REQUEUE, referral, arta)
    with clock.frozen(clock.now() + timedelta(days=3)):
        again = sending.send(
            case_of_arta.pk,
            referral.pk,
            channel="in_person",
            sent_on=clock.today("Europe/Tirane"),
            expected=None,
            actor=actor_of(arta),
        )
        assert again.due_at == clock.today("Europe/Tirane") + timedelta(days=10)


def test_a_referral_is_found_only_under_its_own_case(
    case_of_arta: Case, new_case: Callable[..., Case], arta: User
) -> None:
    other = assigned(opened(new_case(), arta), arta)
    referral = drafted(case_of_arta, arta)
    with pytest.raises(NotFound):
        referrals.step(ReferralVerb.RELEASE, other.pk, referral.pk, expected=None, actor=actor_of(arta))


def test_a_case_before_triage_takes_no_referral(
    new_case: Callable[..., Case], arta: User, cadastre: Institution
) -> None:
    draft = Draft(institution=cadastre, letter=SENTENCE)
    with pytest.raises(errors.WrongState):
        drafting.draft_referral(new_case().pk, draft=draft, actor=actor_of(arta))


def test_only_the_verb_that_fits_the_kind_is_offered(
    new_case: Callable[..., Case], case_of_arta: Case, arta: User
) -> None:
    plain = {
        action.verb for action in permits.allowed_on_referral(drafted(case_of_arta, arta), actor_of(arta))
    }
    grave_case = opened(new_case(kind=CaseKind.CORRUPTION), arta)
    grave = {action.verb for action in permits.allowed_on_referral(drafted(grave_case, arta), actor_of(arta))}
    assert (plain, grave) == ({"release", "cancel"}, {"submit", "cancel"})
