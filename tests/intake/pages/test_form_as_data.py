"""Pages made from a partner's own form: its questions and branches, its languages, its preview."""

import pytest

from backend.cases.models import JudiciaryDetail
from backend.complaints.models import Complaint
from backend.intake.models import Draft
from backend.intake.services import visits
from tests.factories.complaints import category, institution, place
from tests.factories.forms import asking, published, question, schema, section, with_own_questions, words
from tests.intake.pages.visitor import ANONYMOUS, WITH_NAME, Visitor

pytestmark = pytest.mark.django_db

OPTIONS = [
    {"value": "phone", "label": words("By phone"), "hint": words("They rang")},
    {"value": "visit", "label": words("In the office")},
]
EVERY_TYPE = (
    question("note", help=words("A short one")),
    question("ground", "long_text"),
    question("way_in", "choice", options=OPTIONS),
    question("ways", "choices", options=OPTIONS),
    question("urgent", "yes_no"),
    question("times", "number", least=1, most=9),
    question("since", "date"),
    question("office", "institution"),
    question("village", "place"),
)
TYPED = {
    "note": "Sportel 4",
    "ground": "Nuk ka\r\nkush.",
    "way_in": "visit",
    "ways": ["phone", "visit"],
    "urgent": "no",
    "times": " 7 ",
    "since-day": "3",
    "since-month": "5",
    "since-year": "2025",
    "office": "al-cadastre",
    "village": "al-puke",
}


def with_branch():
    """A question that leads to a page of its own."""
    described = with_own_questions(question("urgent", "yes_no", required=True))
    described["sections"].insert(
        -1,
        {
            "name": "because",
            "title": words("Why"),
            "when": {"question": "urgent", "is": [True]},
            "questions": [question("why", "text", required=True)],
        },
    )
    return described


@pytest.fixture
def own(offered, partner_a):
    """A citizen in front of a form with questions of every type."""
    published(partner_a, with_own_questions(*EVERY_TYPE))
    return Visitor("/forms/pif/sq/")


def to_own_questions(visitor):
    return visitor.fill_in({step: page for step, page in ANONYMOUS.items() if step != "consents"})


def test_questions_of_every_type_are_asked_and_kept(own):
    to_own_questions(own)
    assert own.step == "more"
    labelled = {field["id"] for field in own.page.fields} <= own.page.labelled
    assert labelled
    assert own.press("next", **TYPED).step == "consents"
    own.press("next", processing="on")
    for told in ("Sportel 4", "In the office (sq)", "By phone (sq)", "Jo", "3 Maj 2025", "Pukë"):
        assert told in own.text
    own.press("file")
    assert Complaint.objects.get().answers == {
        "note": "Sportel 4",
        "ground": "Nuk ka\r\nkush.",
        "way_in": "visit",
        "ways": ["phone", "visit"],
        "urgent": False,
        "times": 7,
        "since": "2025-05-03",
        "office": "al-cadastre",
        "village": "al-puke",
    }


def test_nothing_has_to_be_answered_that_is_not_required(own):
    to_own_questions(own)
    assert own.press("next").step == "consents"
    own.press("next", processing="on").press("file")
    assert Complaint.objects.get().answers == {}


@pytest.mark.parametrize(
    "typed",
    [
        {"times": "0"},
        {"times": "10"},
        {"times": "seven"},
        {"times": "9" * 5_000},
        {"way_in": "walk"},
        {"ways": ["phone", "walk"]},
        {"urgent": "perhaps"},
        {"since-day": "31", "since-month": "2", "since-year": "2025"},
        {"note": "x" * 201},
        {"note": "a\x00"},
        {"office": "xk-elsewhere"},
        {"village": "nowhere"},
    ],
)
def test_what_does_not_fit_is_told_at_its_field(own, typed):
    to_own_questions(own).press("next", **typed)
    assert own.step == "more"
    links = [link[1:] for link in own.page.links if link.startswith("#")]
    assert links
    assert set(links) <= set(own.page.ids)


def test_back_and_forth_and_another_language_lose_nothing(own):
    to_own_questions(own).press("back", **TYPED).press("next", **ANONYMOUS["wish"])
    own.press("language:ka")
    assert "note (ka)" in own.text
    filled = {name: value for name, value in own.page.filled.items() if name in TYPED}
    assert filled == TYPED


# Branches


@pytest.fixture
def branching(offered, partner_a):
    published(partner_a, with_branch())
    return Visitor("/forms/pif/sq/")


def test_an_answer_opens_a_page(branching):
    to_own_questions(branching)
    assert branching.press("next", urgent="yes").step == "because"
    assert branching.press("next").step == "because", "it has to be answered"
    branching.press("next", why="Sepse.").press("next", processing="on").press("file")
    assert Complaint.objects.get().answers == {"urgent": True, "why": "Sepse."}


def test_what_stands_on_a_closed_page_never_reaches_the_complaint(branching):
    to_own_questions(branching).press("next", urgent="yes").press("next", why="Sepse.")
    branching.press("back").press("back").press("next", urgent="no")
    assert branching.step == "consents"
    branching.press("next", processing="on")
    assert "Sepse." not in branching.text
    branching.press("file")
    assert Complaint.objects.get().answers == {"urgent": False}


def test_a_change_of_mind_finds_what_was_typed_before(branching):
    to_own_questions(branching).press("next", urgent="yes").press("next", why="Sepse.")
    branching.press("back").press("back").press("next", urgent="no")
    branching.press("back").press("next", urgent="yes")
    assert branching.page.filled["why"] == "Sepse."


def test_a_page_that_is_not_on_the_way_cannot_be_sent(branching):
    to_own_questions(branching).press("next", urgent="no").press("next", processing="on")
    forged = {**branching.page.values, "step": "because", "why": "Sepse.", "go": "next"}
    branching.send(forged)
    branching.send({**branching.page.values, "step": "review", "go": "file"})
    assert "why" not in Complaint.objects.get().answers


# A form that changes while it is filled in


def test_who_has_begun_ends_with_the_form_he_began_with(citizen, partner_a):
    citizen.fill_in({step: ANONYMOUS[step] for step in ("way", "story")})
    published(partner_a, with_own_questions(question("note", required=True)))
    citizen.fill_in(ANONYMOUS).press("file")
    assert Complaint.objects.get().form.number == 1
    assert Visitor("/forms/pif/sq/").fill_in(ANONYMOUS).step == "more"


def test_a_language_that_the_form_does_not_speak_leads_to_one_that_it_does(offered, partner_a):
    published(partner_a, schema(lambda described: described.update(languages=["ka", "en"])))
    visitor = Visitor("/forms/pif/sq/")
    assert visitor.answer.headers["Location"] == "/forms/pif/ka/"
    visitor.go("/forms/pif/ka/")
    assert {button for button in visitor.page.buttons if button.startswith("language:")} == {
        "language:ka",
        "language:en",
    }


def test_a_partner_may_narrow_what_it_takes(offered, partner_a):
    category("refusal")
    place("al-tirana")

    def narrowed(described):
        described |= {"kinds": ["public_service"], "categories": ["refusal"], "places": ["al-tirana"]}

    published(partner_a, schema(narrowed))
    visitor = Visitor("/forms/pif/sq/").fill_in({step: ANONYMOUS[step] for step in ("way", "story")})
    assert "corruption" not in visitor.text
    visitor.press("next", kind="public_service")
    assert 'value="refusal"' in visitor.text
    assert 'value="delay"' not in visitor.text
    assert 'value="al-puke"' not in visitor.text


def test_a_question_that_nothing_can_answer_is_not_demanded(partner_a):
    def demanding(described):
        for name in ("category", "place", "institution"):
            asking(described, name)["required"] = True

    published(partner_a, schema(demanding))
    answers = {**ANONYMOUS, "where": {}, "consents": {"processing": "on"}}
    assert Visitor("/forms/pif/sq/").fill_in(answers).press("file").step == "receipt"


# Courts


def test_what_concerns_a_court_is_asked_where_it_is_about_one(citizen):
    institution("al-court", kind="court")
    citizen.fill_in({step: ANONYMOUS[step] for step in ("way", "story")})
    citizen.press("next", kind="judiciary")
    assert citizen.step == "court"
    assert "al-cadastre" not in citizen.text, "only courts are offered"
    citizen.press(
        "next",
        court="al-court",
        court_instance="first",
        court_case_number="1187/2024",
        court_months="31",
        court_person="Gjyqtari Xhuvani",
    )
    assert citizen.step == "where"
    assert "institution" not in {field["name"] for field in citizen.page.fields}
    citizen.fill_in({"where": {}, "wish": {}, "files": {}})
    assert "referral" in {field["name"] for field in citizen.page.fields}, "a court is an institution"
    citizen.press("next", processing="on", referral="on").press("file")
    detail = JudiciaryDetail.objects.get()
    assert (detail.court.code, detail.instance, detail.months_pending) == ("al-court", "first", 31)
    assert (detail.case_number, detail.person) == ("1187/2024", "Gjyqtari Xhuvani")
    complaint = Complaint.objects.get()
    assert complaint.institution.code == "al-court"
    assert "court_person" not in complaint.answers


def test_who_changes_his_mind_about_the_court_leaves_nothing_of_it(citizen):
    citizen.fill_in({step: ANONYMOUS[step] for step in ("way", "story")})
    citizen.press("next", kind="judiciary").press("next", court_person="Gjyqtari Xhuvani")
    citizen.press("back").press("back").press("next", kind="public_service")
    citizen.fill_in({**ANONYMOUS, "where": {}}).press("file")
    assert not JudiciaryDetail.objects.exists()
    assert Complaint.objects.get().answers == {}


# Preview


@pytest.fixture
def previewing(offered, partner_a, besa, api):
    from backend.forms.services import write_draft
    from backend.partners.actors import actor_of

    described = with_own_questions(question("secret_question"))
    write_draft("pif", schema=described, expected=None, actor=actor_of(besa))
    visitor = Visitor("/forms/pif/sq/")
    visitor.client.force_login(besa)
    return visitor.go("/forms/pif/sq/preview/")


def test_a_coordinator_walks_through_the_draft_and_nothing_is_filed(previewing):
    previewing.fill_in(WITH_NAME)
    assert previewing.step == "more"
    assert previewing.path == "/forms/pif/sq/preview/"
    previewing.press("next", secret_question="x").press("next", processing="on")
    assert previewing.step == "review"
    assert "file" not in previewing.page.buttons
    previewing.send({**previewing.page.values, "go": "file"})
    assert previewing.step == "review"
    assert not Complaint.objects.exists()


def test_a_preview_is_for_who_keeps_the_partner(previewing, client, arta, giorgi):
    assert client.get("/forms/pif/sq/preview/").status_code == 404
    for stranger in (arta, giorgi):
        client.force_login(stranger)
        assert client.get("/forms/pif/sq/preview/").status_code == 404


def test_a_preview_opens_no_door_to_the_public_form(previewing):
    previewing.press("next", **ANONYMOUS["way"])
    token = previewing.client.cookies["dosja_preview"].value
    assert visits.read(Draft, token)["door"] == "preview"
    citizen = Visitor("/forms/pif/sq/")
    citizen.client.cookies["dosja_draft"] = token
    assert citizen.go("/forms/pif/sq/").step == "way"


def test_a_draft_that_changes_under_the_preview_is_shown_as_it_is_now(previewing, besa):
    from backend.forms.services import discard_draft, write_draft
    from backend.partners.actors import actor_of

    previewing.fill_in(ANONYMOUS)
    assert previewing.step == "more"
    described = schema(lambda one: one["sections"].remove(section(one, "wish")))
    write_draft("pif", schema=described, expected=None, actor=actor_of(besa))
    assert previewing.go("/forms/pif/sq/preview/").step == "way"
    previewing.fill_in(ANONYMOUS)
    assert previewing.step == "review"
    discard_draft("pif", expected=None, actor=actor_of(besa))
    assert previewing.go("/forms/pif/sq/preview/").step == "way"


def test_leaving_quickly_ends_a_preview_too(previewing):
    previewing.press("next", **ANONYMOUS["way"])
    previewing.client.get("/leave/")
    assert not Draft.objects.exists()
