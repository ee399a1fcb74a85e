"""What a caseworker is promised about the steps of a case."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest

from backend.cases import errors
from backend.cases.models import Case, CaseEvent, InadmissibleReason, Note, Outcome
from backend.cases.services import conversation, steps
from backend.cases.services.steps import Result
from backend.cases.stages import CASE_TABLE, State, find
from backend.common import clock
from backend.common.errors import Invalid, NotAllowed, NotFound, Stale
from backend.complaints.models import Message
from backend.partners.actors import Actor, actor_of
from backend.partners.models import User
from tests.casework import SENTENCE, answered, drafted, opened, resolved, sent, state_of


def test_a_complaint_travels_to_its_end(new_case: Callable[..., Case], arta: User) -> None:
    case = new_case()
    opened(case, arta)
    answered(sent(case, arta), arta)
    assert state_of(case) == State.RESPONSE_REVIEW
    resolved(case, arta)
    with clock.frozen(clock.now() + timedelta(days=14)):
        steps.close(case.pk, expected=None, actor=actor_of(arta))
    assert state_of(case) == State.CLOSED
    told = list(CaseEvent.objects.filter(case=case).values_list("action", "from_state", "to_state"))
    assert told[0] == ("case.received", "", "received")
    assert told[-1] == ("case.close", "resolved", "closed")
    moves = [(before, after) for _action, before, after in told if before]
    assert moves == list(zip([m[0] for m in moves], [m[0] for m in moves[1:]] + ["closed"], strict=True))


def test_nobody_skips_a_stage(new_case: Callable[..., Case], arta: User) -> None:
    case = new_case()
    with pytest.raises(errors.WrongState):
        resolved(case, arta)
    assert state_of(case) == State.RECEIVED


def test_a_case_opens_only_with_category_and_institution(new_case: Callable[..., Case], arta: User) -> None:
    case = new_case(category=None, institution=None, consent=False)
    steps.start_triage(case.pk, expected=None, actor=actor_of(arta))
    with pytest.raises(errors.NotClassified) as refused:
        steps.open_for_work(case.pk, admissibility_note=SENTENCE, expected=None, actor=actor_of(arta))
    assert refused.value.facts == {"missing": ["category", "institution"]}


def test_an_intake_officer_sorts_but_does_not_close(
    new_case: Callable[..., Case], ilir: User, arta: User
) -> None:
    case = opened(new_case(), ilir)
    with pytest.raises(NotAllowed):
        resolved(case, ilir)
    with pytest.raises(NotAllowed):
        drafted(case, ilir)


@pytest.mark.parametrize("who", ["observer", "dafina", "researcher"])
def test_roles_that_do_not_work_cases_move_nothing(
    new_case: Callable[..., Case], who: str, request: pytest.FixtureRequest
) -> None:
    case = new_case()
    with pytest.raises((NotAllowed, NotFound)):
        steps.start_triage(case.pk, expected=None, actor=actor_of(request.getfixturevalue(who)))
    assert state_of(case) == State.RECEIVED


@pytest.mark.parametrize("who", ["nino", "giorgi", "admin"])
def test_a_stranger_meets_nothing(
    new_case: Callable[..., Case], who: str, request: pytest.FixtureRequest
) -> None:
    case = new_case()
    with pytest.raises(NotFound):
        steps.start_triage(case.pk, expected=None, actor=actor_of(request.getfixturevalue(who)))


def test_a_change_made_from_an_old_version_is_refused(new_case: Callable[..., Case], arta: User) -> None:
    case = new_case()
    steps.start_triage(case.pk, expected=case.version, actor=actor_of(arta))
    with pytest.raises(Stale):
        steps.open_for_work(case.pk, admissibility_note=SENTENCE, expected=case.version, actor=actor_of(arta))
    assert state_of(case) == State.TRIAGE


def test_the_complainants_answer_brings_the_case_back_to_triage(
    new_case: Callable[..., Case], ilir: User
) -> None:
    case = new_case()
    steps.start_triage(case.pk, expected=None, actor=actor_of(ilir))
    steps.ask_complainant(case.pk, question="Kur keni aplikuar?", expected=None, actor=actor_of(ilir))
    assert state_of(case) == State.AWAITING_COMPLAINANT
    case = Case.objects.select_related("complaint").get(pk=case.pk)
    assert case.complaint is not None
    conversation.complainant_answered(case.complaint, text="Në mars.")
    assert state_of(case) == State.TRIAGE
    senders = Message.objects.filter(complaint=case.complaint).values_list("sender", flat=True)
    assert list(senders) == ["partner", "complainant"]
    conversation.complainant_answered(case.complaint, text="Edhe një gjë.")
    assert state_of(case) == State.TRIAGE


def test_no_case_is_resolved_while_an_institution_has_to_answer(case_of_arta: Case, arta: User) -> None:
    sent(case_of_arta, arta)
    with pytest.raises(errors.OpenReferrals) as refused:
        resolved(case_of_arta, arta)
    assert refused.value.facts == {"waiting": 1}
    resolved(case_of_arta, arta, reason="Qytetari e mori zgjidhjen me gojë.")
    assert state_of(case_of_arta) == State.RESOLVED
    assert Note.objects.get(case=case_of_arta).text == "Qytetari e mori zgjidhjen me gojë."


def test_a_draft_left_lying_also_stands_against_resolving(case_of_arta: Case, arta: User) -> None:
    drafted(case_of_arta, arta)
    with pytest.raises(errors.OpenReferrals):
        resolved(case_of_arta, arta)


def test_money_recovered_comes_with_its_currency(case_of_arta: Case, arta: User) -> None:
    result = Result(outcome=Outcome.REFUND, words="Paratë u kthyen.", value_recovered=Decimal("200.00"))
    with pytest.raises(Invalid):
        steps.resolve(case_of_arta.pk, result=result, expected=None, actor=actor_of(arta))
    assert state_of(case_of_arta) == State.OPEN


def test_the_complainant_has_fourteen_days_to_object(case_of_arta: Case, arta: User) -> None:
    resolved(case_of_arta, arta)
    almost = clock.now() + timedelta(days=13, hours=23)
    with clock.frozen(almost), pytest.raises(errors.NotSettled):
        steps.close(case_of_arta.pk, expected=None, actor=actor_of(arta))
    with clock.frozen(almost):
        assert steps.close_settled(actor=Actor.system()) == 0
    with clock.frozen(almost + timedelta(hours=2)):
        assert steps.close_settled(actor=Actor.system()) == 1
    assert state_of(case_of_arta) == State.CLOSED


def test_an_ended_case_is_taken_up_again_and_worked(case_of_arta: Case, arta: User) -> None:
    resolved(case_of_arta, arta)
    steps.reopen(case_of_arta.pk, reason="Zgjidhja nuk u zbatua.", expected=None, actor=actor_of(arta))
    assert state_of(case_of_arta) == State.REOPENED
    steps.resume(case_of_arta.pk, expected=None, actor=actor_of(arta))
    assert state_of(case_of_arta) == State.OPEN
    resolved(case_of_arta, arta)


def test_whoever_is_turned_away_learns_where_to_go(new_case: Callable[..., Case], arta: User) -> None:
    case = new_case()
    steps.declare_inadmissible(
        case.pk,
        reason=InadmissibleReason.NOT_OUR_COMPETENCE,
        advice="Drejtohuni te Avokati i Popullit.",
        expected=None,
        actor=actor_of(arta),
    )
    found = Case.objects.get(pk=case.pk)
    assert (found.state, found.advice) == (State.INADMISSIBLE, "Drejtohuni te Avokati i Popullit.")


def test_a_duplicate_names_another_case_of_the_same_partner(
    new_case: Callable[..., Case], arta: User, partner_b: object
) -> None:
    original, twin = new_case(), new_case()
    foreign = new_case(partner=partner_b, institution=None, category=None, consent=False)
    for wrong in (foreign.pk, twin.pk):
        with pytest.raises((Invalid, errors.ItsOwnDuplicate)):
            steps.mark_duplicate(twin.pk, original_id=wrong, expected=None, actor=actor_of(arta))
    steps.mark_duplicate(twin.pk, original_id=original.pk, expected=None, actor=actor_of(arta))
    assert Case.objects.get(pk=twin.pk).duplicate_of_id == original.pk
    with pytest.raises(errors.ItsOwnDuplicate):
        steps.mark_duplicate(original.pk, original_id=twin.pk, expected=None, actor=actor_of(arta))


def test_no_words_stand_in_the_story(case_of_arta: Case, arta: User) -> None:
    answered(sent(case_of_arta, arta), arta)
    resolved(case_of_arta, arta)
    facts = " ".join(str(event.facts) for event in CaseEvent.objects.filter(case=case_of_arta))
    assert SENTENCE not in facts
    assert "Certifikata" not in facts


def test_every_row_of_the_table_leads_from_a_state_that_can_be_reached() -> None:
    reached = {State.RECEIVED}
    while True:
        further = {row.target for row in CASE_TABLE for state in reached if state in row.sources} - reached
        if not further:
            break
        reached |= further
    assert reached == set(State)
    assert find(CASE_TABLE, State.TRANSFERRED, "reopen") is None


def test_the_due_date_of_a_case_is_gone_when_it_is_resolved(
    case_of_arta: Case, arta: User, ten_days: object
) -> None:
    sent(case_of_arta, arta, deadline_rule=ten_days)
    assert Case.objects.get(pk=case_of_arta.pk).due_at is not None
    resolved(case_of_arta, arta, reason="U zgjidh.")
    assert Case.objects.get(pk=case_of_arta.pk).due_at is None
