"""`POST /complaints/` with `form` and `answers`: what a partner's form asks is asked of its programs, too."""

import json
from datetime import timedelta

import pytest

from backend.cases.models import Case, JudiciaryDetail
from backend.common import clock
from backend.complaints.models import Complaint, Consent
from backend.forms.services import published_form
from tests.factories.complaints import body, category, institution, place
from tests.factories.forms import published, question, schema, section, with_own_questions

pytestmark = pytest.mark.django_db
VERSION = "2026-11"


def own_form():
    label = dict.fromkeys(("sq", "sr-Latn", "sr-Cyrl", "ka", "en"), "x")
    options = [{"value": "phone", "label": label}, {"value": "visit", "label": label}]
    described = with_own_questions(
        question("how_often", "number", least=1, most=99),
        question("urgent", "yes_no", required=True),
        question("since", "date"),
        question("office", "institution"),
        question("ways", "choices", options=options),
    )
    because = {
        "name": "because",
        "title": label,
        "when": {"question": "urgent", "is": [True]},
        "questions": [question("why", "long_text", required=True, longest=50)],
    }
    described["sections"].insert(-1, because)
    return described


def sent(**changes):
    consents = [{"purpose": "processing", "text_version": VERSION}]
    return body(**{"form": 1, "consents": consents, **changes})


@pytest.fixture
def send(anonymous, partner_a):
    def through_the_form(**changes):
        headers = {"X-Form-Key": partner_a.form_key}
        return anonymous.post("/complaints/", sent(**changes), headers=headers)

    return through_the_form


def assert_refused(answer, *errors, status=400):
    assert answer.status_code == status, answer.content
    assert {(one["field"], one["code"]) for one in answer.json()["errors"]} == set(errors)
    assert not Complaint.objects.exists()


def test_a_complaint_names_the_form_that_it_was_filled_in_with(send, partner_a):
    assert send().status_code == 201
    complaint = Complaint.objects.get()
    assert complaint.form == published_form(partner_a)
    assert complaint.answers == {}


def test_a_program_that_names_no_form_is_asked_for_nothing_more(anonymous, partner_a):
    published(partner_a, own_form())
    answer = anonymous.post("/complaints/", body(), headers={"X-Form-Key": partner_a.form_key})
    assert answer.status_code == 201
    complaint = Complaint.objects.get()
    assert (complaint.form, complaint.answers) == (None, None)


def test_answers_without_a_form_are_refused(anonymous, partner_a):
    sent_without = body(answers={"urgent": True})
    answer = anonymous.post("/complaints/", sent_without, headers={"X-Form-Key": partner_a.form_key})
    assert_refused(answer, ("answers", "form.not_named"))


def test_a_partner_s_own_answers_are_kept_sealed(send, partner_a):
    published(partner_a, own_form())
    institution("al-cadastre")
    answers = {
        "how_often": 7.0,
        "urgent": True,
        "why": "Sepse po pres.",
        "since": "2026-01-31",
        "office": "al-cadastre",
        "ways": ["visit", "phone"],
    }
    assert send(form=2, answers=answers).status_code == 201
    complaint = Complaint.objects.get()
    assert complaint.answers == answers | {"how_often": 7}
    assert b"Sepse" not in bytes(complaint.answers_sealed)


@pytest.mark.parametrize(
    ("answers", "field", "code"),
    [
        ({}, "answers.urgent", "required"),
        ({"urgent": None}, "answers.urgent", "required"),
        ({"urgent": True}, "answers.why", "required"),
        ({"urgent": True, "why": "  "}, "answers.why", "blank"),
        ({"urgent": True, "why": "x" * 51}, "answers.why", "max_length"),
        ({"urgent": True, "why": "a\x00"}, "answers.why", "invalid_characters"),
        ({"urgent": False, "why": "hidden"}, "answers.why", "not_asked"),
        ({"urgent": "true"}, "answers.urgent", "invalid"),
        ({"urgent": 1}, "answers.urgent", "invalid"),
        ({"urgent": False, "how_often": 0}, "answers.how_often", "min_value"),
        ({"urgent": False, "how_often": 100}, "answers.how_often", "max_value"),
        ({"urgent": False, "how_often": True}, "answers.how_often", "invalid"),
        ({"urgent": False, "how_often": "7"}, "answers.how_often", "invalid"),
        ({"urgent": False, "how_often": 7.5}, "answers.how_often", "invalid"),
        ({"urgent": False, "since": "31.1.2026"}, "answers.since", "date.unknown"),
        ({"urgent": False, "since": "2026-02-30"}, "answers.since", "date.unknown"),
        ({"urgent": False, "since": "1875-01-01"}, "answers.since", "date.too_long_ago"),
        ({"urgent": False, "office": "no-such"}, "answers.office", "unknown"),
        ({"urgent": False, "ways": ["walk"]}, "answers.ways", "invalid_choice"),
        ({"urgent": False, "ways": ["phone", "phone"]}, "answers.ways", "duplicate"),
        ({"urgent": False, "ways": "phone"}, "answers.ways", "invalid"),
        ({"urgent": False, "ways": {"phone": True}}, "answers.ways", "invalid"),
        ({"urgent": False, "ways": [["phone"]]}, "answers.ways", "invalid"),
        ({"urgent": False, "strange": "x"}, "answers.strange", "unknown_question"),
        ({"urgent": False, "narrative": "x"}, "answers.narrative", "has_own_field"),
        ({"urgent": False, "court_person": "x"}, "answers.court_person", "not_asked"),
    ],
)
def test_each_answer_is_checked_by_the_form(send, partner_a, answers, field, code):
    published(partner_a, own_form())
    changes = {"answers": answers, "form": 2}
    found = send(**changes)
    assert found.status_code == 400, found.content
    assert (field, code) in {(one["field"], one["code"]) for one in found.json()["errors"]}
    assert not Complaint.objects.exists()


@pytest.mark.parametrize("junk", [[], "x", 7, True, [["urgent", True]]])
def test_answers_are_an_object(send, junk):
    assert_refused(send(answers=junk), ("answers", "invalid"))


def test_what_is_huge_or_deep_is_refused_as_a_whole(send):
    assert_refused(send(answers={"x": "x" * 150_000}), ("answers", "too_large"))
    assert_refused(send(answers={f"x{number}": 1 for number in range(301)}), ("answers", "too_large"))
    deep: object = 1
    for _ in range(200):
        deep = {"x": deep}
    assert_refused(send(answers={"x": deep}), ("answers.x", "unknown_question"))


@pytest.mark.parametrize("depth", [600, 1000, 5000])
def test_what_no_program_of_ours_could_write_is_refused(anonymous, partner_a, depth):
    nested = b'{"x":' * depth + b"1" + b"}" * depth
    text = json.dumps(sent()).encode().removesuffix(b"}") + b', "answers": ' + nested + b"}"
    answer = anonymous.raw("POST", "/complaints/", text, headers={"X-Form-Key": partner_a.form_key})
    assert answer.status_code == 400
    assert answer.json()["code"] in ("invalid", "malformed")
    assert not Complaint.objects.exists()


def test_core_rules_are_told_under_the_names_of_the_fields(send, partner_a):
    category("bribery", "corruption")
    place("xk-elsewhere", country="XK")
    assert_refused(
        send(narrative="x" * 20_000, category="bribery", place="xk-elsewhere", happened_on="2400-01-01"),
        ("category", "unknown"),
        ("place", "unknown"),
        ("happened_on", "date.in_the_future"),
    )
    assert_refused(
        send(complainant_kind="confidential", contact_wish="phone"), ("identity.phone", "required")
    )
    assert_refused(send(identity={"name": "Drita"}), ("identity.name", "not_asked"))


def test_what_the_form_does_not_ask_is_not_taken(send, partner_a):
    def without_wish(described):
        part = section(described, "wish")
        part["questions"] = part["questions"][1:]

    published(partner_a, schema(without_wish))
    assert_refused(send(form=2, wish="Dua certifikatën."), ("wish", "not_asked"))
    published(partner_a, schema(lambda described: described.update(languages=["ka"])))
    assert_refused(send(form=3), ("language", "invalid_choice"))


def test_kinds_and_places_that_are_not_offered_are_not_taken(send, partner_a):
    place("al-puke"), place("al-tirana")

    def narrowed(described):
        described |= {"kinds": ["public_service"], "places": ["al-puke"]}

    published(partner_a, schema(narrowed))
    assert_refused(send(form=2, kind="corruption"), ("kind", "invalid_choice"))
    assert_refused(send(form=2, place="al-tirana"), ("place", "unknown"))
    assert send(form=2, place="al-puke").status_code == 201


def test_a_consent_is_to_the_wording_of_the_form(send):
    institution("al-cadastre"), institution("al-other")
    given = [{"purpose": "processing", "text_version": "2020-01"}]
    assert_refused(send(consents=given), ("consents.0.text_version", "consent.other_wording"))
    assert_refused(send(consents=[]), ("consents", "required"))
    given = [
        {"purpose": "processing", "text_version": VERSION},
        {"purpose": "referral", "text_version": VERSION, "institution": "al-other"},
    ]
    assert_refused(
        send(consents=given, institution="al-cadastre"),
        ("consents.1.institution", "consent.other_institution"),
    )
    given[1]["institution"] = "al-cadastre"
    assert send(consents=given, institution="al-cadastre").status_code == 201
    told = Consent.objects.order_by("purpose").values_list("purpose", "institution__code", "text_version")
    assert list(told) == [("processing", None, VERSION), ("referral", "al-cadastre", VERSION)]


def test_a_form_is_taken_for_a_day_after_it_was_replaced(send, partner_a):
    published_form(partner_a)
    published(partner_a, with_own_questions(question("own")))
    assert send(form=1).status_code == 201
    with clock.frozen(clock.now() + timedelta(hours=25)):
        late = send(form=1)
    assert (late.status_code, late.json()["code"], late.json()["current"]) == (409, "form.outdated", 2)
    assert send(form=7).json()["errors"][0]["code"] == "unknown"


# Courts


COURT_CASE = {
    "court": "al-court",
    "court_instance": "appeal",
    "court_matter": "civil",
    "court_violation": "delay",
    "court_case_number": "1187/2024",
    "court_stage": "Pritet seanca.",
    "court_months": 31,
    "court_person": "Gjyqtari Xhuvani",
}


def test_what_is_told_of_a_court_becomes_the_case_s_detail(send, partner_a, api, besa, arta):
    institution("al-court", kind="court")
    assert send(kind="judiciary", answers=COURT_CASE).status_code == 201
    detail = JudiciaryDetail.objects.get()
    assert detail.court.code == "al-court"
    assert (detail.instance, detail.matter, detail.violation) == ("appeal", "civil", "delay")
    assert (detail.case_number, detail.months_pending) == ("1187/2024", 31)
    assert detail.person == "Gjyqtari Xhuvani"
    case = Case.objects.get()
    assert case.institution.code == "al-court", "the court is the institution complained about"
    words = api(arta).get(f"/cases/{case.pk}/complaint/")
    assert "1187/2024" in words.text
    assert "Xhuvani" not in words.text, "a judge's name is for few"
    assert Complaint.objects.get().answers == {k: v for k, v in COURT_CASE.items() if k != "court_person"}


def test_a_complaint_about_something_else_has_no_detail(send):
    assert send().status_code == 201
    assert not JudiciaryDetail.objects.exists()


# What the partner's people see


def test_staff_reads_the_answers_under_the_questions_that_were_asked_then(send, partner_a, api, arta):
    published(partner_a, own_form())
    assert (
        send(form=2, answers={"urgent": True, "why": "Sepse po pres.", "since": "2026-01-31"}).status_code
        == 201
    )
    published(partner_a, schema())
    case = Case.objects.get()
    told = api(arta).get(f"/cases/{case.pk}/complaint/", language="sq").json()
    assert told["form"] == 2
    assert told["answers"] == [
        {"question": "urgent", "label": "urgent (sq)", "value": True, "lines": ["Po"]},
        {"question": "since", "label": "since (sq)", "value": "2026-01-31", "lines": ["31 Janar 2026"]},
        {"question": "why", "label": "why (sq)", "value": "Sepse po pres.", "lines": ["Sepse po pres."]},
    ]


def test_a_complaint_without_a_form_shows_no_answers(anonymous, partner_a, api, arta):
    anonymous.post("/complaints/", body(), headers={"X-Form-Key": partner_a.form_key})
    told = api(arta).get(f"/cases/{Case.objects.get().pk}/complaint/").json()
    assert (told["form"], told["answers"]) == (None, [])
