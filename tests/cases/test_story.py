"""What the story of a case tells, and to whom."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from backend.audit.models import AuditEvent
from backend.cases.models import Case
from backend.cases.services import steps, story, work
from backend.cases.services.conversation import write_to_complainant
from backend.cases.stages import CASE_TABLE
from backend.cases.storyline import ACTIONS, EVENT_ACTIONS, EventKind, kind_of
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from tests.calling import Caller
from tests.casework import SENTENCE, answered, resolved, restricted, sent, shared

Api = Callable[[User], Caller]
NewCase = Callable[..., Case]


def told(caller: Caller, case: Case, **query: Any) -> list[dict[str, Any]]:
    answer = caller.get(f"/cases/{case.pk}/events/", query)
    assert answer.status_code == 200, answer.json()
    return list(answer.json()["results"])


def test_notes_and_messages_stand_in_the_story(api: Api, arta: User, case_of_arta: Case) -> None:
    work.add_note(case_of_arta.pk, text="Vetëm për ne.", actor=actor_of(arta))
    write_to_complainant(case_of_arta.pk, text="Si jeni?", actor=actor_of(arta))
    note, message = told(api(arta), case_of_arta)[-2:]
    assert (note["kind"], note["note"]["text"], note["message"]) == ("note", "Vetëm për ne.", None)
    assert (message["kind"], message["message"]["text"]) == ("message", "Si jeni?")
    assert message["actor"]["name"] == "Arta"


def test_the_newest_comes_first_where_it_is_asked_for(api: Api, arta: User, case_of_arta: Case) -> None:
    first = told(api(arta), case_of_arta)
    assert told(api(arta), case_of_arta, ordering="-id") == first[::-1]
    pages, address = [], f"/cases/{case_of_arta.pk}/events/?ordering=-id&page_size=2"
    while address:
        page = api(arta).get(address).json()
        pages += page["results"]
        address = page["next"]
    assert pages == first[::-1]


def test_the_story_is_narrowed_by_what_it_is_about(api: Api, arta: User, case_of_arta: Case) -> None:
    work.add_note(case_of_arta.pk, text=SENTENCE, actor=actor_of(arta))
    sent(case_of_arta, arta)
    assert {one["kind"] for one in told(api(arta), case_of_arta, kind="letter")} == {"letter"}
    both = told(api(arta), case_of_arta, kind=["note", "people"])
    assert {one["kind"] for one in both} == {"note", "people"}
    refused = api(arta).get(f"/cases/{case_of_arta.pk}/events/", {"kind": "gossip"})
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (400, "kind")


def test_a_reason_is_found_among_the_notes_with_the_step_that_it_was_given_for(
    api: Api, arta: User, case_of_arta: Case
) -> None:
    resolved(case_of_arta, arta)
    steps.reopen(case_of_arta.pk, reason="Nuk u krye.", expected=None, actor=actor_of(arta))
    (reopened,) = told(api(arta), case_of_arta, kind="note")
    assert (reopened["action"], reopened["note"]["text"]) == ("case.reopen", "Nuk u krye.")
    assert "Nuk u krye" not in str(list(AuditEvent.objects.values()))


def test_a_question_in_triage_is_found_among_the_messages(api: Api, arta: User, new_case: NewCase) -> None:
    case = new_case()
    steps.start_triage(case.pk, expected=None, actor=actor_of(arta))
    steps.ask_complainant(case.pk, question="Cili zyrtar?", expected=None, actor=actor_of(arta))
    (asked,) = told(api(arta), case, kind="message")
    assert (asked["to_state"], asked["message"]["text"]) == ("awaiting_complainant", "Cili zyrtar?")


def test_an_answer_of_an_institution_stands_in_the_story(api: Api, arta: User, case_of_arta: Case) -> None:
    answered(sent(case_of_arta, arta), arta)
    line = next(one for one in told(api(arta), case_of_arta, kind="answer") if one["answer"])
    assert (line["answer"]["text"], line["answer"]["way"]) == (SENTENCE, "typed")
    assert line["institution"]["code"] == "al-cadastre"


def test_names_stand_beside_the_ids(
    api: Api, arta: User, besa: User, partner_b: Partner, case_of_arta: Case
) -> None:
    shared(case_of_arta, partner_b, besa)
    sent(case_of_arta, arta)
    lines = {one["action"]: one for one in told(api(arta), case_of_arta)}
    assert lines["case.assigned"]["person"] == {"id": str(arta.pk), "name": "Arta"}
    assert lines["case.shared"]["partner"] == {"slug": "akt", "name": "Aktiv"}
    assert lines["referral.drafted"]["institution"]["code"] == "al-cadastre"


def test_another_case_is_named_only_to_those_who_may_read_it(
    api: Api, arta: User, besa: User, case_of_arta: Case, new_case: NewCase
) -> None:
    other = new_case()
    work.link(case_of_arta.pk, other_id=other.pk, actor=actor_of(arta))
    (linked,) = told(api(arta), case_of_arta, kind="facts")
    assert linked["case"] == {"id": str(other.pk), "reference": other.reference}
    restricted(other, [besa], besa)
    (linked,) = told(api(arta), case_of_arta, kind="facts")
    assert linked["case"] is None


def test_an_observer_reads_no_story(api: Api, observer: User, case_of_arta: Case) -> None:
    assert api(observer).get(f"/cases/{case_of_arta.pk}/events/").status_code == 404


def test_every_move_has_a_line_in_the_story() -> None:
    assert {f"case.{row.verb}" for row in CASE_TABLE} <= set(EVENT_ACTIONS)
    assert set(ACTIONS) == set(EventKind)
    assert len(set(EVENT_ACTIONS)) == len(EVENT_ACTIONS)


def test_every_line_that_is_told_anywhere_is_known() -> None:
    """Read off the code: what is told under a fixed name stands in the lists."""
    named = set()
    for source in Path(settings.BASE_DIR, "backend").rglob("services/*.py"):
        calls = re.findall(
            r'(?:story\.tell|story\.keep|[^_.\w]_?tell|_reckoned)\(\s*[\w.]+,\s*[\w.]+,\s*"([a-z_.]+)"',
            source.read_text(),
        )
        named.update(calls)
    assert len(named) > 40
    assert named <= set(EVENT_ACTIONS)


def test_a_line_that_nobody_has_words_for_is_not_told(arta: User, case_of_arta: Case) -> None:
    with pytest.raises(KeyError):
        story.tell(case_of_arta, actor_of(arta), "case.gossiped")
    assert kind_of("case.open") is EventKind.STAGE
