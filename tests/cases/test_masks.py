"""What is hidden once in a case stays with those who work it: others read a bar, wherever the words go."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.audit.models import AuditEvent
from backend.cases.models import Case, CaseEvent, CaseMasks
from backend.cases.services import annexes, conversation, dossiers, letters, masking
from backend.cases.services.drafting import change_draft
from backend.cases.services.redaction import redaction_of
from backend.common.errors import Invalid, NotAllowed, NotFound, Stale
from backend.complaints.models import Complaint
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from tests.calling import Caller
from tests.casework import drafted, opened, shared
from tests.contracts.description import operations
from tests.correspondence.pages import pages_of

Api = Callable[[User], Caller]
NAME = "Arben Kolaxq"
SAID = f"Punonjësi {NAME} kërkoi 200 euro."
WISH = f"Dua që {NAME} të japë llogari."
WROTE = f"Sot më telefonoi {NAME}."


def place_in(text: str, part: str, word: str = NAME, reason: str = "name") -> dict[str, Any]:
    return {"part": part, "start": text.index(word), "end": text.index(word) + len(word), "reason": reason}


PLACES = [place_in(SAID, "narrative"), place_in(WISH, "wish")]


@pytest.fixture
def case(new_case: Callable[..., Case], arta: User) -> Case:
    return opened(new_case(narrative=SAID, wish=WISH), arta)


def hide(case: Case, by: User, places: list[dict[str, Any]], expected: int | None = None) -> None:
    masking.hide_words(case.pk, places=places, expected=expected, actor=actor_of(by))


def everything(caller: Caller, case: Case) -> str:
    """All that the API tells somebody under a case and in lists."""
    asked = [one for one in operations().values() if one.method == "get"]
    rooms = [one.address(case_id=case.pk) for one in asked if set(one.parameters) == {"case_id"}]
    lists = [one.path for one in asked if not one.parameters]
    answers = [caller.get(address) for address in rooms + lists]
    return " ".join(answer.content.decode(errors="replace") for answer in answers)


def test_the_other_partner_never_gets_a_hidden_word(
    api: Api, case: Case, arta: User, besa: User, giorgi: User, partner_b: Partner
) -> None:
    assert case.complaint is not None
    message = conversation.complainant_answered(case.complaint, text=WROTE)
    shared(case, partner_b, besa)
    # Whole, as long as nothing is hidden: what is looked for below can be found.
    assert NAME in everything(api(giorgi), case)
    hide(case, arta, [*PLACES, place_in(WROTE, f"message.{message.pk}")])
    told = everything(api(giorgi), case)
    assert "Arben" not in told and "Kolaxq" not in told
    assert annexes.BAR in told
    # Nor where the bars begin and end, which would say how long the name is.
    assert api(giorgi).get(f"/cases/{case.pk}/masks/").status_code == 403
    words = api(giorgi).get(f"/cases/{case.pk}/complaint/").json()
    assert words["narrative"] == f"Punonjësi {annexes.BAR} kërkoi 200 euro."
    assert words["hidden_reasons"] == ["name"]
    assert api(giorgi).get("/cases/", {"search": "Kolaxq"}).json()["results"] == []


@pytest.mark.parametrize("fields", [["complaint"], ["complaint", "messages"], ["messages"]])
def test_agreed_fields_are_opened_with_bars_and_the_preview_shows_them(
    api: Api, case: Case, arta: User, besa: User, giorgi: User, partner_b: Partner, fields: list[str]
) -> None:
    assert case.complaint is not None
    message = conversation.complainant_answered(case.complaint, text=WROTE)
    hide(case, arta, [*PLACES, place_in(WROTE, f"message.{message.pk}")])
    asked = {"partner": partner_b.slug, "fields": fields}
    preview = api(besa).post(f"/cases/{case.pk}/shares/preview/", asked)
    assert "Kolaxq" not in preview.content.decode()
    assert annexes.BAR in preview.content.decode()
    shared(case, partner_b, besa, fields=fields)
    told = everything(api(giorgi), case)
    assert "Kolaxq" not in told and annexes.BAR in told


def test_those_who_work_the_case_read_every_word_and_see_what_is_hidden(
    api: Api, case: Case, arta: User, luan: User
) -> None:
    hide(case, arta, PLACES)
    for person in (arta, luan):
        words = api(person).get(f"/cases/{case.pk}/complaint/").json()
        assert (words["narrative"], words["wish"], words["hidden_reasons"]) == (SAID, WISH, [])
        masks = api(person).get(f"/cases/{case.pk}/masks/").json()
        assert masks["places"] == PLACES
        assert [one["shown"] for one in masks["parts"]] == [
            f"Punonjësi {annexes.BAR} kërkoi 200 euro.",
            f"Dua që {annexes.BAR} të japë llogari.",
        ]


def test_the_complaint_itself_is_never_touched(case: Case, arta: User) -> None:
    before = Complaint.objects.values().get(pk=case.complaint_id)
    hide(case, arta, PLACES)
    hide(case, arta, [])
    assert Complaint.objects.values().get(pk=case.complaint_id) == before


def test_what_is_hidden_in_the_case_is_hidden_in_every_letter(case: Case, arta: User) -> None:
    before = drafted(case, arta, redaction_checked=False, annex={"include": True, "hidden": []})
    hide(case, arta, PLACES)
    after = drafted(case, arta, redaction_checked=False, annex={"include": True, "hidden": []})
    for letter in (before, after):
        seen = redaction_of(case.pk, letter.pk, actor=actor_of(arta))
        assert seen.narrative.hidden == PLACES[:1]
        pages = " ".join(pages_of(dossiers.take_letter(case.pk, letter.pk, actor=actor_of(arta)).letter))
        assert "Kolaxq" not in pages and "200 euro" in pages


def test_a_confirmed_letter_is_looked_at_again_when_more_is_hidden(case: Case, arta: User) -> None:
    from backend.cases import errors
    from backend.cases.services import referrals
    from backend.cases.stages import ReferralVerb

    made = drafted(case, arta, redaction_checked=False, annex={"include": True, "hidden": []})
    digest = redaction_of(case.pk, made.pk, actor=actor_of(arta)).digest
    seen = {"redaction_checked": True, "findings_seen": digest}
    change_draft(case.pk, made.pk, changes=seen, expected=None, actor=actor_of(arta))
    hide(case, arta, PLACES)
    with pytest.raises(errors.RedactionUnchecked):
        referrals.step(ReferralVerb.RELEASE, case.pk, made.pk, expected=None, actor=actor_of(arta))


def test_a_template_that_quotes_the_complaint_quotes_bars(case: Case, arta: User) -> None:
    hide(case, arta, PLACES)
    case = Case.objects.get(pk=case.pk)
    assert case.institution is not None
    around = letters._around(case, case.institution, None)
    values = letters._values(around, letters.wording_in("sq"))
    assert values["narrative"] == f"Punonjësi {annexes.BAR} kërkoi 200 euro."
    assert "Kolaxq" not in json.dumps(values)


def test_hiding_leaves_one_line_of_counts_and_reasons(case: Case, arta: User) -> None:
    hide(case, arta, [*PLACES, {**PLACES[0], "reason": "third_person"}])
    line = AuditEvent.objects.filter(action="case.words_hidden").get()
    assert line.facts == {"count": 3, "reasons": {"name": 2, "third_person": 1}}
    assert CaseEvent.objects.filter(case=case, action="case.words_hidden").get().facts == line.facts


def test_places_are_sealed_and_two_people_do_not_overwrite_each_other(case: Case, arta: User) -> None:
    hide(case, arta, PLACES, expected=0)
    row = CaseMasks.objects.get(case=case)
    assert b"narrative" not in bytes(row.places_sealed)
    with pytest.raises(Stale):
        hide(case, arta, [], expected=0)
    hide(case, arta, [], expected=1)
    assert CaseMasks.objects.get(case=case).places == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"part": "narrative", "start": 0, "end": len(SAID) + 1, "reason": "name"},
        {"part": "narrative", "start": 5, "end": 5, "reason": "name"},
        {"part": "answer.none", "start": 0, "end": 1, "reason": "name"},
        {"part": "message.00000000-0000-0000-0000-000000000000", "start": 0, "end": 1, "reason": "name"},
        {"part": "message.x", "start": 0, "end": 1, "reason": "name"},
        {"part": "identity", "start": 0, "end": 1, "reason": "name"},
    ],
)
def test_a_place_that_the_words_do_not_have_is_refused(case: Case, arta: User, wrong: dict[str, Any]) -> None:
    with pytest.raises(Invalid):
        hide(case, arta, [wrong])
    assert not CaseMasks.objects.exists()


def test_only_those_who_work_the_case_hide_words(
    case: Case, ilir: User, nino: User, giorgi: User, besa: User, admin: User, partner_b: Partner
) -> None:
    with pytest.raises(NotAllowed):
        hide(case, ilir, PLACES)
    for stranger in (nino, giorgi, admin):
        with pytest.raises(NotFound):
            hide(case, stranger, PLACES)
    shared(case, partner_b, besa)
    for reader in (nino, giorgi):
        with pytest.raises(NotAllowed):
            hide(case, reader, PLACES)


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(text=st.text(min_size=1, max_size=60), data=st.data())
def test_no_hidden_character_and_no_length_is_shown(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    shown = annexes.shown(text, [{"start": start, "end": end, "reason": "name"}])
    before, bar, after = shown.partition(annexes.BAR)
    assert bar and text.startswith(before) and text.endswith(after)
    assert len(before) <= start and len(after) <= len(text) - end
