"""What both sides are promised about their conversation: words, questions, and who has read what."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.audit.models import AuditEvent
from backend.cases import errors
from backend.cases.models import Case, CaseEvent
from backend.cases.services import steps
from backend.cases.services.conversation import (
    complainant_answered,
    end_question,
    read_by_complainant,
    read_by_partner,
    write_to_complainant,
)
from backend.cases.services.files import add_files, complainant_added_files
from backend.cases.services.status import status_of
from backend.cases.stages import RUNNING, STAGE_OF, Stage, State
from backend.common import clock
from backend.common.errors import Invalid, NotAllowed, NotFound
from backend.complaints.models import Complaint, Message
from backend.complaints.services import attachments_for_complainant, latest_messages
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from tests.calling import Caller
from tests.casework import opened, resolved, restricted, sent, shared, state_of
from tests.files import samples
from tests.files.sending import uploaded

Api = Callable[[User], Caller]
NewCase = Callable[..., Case]


def complaint(case: Case) -> Complaint:
    assert case.complaint_id
    return Complaint.objects.get(pk=case.complaint_id)


def written(case: Case, by: User, text: str = "Si jeni?", **how: Any) -> Message:
    return write_to_complainant(case.pk, text=text, actor=actor_of(by), **how)


def looked(case: Case) -> list[Message]:
    """The complainant opens the receipt."""
    shown = latest_messages(complaint(case))
    read_by_complainant(complaint(case), shown=shown)
    return shown


def in_triage(case: Case, by: User) -> Case:
    return steps.start_triage(case.pk, expected=None, actor=actor_of(by))


# Writing


def test_a_caseworker_writes_and_the_story_tells_it_without_the_words(
    api: Api, arta: User, case_of_arta: Case
) -> None:
    here = f"/cases/{case_of_arta.pk}/messages/"
    answer = api(arta).post(here, {"text": "Zyra hapet të hënën. 👩🏽‍🌾\n"})
    assert answer.status_code == 201, answer.json()
    told = answer.json()
    assert (told["text"], told["sender"], told["author"]["name"]) == (
        "Zyra hapet të hënën. 👩🏽‍🌾\n",
        "partner",
        "Arta",
    )
    assert (told["asks"], told["read_at"], told["ended_at"]) == (False, None, None)
    event = CaseEvent.objects.latest("pk")
    facts = {"message": told["id"], "asks": False, "files": 0}
    assert (event.action, event.facts) == ("case.message_written", facts)
    line = AuditEvent.objects.latest("pk")
    assert (line.action, line.actor_id) == ("case.message_written", arta.pk)
    assert "Zyra" not in str(line.facts)
    assert [one["text"] for one in api(arta).get(here).json()["results"]] == [told["text"]]


def test_a_message_sent_again_is_written_once(api: Api, arta: User, case_of_arta: Case) -> None:
    here = f"/cases/{case_of_arta.pk}/messages/"
    first, again = (api(arta).post(here, {"text": "Një herë."}, key="m-1") for _ in range(2))
    assert first.json() == again.json()
    assert Message.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "blank"),
        (" \n", "blank"),
        ("x" * 10_001, "max_length"),
        ("a\0b", "null_characters_not_allowed"),
        ("a\x07b", "invalid_characters"),
        ("Deri më {due_on}.", "placeholder_left"),
    ],
)
def test_a_message_that_cannot_be_sent_is_refused(
    api: Api, arta: User, case_of_arta: Case, text: str, code: str
) -> None:
    answer = api(arta).post(f"/cases/{case_of_arta.pk}/messages/", {"text": text})
    assert [(one["field"], one["code"]) for one in answer.json()["errors"]] == [("text", code)]
    assert not Message.objects.exists()


def test_braces_that_are_no_placeholder_are_anybodys_words(arta: User, case_of_arta: Case) -> None:
    assert written(case_of_arta, arta, "{ } {x} {{due}}").text == "{ } {x} {{due}}"


def test_whoever_may_not_work_the_case_does_not_write(
    new_case: NewCase, arta: User, besa: User, ilir: User, nino: User, observer: User, partner_b: Partner
) -> None:
    fresh, open_case = new_case(), opened(new_case(), arta)
    assert written(fresh, ilir).author == ilir
    for person, case, refusal in (
        (ilir, open_case, NotAllowed),
        (observer, fresh, NotFound),
        (nino, fresh, NotFound),
    ):
        with pytest.raises(refusal):
            written(case, person)
    shared(open_case, partner_b, besa)
    with pytest.raises(NotAllowed):
        written(open_case, nino)
    restricted(open_case, [besa], besa)
    with pytest.raises(NotFound):
        written(open_case, arta)


# Files


def in_case(case: Case, by: User, name: str = "1.png") -> str:
    """A file that a colleague put into the case."""
    (made,) = add_files(case.pk, files=[uploaded(samples.png(), name)], actor=actor_of(by))
    return str(made.pk)


def test_a_message_takes_files_along_and_only_then_the_complainant_sees_them(
    api: Api, arta: User, case_of_arta: Case
) -> None:
    taken, left = in_case(case_of_arta, arta, "letra.png"), in_case(case_of_arta, arta)
    here = f"/cases/{case_of_arta.pk}/messages/"
    answer = api(arta).post(here, {"text": "Shihni letrën.", "files": [taken]})
    assert [one["name"] for one in answer.json()["files"]] == ["letra.png"], answer.json()
    listed = api(arta).get(here).json()["results"][0]
    assert [one["id"] for one in listed["files"]] == [taken]
    story = api(arta).get(f"/cases/{case_of_arta.pk}/events/").json()["results"]
    assert story[-1]["message"] == listed
    seen = [str(one.pk) for one in attachments_for_complainant(complaint(case_of_arta))]
    assert seen == [taken]
    assert left not in seen
    assert CaseEvent.objects.latest("pk").facts["files"] == 1


def test_a_file_goes_once_with_a_message_of_its_own_side_and_case(
    api: Api, arta: User, case_of_arta: Case, new_case: NewCase
) -> None:
    sent_before, mine = in_case(case_of_arta, arta), in_case(case_of_arta, arta)
    written(case_of_arta, arta, files=[UUID(sent_before)])
    (theirs,) = complainant_added_files(complaint(case_of_arta), files=[uploaded(samples.png(), "2.png")])
    elsewhere = in_case(opened(new_case(), arta), arta)
    here = f"/cases/{case_of_arta.pk}/messages/"
    for file_id in (sent_before, str(theirs.pk), elsewhere, str(uuid4())):
        refused = api(arta).post(here, {"text": "Ja.", "files": [mine, file_id]})
        assert [(one["field"], one["code"]) for one in refused.json()["errors"]] == [("files", "file.gone")]
    assert Message.objects.count() == 1
    with pytest.raises(Invalid):
        complainant_answered(complaint(case_of_arta), text="Ja.", files=[UUID(mine)])
    said = complainant_answered(complaint(case_of_arta), text="Ja.", files=[theirs.pk])
    assert [one.pk for one in said.attachments.all()] == [theirs.pk]


# Asking


def test_a_question_in_triage_makes_the_case_wait_and_the_answer_takes_it_on(
    new_case: NewCase, arta: User
) -> None:
    case = in_triage(new_case(), arta)
    question = written(case, arta, "Kur e dorëzuat?", asks=True)
    assert state_of(case) == State.AWAITING_COMPLAINANT
    assert status_of(complaint(case)).answer_awaited
    complainant_answered(complaint(case), text="Në mars.")
    assert state_of(case) == State.TRIAGE
    assert not status_of(complaint(case)).answer_awaited
    question.refresh_from_db()
    assert question.ended_at is not None
    told = list(CaseEvent.objects.filter(case=case).values_list("action", "to_state"))[-2:]
    assert told == [("case.ask_complainant", "awaiting_complainant"), ("case.take_up_answer", "triage")]


def test_the_step_asks_like_the_message(new_case: NewCase, arta: User) -> None:
    case = in_triage(new_case(), arta)
    steps.ask_complainant(case.pk, question="Kur?", expected=None, actor=actor_of(arta))
    assert Message.objects.get().asks
    with pytest.raises(Invalid) as refused:
        steps.ask_complainant(
            in_triage(new_case(), arta).pk, question="Te {institution}?", expected=None, actor=actor_of(arta)
        )
    assert [(one.field, one.code) for one in refused.value.errors] == [("question", "placeholder_left")]


def test_going_on_without_an_answer_ends_the_question(new_case: NewCase, arta: User) -> None:
    case = in_triage(new_case(), arta)
    written(case, arta, asks=True)
    steps.take_up_answer(case.pk, expected=None, actor=actor_of(arta))
    steps.open_for_work(case.pk, admissibility_note="Po.", expected=None, actor=actor_of(arta))
    assert not status_of(complaint(case)).answer_awaited


def test_a_question_in_later_work_waits_without_moving_the_case(arta: User, case_of_arta: Case) -> None:
    sent(case_of_arta, arta)
    written(case_of_arta, arta, "A keni marrë letër?", asks=True)
    assert state_of(case_of_arta) == State.REFERRED
    assert status_of(complaint(case_of_arta)).answer_awaited
    complainant_answered(complaint(case_of_arta), text="Jo.")
    assert state_of(case_of_arta) == State.REFERRED
    assert not status_of(complaint(case_of_arta)).answer_awaited
    told = CaseEvent.objects.latest("pk")
    assert (told.action, told.facts["answered"]) == ("case.complainant_wrote", 1)


def test_an_answer_that_came_by_telephone_ends_a_question_too(
    api: Api, arta: User, case_of_arta: Case
) -> None:
    here = f"/cases/{case_of_arta.pk}/messages/"
    question = api(arta).post(here, {"text": "Kur?", "asks": True}).json()
    plain = api(arta).post(here, {"text": "Faleminderit."}).json()
    ended = api(arta).post(f"{here}{question['id']}/end/")
    assert (ended.status_code, bool(ended.json()["ended_at"])) == (200, True)
    assert not status_of(complaint(case_of_arta)).answer_awaited
    again = api(arta).post(f"{here}{question['id']}/end/")
    assert (again.status_code, again.json()["code"]) == (409, "case.question_ended")
    assert api(arta).post(f"{here}{plain['id']}/end/").status_code == 404


def test_while_the_whole_case_waits_a_question_is_not_ended_by_itself(new_case: NewCase, arta: User) -> None:
    case = in_triage(new_case(), arta)
    question = written(case, arta, asks=True)
    with pytest.raises(errors.WrongState):
        end_question(case.pk, question.pk, actor=actor_of(arta))


@pytest.mark.parametrize("state", State)
def test_where_a_question_can_be_asked(new_case: NewCase, arta: User, state: State) -> None:
    """In triage the case waits, in later work the message; what is untouched or over has nothing to ask."""
    case = new_case()
    changed = {"outcome": "remedied", "inadmissible_reason": "too_late"}
    Case.objects.filter(pk=case.pk).update(state=state, **changed)
    by_itself = state in RUNNING and STAGE_OF[state] is not Stage.INTAKE
    if by_itself or state in (State.TRIAGE, State.AWAITING_COMPLAINANT):
        written(case, arta, asks=True)
        expected = State.AWAITING_COMPLAINANT if state == State.TRIAGE else state
        assert (state_of(case), status_of(complaint(case)).answer_awaited) == (expected, True)
    else:
        with pytest.raises(errors.WrongState):
            written(case, arta, asks=True)
        assert not Message.objects.exists()
        # Something to say there may always be.
        assert written(case, arta).pk


def test_a_question_does_not_outlive_the_work(arta: User, case_of_arta: Case) -> None:
    written(case_of_arta, arta, asks=True)
    resolved(case_of_arta, arta)
    assert not status_of(complaint(case_of_arta)).answer_awaited


# Reading


def test_what_the_complainant_was_shown_is_read(arta: User, case_of_arta: Case) -> None:
    first = written(case_of_arta, arta)
    assert [one.read_at for one in looked(case_of_arta)] == [None]
    second = written(case_of_arta, arta)
    first.refresh_from_db()
    assert first.read_at is not None
    assert second.read_at is None
    told = CaseEvent.objects.filter(case=case_of_arta, action="case.complainant_read")
    assert [(one.actor_kind, one.facts) for one in told] == [("complainant", {"count": 1})]


def test_a_second_look_writes_nothing(arta: User, case_of_arta: Case, django_assert_num_queries: Any) -> None:
    written(case_of_arta, arta)
    looked(case_of_arta)
    before = Message.objects.get().read_at
    mine, shown = complaint(case_of_arta), list(Message.objects.all())
    with django_assert_num_queries(0):
        read_by_complainant(mine, shown=shown)
    with clock.frozen(clock.now() + timedelta(days=1)):
        looked(case_of_arta)
    assert Message.objects.get().read_at == before
    assert CaseEvent.objects.filter(action="case.complainant_read").count() == 1


def test_the_partner_marks_up_to_a_message_and_no_further(api: Api, arta: User, case_of_arta: Case) -> None:
    said = [complainant_answered(complaint(case_of_arta), text=f"{n}") for n in range(3)]
    own = written(case_of_arta, arta)
    here = f"/cases/{case_of_arta.pk}/messages/read/"
    marked = api(arta).post(here, {"until": str(said[1].pk)})
    assert (marked.status_code, marked.json()) == (200, {"marked": 2})
    read = [bool(one.read_at) for one in Message.objects.all()]
    assert read == [True, True, False, False]
    assert api(arta).post(here, {"until": str(said[0].pk)}).json() == {"marked": 0}
    assert api(arta).post(here, {"until": str(own.pk)}).json() == {"marked": 1}
    told = CaseEvent.objects.filter(action="case.messages_read").values_list("facts__count", flat=True)
    assert list(told) == [2, 1]


def test_a_message_of_another_conversation_marks_nothing(
    api: Api, new_case: NewCase, arta: User, case_of_arta: Case
) -> None:
    complainant_answered(complaint(case_of_arta), text="Këtu.")
    elsewhere = complainant_answered(complaint(new_case()), text="Atje.")
    refused = api(arta).post(f"/cases/{case_of_arta.pk}/messages/read/", {"until": str(elsewhere.pk)})
    assert [one["code"] for one in refused.json()["errors"]] == ["unknown_message"]
    assert not Message.objects.exclude(read_at=None).exists()


def test_whoever_reads_a_shared_case_does_not_read_for_its_owner(
    case_of_arta: Case, arta: User, besa: User, nino: User, partner_b: Partner
) -> None:
    said = complainant_answered(complaint(case_of_arta), text="Po.")
    shared(case_of_arta, partner_b, besa)
    with pytest.raises(NotAllowed):
        read_by_partner(case_of_arta.pk, until=said.pk, actor=actor_of(nino))
    assert Message.objects.get().read_at is None


def test_the_database_keeps_marks_and_questions_as_they_were_set(arta: User, case_of_arta: Case) -> None:
    written(case_of_arta, arta, asks=True)
    row = Message.objects.filter(sender="partner")
    row.update(read_at=clock.now(), ended_at=clock.now())
    for changes in (
        {"read_at": None},
        {"read_at": clock.now() + timedelta(days=1)},
        {"ended_at": None},
        {"asks": False},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            row.update(**changes)


def test_the_database_knows_no_question_of_a_complainant(case_of_arta: Case) -> None:
    said = complainant_answered(complaint(case_of_arta), text="Po.")
    for changes in ({"asks": True}, {"ended_at": clock.now()}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Message.objects.filter(pk=said.pk).update(**changes)


ACTS = ["partner writes", "partner asks", "complainant writes", "complainant looks", "partner reads"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.sampled_from(ACTS), max_size=12), chosen=st.integers(min_value=0, max_value=11))
def test_marks_never_move_backwards_and_waiting_follows_the_last_word(
    acts: list[str], chosen: int, new_case: NewCase, arta: User
) -> None:
    """Whatever both sides do in whatever order: a mark once set stays, nobody marks his own words, an answer
    is awaited exactly while something was asked after the complainant's last word."""
    with transaction.atomic():
        case = opened(new_case(), arta)
        moment, marks = clock.now(), {}
        asked = False
        for number, act in enumerate(acts):
            with clock.frozen(moment + timedelta(minutes=number + 1)):
                if act in ("partner writes", "partner asks"):
                    written(case, arta, asks=act == "partner asks")
                    asked = asked or act == "partner asks"
                elif act == "complainant writes":
                    complainant_answered(complaint(case), text="Po.")
                    asked = False
                elif act == "complainant looks":
                    looked(case)
                elif all_messages := list(Message.objects.filter(complaint=case.complaint_id)):
                    until = all_messages[chosen % len(all_messages)]
                    read_by_partner(case.pk, until=until.pk, actor=actor_of(arta))
            found = {one.pk: one.read_at for one in Message.objects.filter(complaint=case.complaint_id)}
            assert all(found[pk] == mark for pk, mark in marks.items() if mark is not None)
            marks = found
            assert status_of(complaint(case)).answer_awaited == asked
        if "complainant looks" not in acts:
            assert not Message.objects.filter(sender="partner", read_at__isnull=False).exists()
        if "partner reads" not in acts:
            assert not Message.objects.filter(sender="complainant", read_at__isnull=False).exists()
        transaction.set_rollback(True)
