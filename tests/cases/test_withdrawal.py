"""The complainant takes the complaint back: at once, whatever runs, and nothing more leaves."""

import pytest

from backend.cases import errors
from backend.cases.models import Case, CaseEvent, CaseShare, Transfer
from backend.cases.services import referrals, sending, transfers
from backend.cases.services.withdrawal import complainant_withdrew
from backend.cases.stages import RUNNING, ReferralState, ReferralVerb, State
from backend.common import clock
from backend.common.errors import NotFound
from backend.complaints.models import Consent
from backend.partners.actors import actor_of
from tests.casework import answered, drafted, resolved, sent, shared, state_of

pytestmark = pytest.mark.django_db


def events(case, action):
    return list(CaseEvent.objects.filter(case=case, action=action))


@pytest.mark.parametrize("state", RUNNING)
def test_from_every_state_in_which_work_runs(case_of_arta, state):
    Case.objects.filter(pk=case_of_arta.pk).update(state=state)
    complainant_withdrew(case_of_arta.complaint)
    assert state_of(case_of_arta) == State.WITHDRAWN
    assert Case.objects.get(pk=case_of_arta.pk).outcome == "withdrawn"
    (told,) = events(case_of_arta, "case.take_back")
    assert (told.actor_kind, told.from_state) == ("complainant", state)


@pytest.mark.parametrize("state", sorted(set(State) - {*RUNNING, State.WITHDRAWN, State.TRANSFERRED}))
def test_where_the_work_has_ended_there_is_nothing_to_withdraw(case_of_arta, state):
    Case.objects.filter(pk=case_of_arta.pk).update(
        state=state, outcome="remedied", inadmissible_reason="too_late"
    )
    with pytest.raises(errors.NothingToWithdraw):
        complainant_withdrew(case_of_arta.complaint)
    assert state_of(case_of_arta) == state


def test_withdrawing_again_changes_nothing(case_of_arta):
    complainant_withdrew(case_of_arta.complaint)
    before = CaseEvent.objects.count()
    complainant_withdrew(case_of_arta.complaint)
    assert CaseEvent.objects.count() == before


def test_a_waiting_institution_stands_not_against_it_and_is_told_to_the_caseworker(case_of_arta, arta):
    waiting = sent(case_of_arta, arta)
    answered(sent(case_of_arta, arta), arta)
    complainant_withdrew(case_of_arta.complaint)
    assert state_of(case_of_arta) == State.WITHDRAWN
    (told,) = events(case_of_arta, "case.referrals_to_take_back")
    assert told.facts == {"referrals": [str(waiting.pk)]}
    waiting.refresh_from_db()
    assert waiting.state == ReferralState.SENT, "what left cannot be called back by a button"
    assert Case.objects.get(pk=case_of_arta.pk).due_at is None


def test_without_a_waiting_institution_there_is_nothing_to_do(case_of_arta):
    complainant_withdrew(case_of_arta.complaint)
    assert events(case_of_arta, "case.referrals_to_take_back") == []


def test_all_consents_end(case_of_arta):
    assert Consent.objects.filter(withdrawn_at=None).count() == 2
    complainant_withdrew(case_of_arta.complaint)
    assert not Consent.objects.filter(withdrawn_at=None).exists()


def test_a_letter_that_did_not_leave_cannot_leave_any_more_not_even_overridden(case_of_arta, arta, besa):
    letter = drafted(case_of_arta, besa, override_reason="Rrezik për jetën.")
    referrals.step(ReferralVerb.RELEASE, case_of_arta.pk, letter.pk, expected=None, actor=actor_of(besa))
    complainant_withdrew(case_of_arta.complaint)
    letter.refresh_from_db()
    assert letter.state == ReferralState.CANCELLED
    with pytest.raises(errors.ReferralWrongState):
        sending.send(
            case_of_arta.pk,
            letter.pk,
            channel="post",
            sent_on=clock.today(case_of_arta.owner.time_zone),
            expected=None,
            actor=actor_of(besa),
        )


def test_partners_lose_sight_at_once(case_of_arta, partner_b, besa, nino):
    shared(case_of_arta, partner_b, besa)
    assert Case.objects.readable_by(actor_of(nino)).filter(pk=case_of_arta.pk).exists()
    complainant_withdrew(case_of_arta.complaint)
    assert not CaseShare.objects.filter(ended_at=None).exists()
    with pytest.raises(NotFound):
        Case.objects.visible_to(actor_of(nino)).found(case_of_arta.pk)


def test_an_offer_to_hand_it_over_is_recalled(case_of_arta, partner_b, besa, giorgi):
    offer = transfers.offer(case_of_arta.pk, to_partner=partner_b, expected=None, actor=actor_of(besa))
    complainant_withdrew(case_of_arta.complaint)
    offer.refresh_from_db()
    assert offer.state == Transfer.State.RECALLED
    with pytest.raises(errors.TransferDecided):
        transfers.accept(offer.pk, expected=None, actor=actor_of(giorgi))


def test_another_s_complaint_stays_as_it_is(case_of_arta, new_case, arta):
    other = new_case()
    complainant_withdrew(case_of_arta.complaint)
    assert state_of(other) == State.RECEIVED
    assert Consent.objects.filter(complaint=other.complaint, withdrawn_at=None).count() == 2


def test_a_resolved_case_is_not_withdrawn(case_of_arta, arta):
    resolved(case_of_arta, arta)
    with pytest.raises(errors.NothingToWithdraw):
        complainant_withdrew(case_of_arta.complaint)
