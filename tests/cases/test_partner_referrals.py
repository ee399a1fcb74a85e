"""A person is referred to another partner: what it learns when, who may do what, how it ends."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from backend.audit.models import AuditEvent
from backend.cases import errors
from backend.cases.models import Case, CaseAccess, CaseEvent, CaseShare, PartnerReferral
from backend.cases.page import CaseFilters, page_of_cases
from backend.cases.partner_stages import (
    DeclineReason,
    PartnerReferralState,
    PartnerReferralVerb,
    ServiceOutcome,
    SharedField,
)
from backend.cases.services import consents, partner_referrals, sharing, steps, transfers
from backend.cases.services.expiry import end_what_is_over
from backend.cases.services.withdrawal import complainant_withdrew
from backend.common import clock
from backend.common.errors import Invalid, NotAllowed, NotFound
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Partner, User
from tests.casework import SENTENCE, agreed_to, needs, opened, referred_to, resolved, restricted, shared
from tests.factories.partners import PartnerFactory, Role, member

State = PartnerReferralState
NOTE = "SHENIMI-PER-PARTNERIN"


def sees(person: User, case: Case) -> bool:
    return Case.objects.visible_to(actor_of(person)).filter(pk=case.pk).exists()


def reads(person: User, case: Case, field: SharedField | None = None) -> bool:
    return Case.objects.readable_by(actor_of(person), field).filter(pk=case.pk).exists()


def accepted(referral: PartnerReferral, by: User) -> PartnerReferral:
    return partner_referrals.accept(referral.pk, expected=None, actor=actor_of(by))


def in_service(referral: PartnerReferral, by: User) -> PartnerReferral:
    accepted(referral, by)
    return partner_referrals.start_service(referral.pk, expected=None, actor=actor_of(by))


def finished(
    referral: PartnerReferral, by: User, outcome: ServiceOutcome, words: str = ""
) -> PartnerReferral:
    ends = {ServiceOutcome.GIVEN, ServiceOutcome.PARTLY_GIVEN, ServiceOutcome.REFERRED_ON}
    verb = PartnerReferralVerb.COMPLETE if outcome in ends else PartnerReferralVerb.NOT_COMPLETE
    return partner_referrals.finish(
        verb, referral.pk, outcome=outcome, words=words, expected=None, actor=actor_of(by)
    )


@pytest.fixture
def asked(case_of_arta: Case, arta: User, partner_b: Partner) -> PartnerReferral:
    """Arta asks B."""
    return referred_to(partner_b, case_of_arta, arta)


def test_until_it_accepts_the_other_partner_does_not_see_the_case(
    asked: PartnerReferral, case_of_arta: Case, nino: User
) -> None:
    assert not sees(nino, case_of_arta)
    assert partner_referrals.concerning(actor_of(nino)).get() == asked
    assert not CaseAccess.objects.filter(case=case_of_arta).exists()


def test_acceptance_opens_what_was_agreed_and_nothing_more(
    asked: PartnerReferral, case_of_arta: Case, nino: User
) -> None:
    accepted(asked, nino)
    assert sees(nino, case_of_arta)
    assert not reads(nino, case_of_arta)
    assert [field for field in SharedField if reads(nino, case_of_arta, field)] == [SharedField.SUMMARY]


def test_recall_closes_at_once(asked: PartnerReferral, case_of_arta: Case, arta: User, nino: User) -> None:
    in_service(asked, nino)
    partner_referrals.recall(asked.pk, expected=None, actor=actor_of(arta))
    assert not sees(nino, case_of_arta)
    assert not CaseAccess.objects.filter(case=case_of_arta).exists()
    with pytest.raises(errors.PartnerReferralWrongState):
        finished(asked, nino, ServiceOutcome.GIVEN)


@pytest.mark.parametrize(
    ("outcome", "state"),
    [(ServiceOutcome.GIVEN, State.COMPLETED), (ServiceOutcome.DID_NOT_COME, State.NOT_COMPLETED)],
)
def test_the_sender_reads_what_came_of_it_and_the_case_closes_to_the_other(
    asked: PartnerReferral,
    case_of_arta: Case,
    arta: User,
    nino: User,
    outcome: ServiceOutcome,
    state: State,
) -> None:
    in_service(asked, nino)
    finished(asked, nino, outcome, SENTENCE)
    told = partner_referrals.concerning(actor_of(arta)).get()
    assert (told.state, told.service_outcome, told.outcome_words) == (state, outcome, SENTENCE)
    assert not sees(nino, case_of_arta)


def test_whoever_does_not_come_is_recorded_without_a_service(asked: PartnerReferral, nino: User) -> None:
    accepted(asked, nino)
    assert finished(asked, nino, ServiceOutcome.NOT_REACHED).state == State.NOT_COMPLETED


def test_a_no_has_a_reason_and_opens_nothing(
    asked: PartnerReferral, case_of_arta: Case, arta: User, nino: User
) -> None:
    actor = actor_of(nino)
    with pytest.raises(Invalid):
        partner_referrals.decline(asked.pk, reason=DeclineReason.OTHER, expected=None, actor=actor)
    said = {"reason": DeclineReason.OUTSIDE_AREA, "words": SENTENCE}
    partner_referrals.decline(asked.pk, **said, expected=None, actor=actor)
    told = partner_referrals.concerning(actor_of(arta)).get()
    assert (told.decline_reason, told.decline_words) == (DeclineReason.OUTSIDE_AREA, SENTENCE)
    assert not CaseShare.objects.exists()
    with pytest.raises(errors.PartnerReferralWrongState):
        accepted(asked, nino)


def test_nobody_accepts_his_own(
    case_of_arta: Case, arta: User, giorgi: User, partner_b: Partner, asked: PartnerReferral
) -> None:
    with pytest.raises(NotAllowed):
        accepted(asked, arta)
    member(partner_b, Role.CASEWORKER, user=arta)
    with pytest.raises(errors.OwnOffer):
        accepted(asked, arta)
    assert accepted(asked, giorgi).state == State.ACCEPTED


def test_a_case_is_not_referred_to_its_own_partner(
    case_of_arta: Case, arta: User, partner_a: Partner, partner_b: Partner
) -> None:
    with pytest.raises(errors.OwnPartner):
        referred_to(partner_a, case_of_arta, arta)


def test_without_the_complainants_consent_only_a_coordinator_refers_and_says_why(
    case_of_arta: Case, arta: User, besa: User, nino: User, partner_b: Partner
) -> None:
    needs("legal_aid")
    offer = partner_referrals.Offer(to_partner=partner_b, need="legal_aid", place=None, language="sq")
    why = partner_referrals.Offer(
        to_partner=partner_b, need="legal_aid", place=None, language="sq", override_reason=SENTENCE
    )
    with pytest.raises(errors.SharingConsentMissing):
        partner_referrals.offer(case_of_arta.pk, offer=offer, actor=actor_of(arta))
    with pytest.raises(NotAllowed):
        partner_referrals.offer(case_of_arta.pk, offer=why, actor=actor_of(arta))
    made = partner_referrals.offer(case_of_arta.pk, offer=why, actor=actor_of(besa))
    assert (made.override_reason, made.override_by) == (SENTENCE, besa)
    assert accepted(made, nino).state == State.ACCEPTED


def test_a_consent_taken_back_closes_what_rests_on_it(
    asked: PartnerReferral, case_of_arta: Case, arta: User, nino: User, partner_b: Partner
) -> None:
    accepted(asked, nino)
    consent = case_of_arta.complaint.consents.get(partner=partner_b)  # type: ignore[union-attr]
    consents.record_withdrawn(case_of_arta.pk, consent_id=consent.pk, actor=actor_of(arta))
    assert not sees(nino, case_of_arta)
    assert PartnerReferral.objects.get().state == State.RECALLED


def test_a_stranger_does_not_know_of_it_and_an_observer_reads_none(
    asked: PartnerReferral, case_of_arta: Case, observer: User
) -> None:
    stranger = member(PartnerFactory(), Role.COORDINATOR)
    for person in (stranger, observer):
        assert not partner_referrals.concerning(actor_of(person)).exists()
        with pytest.raises(NotFound):
            accepted(asked, person)


def test_a_restricted_case_is_not_referred_and_a_restriction_recalls(
    asked: PartnerReferral, case_of_arta: Case, arta: User, besa: User, nino: User, partner_b: Partner
) -> None:
    accepted(asked, nino)
    restricted(case_of_arta, [besa], besa)
    assert not sees(nino, case_of_arta)
    assert PartnerReferral.objects.get().state == State.RECALLED
    # Who is not named on the case learns nothing of its referrals either.
    assert not partner_referrals.concerning(actor_of(arta)).exists()
    with pytest.raises(errors.RestrictedStays):
        referred_to(partner_b, case_of_arta, besa, need="shelter")


def test_a_case_handed_over_takes_no_referral_along(
    asked: PartnerReferral, case_of_arta: Case, besa: User, nino: User
) -> None:
    accepted(asked, nino)
    third = PartnerFactory()
    offer = transfers.offer(case_of_arta.pk, to_partner=third, expected=None, actor=actor_of(besa))
    tea = member(third, Role.COORDINATOR)
    transfers.accept(offer.pk, expected=None, actor=actor_of(tea))
    assert PartnerReferral.objects.get().state == State.RECALLED
    assert not sees(nino, case_of_arta)
    for person in (besa, tea):
        assert not partner_referrals.concerning(actor_of(person)).exists()


def test_a_complaint_withdrawn_recalls_it(asked: PartnerReferral, case_of_arta: Case, nino: User) -> None:
    accepted(asked, nino)
    complainant_withdrew(case_of_arta.complaint)  # type: ignore[arg-type]
    assert PartnerReferral.objects.get().state == State.RECALLED
    assert not sees(nino, case_of_arta)


def test_an_ended_case_is_neither_referred_nor_accepted(
    asked: PartnerReferral, case_of_arta: Case, arta: User, nino: User, partner_b: Partner
) -> None:
    resolved(case_of_arta, arta)
    with pytest.raises(errors.CaseNotInWork) as refusal:
        accepted(asked, nino)
    assert refusal.value.facts == {}
    with pytest.raises(errors.WrongState):
        referred_to(partner_b, case_of_arta, arta, need="shelter")


def test_an_offer_expires_whether_or_not_the_worker_came(
    asked: PartnerReferral, case_of_arta: Case, nino: User
) -> None:
    with clock.frozen(asked.expires_at):
        with pytest.raises(errors.OfferExpired):
            accepted(asked, nino)
        assert end_what_is_over(actor=Actor.system()) == 1
        assert end_what_is_over(actor=Actor.system()) == 0
    assert PartnerReferral.objects.get().state == State.EXPIRED
    told = CaseEvent.objects.filter(case=case_of_arta, action="partner_referral.expire").get()
    assert told.actor_kind == "system"


def test_an_answer_in_time_is_not_expired(asked: PartnerReferral, nino: User) -> None:
    with clock.frozen(asked.expires_at - timedelta(seconds=1)):
        accepted(asked, nino)
    with clock.frozen(asked.expires_at + timedelta(days=1)):
        assert end_what_is_over(actor=Actor.system()) == 0
    assert PartnerReferral.objects.get().state == State.ACCEPTED


def test_the_same_need_is_asked_of_a_partner_once_at_a_time(
    asked: PartnerReferral, case_of_arta: Case, arta: User, nino: User, partner_b: Partner
) -> None:
    with pytest.raises(errors.PartnerReferralOpen):
        referred_to(partner_b, case_of_arta, arta)
    assert referred_to(partner_b, case_of_arta, arta, need="shelter")
    partner_referrals.recall(asked.pk, expected=None, actor=actor_of(arta))
    assert referred_to(partner_b, case_of_arta, arta)


def test_two_referrals_open_together_and_close_one_by_one(
    asked: PartnerReferral, case_of_arta: Case, arta: User, nino: User, partner_b: Partner
) -> None:
    other = referred_to(partner_b, case_of_arta, arta, need="shelter", fields=["complaint"])
    accepted(asked, nino)
    accepted(other, nino)
    assert reads(nino, case_of_arta, SharedField.COMPLAINT)
    partner_referrals.recall(other.pk, expected=None, actor=actor_of(arta))
    assert reads(nino, case_of_arta, SharedField.SUMMARY)
    assert not reads(nino, case_of_arta, SharedField.COMPLAINT)


def test_a_share_by_hand_outlives_the_referral(
    asked: PartnerReferral, case_of_arta: Case, arta: User, besa: User, nino: User, partner_b: Partner
) -> None:
    shared(case_of_arta, partner_b, besa)
    accepted(asked, nino)
    with pytest.raises(errors.ShareOfReferral):
        share = CaseShare.objects.get(referral=asked)
        sharing.end_share(case_of_arta.pk, share_id=share.pk, actor=actor_of(besa))
    partner_referrals.recall(asked.pk, expected=None, actor=actor_of(arta))
    assert reads(nino, case_of_arta)


def test_a_share_ends_at_its_last_moment_whether_or_not_the_worker_came(
    case_of_arta: Case, besa: User, nino: User, partner_b: Partner
) -> None:
    end = clock.now() + timedelta(days=3)
    shared(case_of_arta, partner_b, besa, ends_at=end)
    assert reads(nino, case_of_arta)
    with clock.frozen(end):
        assert not sees(nino, case_of_arta)
        assert page_of_cases(actor_of(nino), CaseFilters()).rows == []
        assert end_what_is_over(actor=Actor.system()) == 1
        assert end_what_is_over(actor=Actor.system()) == 0
    assert CaseShare.objects.get().ended_at == end
    assert not CaseAccess.objects.filter(case=case_of_arta).exists()
    assert CaseEvent.objects.filter(case=case_of_arta, action="case.share_ended").count() == 1


def test_a_share_does_not_end_in_the_past(case_of_arta: Case, besa: User, partner_b: Partner) -> None:
    for end in (clock.now(), clock.now() + timedelta(days=4_000)):
        with pytest.raises(Invalid):
            shared(case_of_arta, partner_b, besa, ends_at=end)
    with pytest.raises(Invalid):
        shared(case_of_arta, partner_b, besa, fields=["everything"])


def test_a_transfer_nobody_answers_expires(
    case_of_arta: Case, besa: User, giorgi: User, partner_b: Partner
) -> None:
    offer = transfers.offer(case_of_arta.pk, to_partner=partner_b, expected=None, actor=actor_of(besa))
    assert offer.expires_at is not None
    with clock.frozen(offer.expires_at):
        with pytest.raises(errors.OfferExpired):
            transfers.accept(offer.pk, expected=None, actor=actor_of(giorgi))
        assert end_what_is_over(actor=Actor.system()) == 1
    offer.refresh_from_db()
    assert offer.state == offer.State.EXPIRED
    assert transfers.offer(case_of_arta.pk, to_partner=partner_b, expected=None, actor=actor_of(besa))


def test_both_partners_have_a_line_of_what_their_people_did(
    asked: PartnerReferral, case_of_arta: Case, nino: User, partner_a: Partner, partner_b: Partner
) -> None:
    in_service(asked, nino)
    finished(asked, nino, ServiceOutcome.GIVEN, SENTENCE)
    did = ["accept", "start_service", "complete"]
    lines = AuditEvent.objects.filter(action__startswith="partner_referral.").order_by("number")
    ours = [line.action.partition(".")[2] for line in lines.filter(chain_id=partner_a.pk)]
    theirs = [line.action.partition(".")[2] for line in lines.filter(chain_id=partner_b.pk)]
    assert (ours, theirs) == (["offer", *did], did)
    told = CaseEvent.objects.filter(case=case_of_arta, action__startswith="partner_referral.")
    assert [event.action.partition(".")[2] for event in told.order_by("id")] == ["offer", *did]
    assert not any(SENTENCE in str(line.facts) for line in AuditEvent.objects.all())


def test_other_steps_of_the_case_are_not_the_other_partners(
    asked: PartnerReferral, case_of_arta: Case, nino: User, giorgi: User
) -> None:
    accepted(asked, nino)
    for person in (nino, giorgi):
        with pytest.raises(NotAllowed):
            steps.withdraw(case_of_arta.pk, expected=None, actor=actor_of(person))


def test_a_summary_that_was_not_agreed_is_not_found_by_its_words(
    case_of_arta: Case, new_case: Callable[..., Case], arta: User, nino: User, partner_b: Partner
) -> None:
    told = opened(new_case(), arta)
    for case, fields in ((case_of_arta, ["complaint"]), (told, ["summary"])):
        Case.objects.filter(pk=case.pk).update(summary="Kadastra vonon")
        accepted(referred_to(partner_b, Case.objects.get(pk=case.pk), arta, fields=fields), nino)
    rows = {row["id"]: row["summary"] for row in page_of_cases(actor_of(nino), CaseFilters()).rows}
    assert rows == {case_of_arta.pk: None, told.pk: "Kadastra vonon"}
    found = page_of_cases(actor_of(nino), CaseFilters(), search="kadastra").rows
    assert [row["id"] for row in found] == [told.pk]
    assigned_to = CaseFilters(assignee=arta.pk)
    assert page_of_cases(actor_of(nino), assigned_to).rows == []


def test_consent_is_asked_for_exactly_this_partner(
    case_of_arta: Case, arta: User, partner_b: Partner
) -> None:
    agreed_to(PartnerFactory(), case_of_arta, arta)
    needs("legal_aid")
    offer = partner_referrals.Offer(to_partner=partner_b, need="legal_aid", place=None, language="sq")
    with pytest.raises(errors.SharingConsentMissing):
        partner_referrals.offer(case_of_arta.pk, offer=offer, actor=actor_of(arta))
