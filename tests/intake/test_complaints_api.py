"""`POST /complaints/`: through a form by nobody in particular, or signed in for one's own partner."""

import json
import re
from datetime import UTC, datetime

import pytest
from rest_framework.test import APIClient

from backend.audit.models import AuditEvent
from backend.cases.models import Case
from backend.common import clock
from backend.complaints.models import Complaint
from backend.partners.roles import Role
from tests.factories.complaints import NARRATIVE, body, category
from tests.factories.partners import suspended

pytestmark = pytest.mark.django_db
PATH = "/complaints/"
NAMED = {
    "complainant_kind": "confidential",
    "identity": {"name": "Drita Kola", "email": "drita@example.org", "phone": "+355 69 000 0000"},
    "contact_wish": "email",
}


@pytest.fixture
def form(anonymous, partner_a):
    """A post through the form of A."""

    def send(sent=None, **extra):
        headers = {"X-Form-Key": partner_a.form_key, **extra.pop("headers", {})}
        return anonymous.post(PATH, body() if sent is None else sent, headers=headers, **extra)

    return send


def assert_refused(answer, status, code, errors=None):
    assert answer.status_code == status, answer.content
    assert answer.headers["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert (problem["status"], problem["code"]) == (status, code)
    if errors is not None:
        assert [(error["field"], error["code"]) for error in problem["errors"]] == errors
    assert not Complaint.objects.exists()
    assert not Case.objects.exists()


# What the public gets


def test_a_citizen_files_through_the_form_and_gets_reference_and_receipt(form, partner_a):
    answer = form()
    assert answer.status_code == 201, answer.content
    told = answer.json()
    assert set(told) == {"reference", "receipt", "received_at", "what_happens_next"}
    assert re.fullmatch(r"PIF-\d{4}-000001", told["reference"])
    assert re.fullmatch(r"\d{8}", told["receipt"]["number"])
    assert re.fullmatch(r"\d{21}", told["receipt"]["secret"])
    assert re.fullmatch(r"\d{4} \d{4}\n(\d{4} ){5}\d", told["receipt"]["formatted"])
    complaint = Complaint.objects.get()
    assert (complaint.partner, complaint.channel, complaint.recorded_by) == (partner_a, "web_form", None)
    assert complaint.narrative == NARRATIVE


def test_the_answer_is_kept_by_no_cache_and_leads_to_no_case(form):
    answer = form()
    assert "no-store" in answer.headers["Cache-Control"]
    assert "Location" not in answer.headers
    assert str(Case.objects.get().pk) not in answer.content.decode()


def test_what_happens_next_is_told_in_the_language_asked_for(form):
    answer = form(language="sq")
    assert answer.headers["Content-Language"] == "sq"
    assert answer.json()["what_happens_next"]


def test_the_answer_repeats_nothing_of_what_was_said(form):
    answer = form(body(**NAMED)).content.decode()
    for words in (NARRATIVE, "Drita", "drita@example.org", "+355 69"):
        assert words not in answer


def test_words_arrive_exactly_as_they_were_sent(form):
    words = "  “Kthehu nesër” 👩🏽‍🌾 \u202bשלום\u202c\r\n\tე\u0301 "
    assert form(body(narrative=words, wish=words)).status_code == 201
    complaint = Complaint.objects.get()
    assert complaint.narrative.encode() == complaint.wish.encode() == words.encode()


def test_20_000_georgian_letters_are_taken(form):
    assert form(body(narrative="ქ" * 20_000)).status_code == 201
    assert Complaint.objects.get().narrative == "ქ" * 20_000


def test_a_colleague_s_session_does_not_end_up_in_the_complaint(api, arta, partner_a):
    caller = api(arta)
    caller.handler.enforce_csrf_checks = True
    answer = caller.post(PATH, body(), headers={"X-Form-Key": partner_a.form_key})
    assert answer.status_code == 201, answer.content
    assert "case" not in answer.json()
    assert Complaint.objects.get().recorded_by is None
    assert AuditEvent.objects.get(action="case.received").actor_kind == "nobody"


def test_a_lost_answer_is_given_again_and_nothing_is_filed_twice(form):
    first, again = form(key="k-1"), form(key="k-1")
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.json() == first.json()
    assert "no-store" in again.headers["Cache-Control"]
    assert Complaint.objects.count() == 1
    other = form(body(narrative="Tjetër."), key="k-1")
    assert (other.status_code, other.json()["code"]) == (422, "idempotency.key_reused")


def test_the_same_key_from_another_form_is_another_request(form, anonymous, partner_b):
    first = form(key="k-1").json()
    second = anonymous.post(PATH, body(), headers={"X-Form-Key": partner_b.form_key}, key="k-1").json()
    assert second["reference"].startswith("AKT-")
    assert second["receipt"] != first["receipt"]


# Doors that stay shut


@pytest.mark.parametrize("key", ["pfk_wrong", "", "x" * 3_000, "pfk_'; --", "ключ".encode().decode("latin1")])
def test_an_unknown_form_key_opens_nothing(form, key):
    assert_refused(form(headers={"X-Form-Key": key}), 403, "intake.unknown_form_key")


def test_the_form_of_a_suspended_partner_looks_unknown(form, partner_a):
    suspended(partner_a)
    assert_refused(form(), 403, "intake.unknown_form_key")


def test_without_a_form_key_one_signs_in(anonymous):
    assert_refused(anonymous.post(PATH, body()), 401, "not_authenticated")


def test_only_posting_is_possible(form, anonymous, partner_a):
    for method in (anonymous.get, anonymous.put, anonymous.patch, anonymous.delete):
        answer = method(PATH, headers={"X-Form-Key": partner_a.form_key})
        assert_refused(answer, 405, "method_not_allowed")


# Bad input


@pytest.mark.parametrize(
    "name",
    ["owner", "state", "stage", "reference", "id", "recorded_by", "data_key", "received_at", "severity"],
)
def test_what_the_partner_decides_cannot_be_sent_along(form, name):
    assert_refused(form(body() | {name: "x"}), 400, "invalid", [(name, "unknown_field")])


@pytest.mark.parametrize(
    ("name", "value"), [("partner", "pif"), ("channel", "phone"), ("received_on", "2026-01-01")]
)
def test_the_public_does_not_say_who_takes_it_and_how_it_came(form, name, value):
    assert_refused(form(body(**{name: value})), 400, "invalid", [(name, "unknown_field")])


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"narrative": None}, [("narrative", "required")]),
        ({"narrative": ""}, [("narrative", "blank")]),
        ({"narrative": "  \n "}, [("narrative", "blank")]),
        ({"narrative": "x" * 20_001}, [("narrative", "max_length")]),
        ({"narrative": "a\0b"}, [("narrative", "invalid_characters")]),
        ({"narrative": "a\x07b"}, [("narrative", "invalid_characters")]),
        ({"narrative": ["a"]}, [("narrative", "invalid")]),
        ({"narrative": {"a": 1}}, [("narrative", "invalid")]),
        ({"wish": "a\0b"}, [("wish", "invalid_characters")]),
        ({"kind": "other"}, [("kind", "invalid_choice")]),
        ({"kind": None}, [("kind", "required")]),
        ({"complainant_kind": "secret"}, [("complainant_kind", "invalid_choice")]),
        ({"language": "sr"}, [("language", "invalid_choice")]),
        ({"category": "no-such"}, [("category", "unknown")]),
        ({"category": "a\0b"}, [("category", "invalid_characters")]),
        ({"category": "x" * 61}, [("category", "max_length")]),
        ({"institution": "no-such"}, [("institution", "unknown")]),
        ({"place": "no-such"}, [("place", "unknown")]),
        ({"happened_on": "2999-01-01"}, [("happened_on", "date.in_the_future")]),
        ({"happened_on": "1989-12-31"}, [("happened_on", "date.too_long_ago")]),
        ({"happened_on": "0001-01-01"}, [("happened_on", "date.too_long_ago")]),
        ({"happened_on": "13.03.2026"}, [("happened_on", "invalid")]),
        ({"happened_on": "2026-02-30"}, [("happened_on", "invalid")]),
        ({"vulnerability": ["rich"]}, [("vulnerability.0", "invalid_choice")]),
        ({"vulnerability": "child"}, [("vulnerability", "not_a_list")]),
        ({"vulnerability": ["child"] * 10}, [("vulnerability", "max_length")]),
        ({"contact_wish": "email"}, [("contact_wish", "contact.missing")]),
        ({"contact_wish": "pigeon"}, [("contact_wish", "invalid_choice")]),
        ({"consents": []}, [("consents", "consent.processing_required")]),
        ({"consents": None}, [("consents", "required")]),
        ({"consents": [{}]}, [("consents.0.purpose", "required"), ("consents.0.text_version", "required")]),
        (
            {"consents": [{"purpose": "processing", "text_version": "2026-01"}] * 21},
            [("consents", "max_length")],
        ),
        (
            {"consents": [{"purpose": "processing", "text_version": "two words"}]},
            [("consents.0.text_version", "invalid")],
        ),
        (
            {"consents": [{"purpose": "processing", "text_version": "1", "given_at": "2020-01-01"}]},
            [("consents.0.given_at", "unknown_field")],
        ),
        ({"identity": {"name": "Drita"}}, [("identity", "identity.not_wanted")]),
        ({"complainant_kind": "identified"}, [("identity", "identity.required")]),
        (
            {"complainant_kind": "identified", "identity": {"name": "Drita", "age": 50}},
            [("identity.age", "unknown_field")],
        ),
        (
            {"complainant_kind": "identified", "identity": {"email": "not an address"}},
            [("identity.email", "invalid")],
        ),
        (
            {"complainant_kind": "identified", "identity": {"name": "a\0b"}},
            [("identity.name", "invalid_characters")],
        ),
        (
            {"complainant_kind": "identified", "identity": {"email": "a\0@example.org"}},
            [("identity.email", "invalid_characters")],
        ),
        (
            {"consents": [{"purpose": "processing", "text_version": "1\0"}]},
            [("consents.0.text_version", "invalid_characters")],
        ),
        ({"complainant_kind": "identified", "identity": "Drita"}, [("identity.non_field_errors", "invalid")]),
    ],
)
def test_each_mistake_is_told_by_field_with_a_stable_code(form, changes, errors):
    assert_refused(form(body(**changes)), 400, "invalid", errors)


@pytest.mark.parametrize(
    ("raw", "status", "code"),
    [
        (b"", 400, "invalid"),
        (b"{", 400, "malformed"),
        (b"\xff\xfe{}", 400, "malformed"),
        (b'{"narrative": "\\ud800"}', 400, "malformed"),
        (b'{"narrative": NaN}', 400, "malformed"),
        (b"[" * 100_000, 400, "malformed"),
        (b"[]", 400, "invalid"),
        (b"null", 400, "invalid"),
        (b'"text"', 400, "invalid"),
        (b"0", 400, "invalid"),
        (b'{"narrative": "' + b"x" * 10_000_000 + b'"}', 413, "too_large"),
    ],
)
def test_what_is_no_complaint_at_all_is_refused(anonymous, partner_a, raw, status, code):
    answer = anonymous.raw("POST", PATH, raw, headers={"X-Form-Key": partner_a.form_key})
    assert_refused(answer, status, code)


def test_other_media_types_are_refused(anonymous, partner_a):
    for media_type in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        answer = anonymous.raw(
            "POST", PATH, b"kind=corruption", media_type, headers={"X-Form-Key": partner_a.form_key}
        )
        assert_refused(answer, 415, "unsupported_media_type")


def test_a_refusal_does_not_repeat_the_words(form):
    answer = form(body(**NAMED) | {"category": "no-such"}).content.decode()
    for words in (NARRATIVE, "Drita", "drita@example.org"):
        assert words not in answer


# Staff and programs


def told_to(slug="pif", **changes):
    return body(partner=slug, channel="phone", **changes)


def test_an_intake_officer_writes_down_what_was_told(api, ilir, partner_a):
    answer = api(ilir).post(PATH, told_to(**NAMED))
    assert answer.status_code == 201, answer.content
    case = Case.objects.get()
    assert answer.json()["case"] == str(case.pk)
    complaint = Complaint.objects.get()
    assert (complaint.channel, complaint.recorded_by, complaint.partner) == ("phone", ilir, partner_a)


def test_a_researcher_who_sees_no_cases_learns_no_case_id(api, researcher):
    answer = api(researcher).post(PATH, told_to())
    assert answer.status_code == 201
    assert "case" not in answer.json()


def test_a_letter_keeps_the_day_it_came(api, ilir):
    with clock.frozen(datetime(2026, 3, 13, 12, tzinfo=UTC)):
        answer = api(ilir).post(PATH, told_to() | {"channel": "letter", "received_on": "2026-03-06"})
    assert answer.json()["received_at"] == "2026-03-06T11:00:00Z"


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"partner": None}, [("partner", "required")]),
        ({"partner": "akt"}, [("partner", "unknown")]),
        ({"partner": "no-such"}, [("partner", "unknown")]),
        ({"partner": "a b"}, [("partner", "invalid")]),
        ({"channel": None}, [("channel", "channel.not_yours")]),
        ({"channel": "web_form"}, [("channel", "channel.not_yours")]),
        ({"channel": "api"}, [("channel", "channel.not_yours")]),
        ({"channel": "fax"}, [("channel", "invalid_choice")]),
        ({"received_on": "2999-01-01"}, [("received_on", "date.in_the_future")]),
        ({"received_on": "2001-01-01"}, [("received_on", "date.too_long_ago")]),
        ({"received_on": "soon"}, [("received_on", "invalid")]),
    ],
)
def test_staff_is_told_its_mistakes(api, ilir, partner_b, changes, errors):
    sent = {name: value for name, value in (told_to() | changes).items() if value is not None}
    assert_refused(api(ilir).post(PATH, sent), 400, "invalid", errors)


@pytest.mark.parametrize("who", ["observer", "dafina", "admin", "outsider"])
def test_whoever_files_nowhere_is_refused(api, request, partner_a, who):
    assert_refused(api(request.getfixturevalue(who)).post(PATH, told_to()), 403, "not_allowed")


def test_nobody_files_for_another_partner(api, nino, partner_a):
    assert_refused(api(nino).post(PATH, told_to()), 400, "invalid", [("partner", "unknown")])


def test_a_session_needs_its_csrf_token(api, ilir):
    caller = api(ilir)
    caller.handler.enforce_csrf_checks = True
    assert_refused(caller.post(PATH, told_to()), 403, "csrf_failed")


def test_a_partner_s_program_with_the_intake_scope_files(client_of, partner_a):
    program = client_of(partner_a, Role.INTAKE_OFFICER, ["intake"])
    answer = program.post(PATH, body(partner="pif"))
    assert answer.status_code == 201, answer.content
    assert "case" not in answer.json()  # the scope does not open cases
    assert Complaint.objects.get().channel == "api"


def test_a_program_may_say_how_it_was_told(client_of, partner_a):
    program = client_of(partner_a, Role.INTAKE_OFFICER, ["intake", "cases:read"])
    answer = program.post(PATH, body(partner="pif", channel="web_form"))
    assert answer.status_code == 201, answer.content
    assert answer.json()["case"] == str(Case.objects.get().pk)


def test_a_program_without_the_scope_is_refused(client_of, partner_a):
    program = client_of(partner_a, Role.CASEWORKER, ["cases:read"])
    assert_refused(program.post(PATH, told_to()), 403, "not_allowed")


def test_a_token_that_is_not_valid_is_refused(anonymous, partner_a):
    answer = anonymous.post(PATH, told_to(), headers={"Authorization": "Bearer nonsense"})
    assert_refused(answer, 401, "authentication_failed")


def test_a_failure_of_ours_repeats_nothing_of_what_was_said(partner_a, monkeypatch, caplog):
    def fail(**_facts):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("backend.intake.services.filing.open_case_of", fail)
    caplog.set_level("DEBUG")
    caller = APIClient(raise_request_exception=False)
    headers = {"X-Form-Key": partner_a.form_key}
    answer = caller.post("/api/v1/complaints/", body(**NAMED), format="json", headers=headers)
    assert_refused(answer, 500, "failure")
    for words in (NARRATIVE, "Drita", "drita@example.org"):
        assert words not in answer.content.decode() + caplog.text


def test_a_citizen_s_wrong_category_is_told_before_anything_is_written(form):
    category("bribery", "corruption")
    assert_refused(form(body(category="bribery")), 400, "invalid", [("category", "category.other_kind")])


def test_the_example_of_the_description_can_be_sent(form):
    from backend.intake.api.examples import COMPLAINT

    category("delay")
    with clock.frozen(datetime(2026, 11, 20, 10, tzinfo=UTC)):
        answer = form(json.loads(json.dumps(COMPLAINT.value)))
    assert answer.status_code == 201, answer.content
