"""`/forms/<partner>/<language>/`: a complaint is written and sent without scripts, nothing typed is lost."""

import json
import logging
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client

from backend.cases.models import Case
from backend.common import clock
from backend.complaints.models import Complaint, Consent, Receipt
from backend.forms.models import FormVersion
from backend.forms.services import published_form
from backend.identity.models import ComplainantIdentity
from backend.intake.models import Draft
from backend.intake.services import visits
from backend.partners.models import Partner
from tests.factories.complaints import institution
from tests.intake.pages.visitor import ANONYMOUS, LANGUAGES, SPOKEN, WITH_NAME, Visitor

pytestmark = pytest.mark.django_db


def all_that_is_stored() -> str:
    """Every value of every table, as somebody would read it who stole the database; without the forms, which
    are public and have words of their own."""
    found = []
    with connection.cursor() as cursor:
        for table in set(connection.introspection.table_names(cursor)) - {FormVersion._meta.db_table}:
            cursor.execute(f'SELECT * FROM "{table}"')
            found += [
                bytes(v).decode("latin-1") if isinstance(v, bytes | memoryview) else str(v)
                for row in cursor.fetchall()
                for v in row
            ]
    return "\n".join(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_citizen_files_and_comes_back_and_answers(offered, language):
    citizen = Visitor(f"/forms/pif/{language}/").fill_in(WITH_NAME)
    assert f'<html lang="{language}">' in citizen.text
    assert citizen.step == "review"
    citizen.press("file")
    assert citizen.path == f"/forms/pif/{language}/"
    number, secret = citizen.receipt
    citizen.press("written").give_digits_back(secret)
    assert citizen.step == "goodbye"
    assert secret not in citizen.text

    back = Visitor(f"/receipt/?language={language.lower()}")
    back.path = "/receipt/"
    back.press("open", number=number, secret=secret)
    assert f'<html lang="{language}">' in back.text
    assert Case.objects.get().reference in back.text
    assert "Numri është 1187." in back.press("write", text="Numri është 1187.").text


def test_everything_that_was_typed_arrives(citizen):
    citizen.fill_in(WITH_NAME).press("file")
    complaint = Complaint.objects.get()
    assert complaint.narrative == SPOKEN
    assert complaint.wish == "Dua certifikatën."
    assert str(complaint.happened_on) == "2025-05-03"
    assert (complaint.kind, complaint.complainant_kind) == ("public_service", "confidential")
    assert (complaint.category.code, complaint.place.code) == ("delay", "al-puke")
    assert complaint.institution.code == "al-cadastre"
    assert complaint.vulnerability == ["minority", "poverty"]
    assert (complaint.contact_wish, complaint.contact_note) == ("phone", "Vetëm pasdite.")
    assert (complaint.language, complaint.channel) == ("sq", "web_form")
    identity = ComplainantIdentity.objects.get()
    assert (identity.name, identity.phone, identity.email) == ("Drita Kola", "069 000 0000", "")
    given = Consent.objects.order_by("purpose").values_list("purpose", "institution__code", "text_version")
    version = published_form(complaint.partner).form.consents[0].version
    assert list(given) == [("processing", None, version), ("referral", "al-cadastre", version)]


def test_who_stays_anonymous_is_asked_for_no_name(citizen):
    seen = []
    while citizen.step != "review":
        seen.append(citizen.step)
        citizen.press("next", **ANONYMOUS[citizen.step])
    assert seen == ["way", "story", "kind", "where", "wish", "files", "consents"]
    citizen.press("file")
    assert not ComplainantIdentity.objects.exists()
    assert Complaint.objects.get().contact_wish == "receipt_only"


def test_a_name_is_let_go_when_its_owner_chooses_to_be_anonymous(citizen):
    citizen.fill_in(WITH_NAME)
    citizen.press("to:way").press("next", complainant_kind="anonymous")
    citizen.press("to:way").press("next", complainant_kind="confidential")
    assert citizen.step == "reach", "the way of contact was kept"
    assert "Drita" not in citizen.press("next", contact_wish="phone").text


def test_only_little_has_to_be_told(citizen):
    citizen.fill_in(
        {
            "way": {"complainant_kind": "anonymous"},
            "story": {"narrative": "Më kërkuan para."},
            "kind": {"kind": "corruption"},
            "where": {},
            "wish": {},
            "files": {},
            "consents": {"processing": "on"},
        }
    ).press("file")
    complaint = Complaint.objects.get()
    assert (complaint.category, complaint.place, complaint.institution) == (None, None, None)


# Back and forth


def test_back_and_forth_loses_nothing(citizen):
    citizen.fill_in({step: ANONYMOUS[step] for step in ("way", "story", "kind")})
    citizen.press("back", category="delay")
    citizen.press("back")
    assert citizen.step == "story"
    assert "Prej tetë muajsh" in citizen.text
    citizen.press("next", **ANONYMOUS["story"]).press("next", **ANONYMOUS["kind"])
    assert '<option value="delay" selected>' in citizen.text


def test_the_address_shows_the_same_step_again(citizen):
    citizen.press("next", **ANONYMOUS["way"])
    assert citizen.go("/forms/pif/sq/").step == "story"
    assert citizen.path == "/forms/pif/sq/"


def test_the_language_switch_keeps_what_was_typed(citizen):
    citizen.press("next", **ANONYMOUS["way"])
    citizen.press("language:sr-Cyrl", narrative="Gjysmë fjalie", day="77")
    assert citizen.path == "/forms/pif/sr-Cyrl/"
    assert citizen.step == "story"
    assert "Gjysmë fjalie" in citizen.text
    assert 'value="77"' in citizen.text
    assert 'role="alert"' not in citizen.text, "unfinished is not wrong"


def test_errors_stay_when_the_language_changes(citizen):
    citizen.press("next")
    assert "Ju lutemi zgjidhni një." in citizen.text
    assert "გთხოვთ, აირჩიოთ ერთი." in citizen.press("language:ka").text


def test_a_change_at_the_end_leads_back_to_the_end(citizen):
    citizen.fill_in(ANONYMOUS)
    citizen.press("to:story").press("next", narrative="Më shkurt.", day="", month="", year="")
    assert citizen.step == "review"
    citizen.press("to:kind").press("next", kind="corruption")
    assert citizen.step == "review"
    citizen.press("file")
    assert Complaint.objects.get().category is None, "a category of another kind was kept"


def test_a_consent_holds_only_for_the_institution_that_was_read(citizen, offered):
    institution("al-other")
    citizen.fill_in(ANONYMOUS)
    citizen.press("to:where").press("next", institution="al-other", category="", place="").press("file")
    assert [consent.purpose for consent in Consent.objects.all()] == ["processing"]


def test_a_page_from_yesterday_tells_that_the_draft_is_gone(citizen):
    citizen.press("next", **ANONYMOUS["way"])
    Draft.objects.update(expires_at=clock.now() - timedelta(seconds=1))
    citizen.press("next", **ANONYMOUS["story"])
    assert citizen.step == "way"
    assert 'role="status"' in citizen.text
    citizen.press("next", **ANONYMOUS["way"])
    assert 'role="status"' not in citizen.text
    assert "Prej tetë muajsh" in citizen.text, "what that one page held was lost"


def test_an_institution_that_wants_a_name_is_told_to_who_gives_none(citizen):
    institution("al-strict", accepts_anonymous=False)
    answers = {step: ANONYMOUS[step] for step in ("way", "story", "kind")}
    citizen.fill_in(answers | {"where": {"institution": "al-strict"}, "wish": {}, "files": {}})
    assert "nuk u përgjigjet ankesave pa emër" in citizen.text


# Errors


def test_each_error_has_a_link_to_its_field(citizen):
    for step in ("way", "story", "kind"):
        assert citizen.step == step
        citizen.press("next", day="31", month="2", year="2025")
        assert citizen.step == step
        links = [link[1:] for link in citizen.page.links if link.startswith("#")]
        assert links
        assert set(links) <= set(citizen.page.ids), (links, citizen.page.ids)
        citizen.press("next", **ANONYMOUS[step])


@pytest.mark.parametrize(
    "typed",
    [
        {"narrative": "x" * 20_001},
        {"narrative": "a\x00b"},
        {"narrative": "   "},
        {"narrative": "ok", "day": "1"},
        {"narrative": "ok", "day": "1", "month": "1", "year": "99999999999999999999"},
        {"narrative": "ok", "day": "1", "month": "1", "year": "1875"},
        {"narrative": "ok", "day": "1", "month": "1", "year": "2199"},
        {"narrative": "ok", "month": "13"},
    ],
)
def test_what_cannot_be_taken_is_told_and_kept(citizen, typed):
    citizen.press("next", **ANONYMOUS["way"]).press("next", **typed)
    assert citizen.step == "story"
    assert 'role="alert"' in citizen.text


def test_codes_that_are_not_offered_are_refused(citizen):
    citizen.fill_in({step: ANONYMOUS[step] for step in ("way", "story", "kind")})
    for typed in ({"category": "bribery"}, {"place": "nowhere"}, {"institution": "xk-elsewhere"}):
        assert citizen.press("next", **typed).step == "where"


def test_a_contact_is_needed_only_for_the_way_that_was_chosen(citizen):
    citizen.fill_in({k: v for k, v in WITH_NAME.items() if k != "contact"})
    assert [field["name"] for field in citizen.page.fields] == ["name", "phone", "contact_note"]
    assert citizen.press("next", name="Drita").step == "contact"
    assert citizen.press("next", phone="069").step == "consents"


def test_an_address_that_cannot_be_one_is_told(citizen):
    citizen.fill_in({k: v for k, v in WITH_NAME.items() if k not in ("reach", "contact")})
    citizen.press("next", contact_wish="email").press("next", email="drita(at)example")
    assert citizen.step == "contact"
    assert citizen.press("next", email=" drita@example.org ").step == "consents"
    citizen.press("next", processing="on").press("file")
    assert ComplainantIdentity.objects.get().email == "drita@example.org"


def test_nothing_is_filed_without_consent(citizen):
    citizen.fill_in({k: v for k, v in ANONYMOUS.items() if k != "consents"})
    assert citizen.press("next").step == "consents"
    sent = {**citizen.page.values, "step": "review", "go": "file"}
    assert citizen.send(sent).step == "consents"
    assert not Complaint.objects.exists()


@pytest.mark.parametrize(
    "sent",
    [
        {"step": "nonsense", "go": "file"},
        {"step": "review", "go": "to:nowhere"},
        {"step": "receipt", "go": "written"},
        {"step": "way", "go": "language:xx"},
        {"step": "contact", "go": "next", "name": "x"},
        {},
    ],
)
def test_made_up_requests_lead_to_a_page(citizen, sent):
    answer = citizen.send({"csrfmiddlewaretoken": citizen.page.values["csrfmiddlewaretoken"], **sent})
    assert answer.answer.status_code == 200
    assert not Complaint.objects.exists()


@pytest.mark.parametrize("path", ["/forms/nobody/sq/", "/forms/pif/SQ/", "/forms/pif/fi/", "/forms/nobody/"])
def test_an_unknown_form_is_absent(client, partner_a, path):
    assert client.get(path).status_code == 404


def test_a_partner_that_left_takes_no_complaints(citizen):
    Partner.objects.update(is_active=False)
    assert citizen.go("/forms/pif/sq/").answer.status_code == 404


def test_the_form_of_another_partner_begins_anew(citizen, partner_b):
    citizen.press("next", **ANONYMOUS["way"])
    assert citizen.go("/forms/akt/sr-Latn/").step == "way"


# Filing once, and the receipt


def test_pressing_twice_files_once(citizen):
    citizen.fill_in(ANONYMOUS)
    again = {**citizen.page.values, "go": "file"}
    receipt = citizen.press("file").receipt
    assert citizen.send(again).receipt == receipt
    assert Case.objects.count() == Receipt.objects.count() == 1


def test_wrong_digits_show_the_receipt_again(citizen):
    number, secret = citizen.fill_in(ANONYMOUS).press("file").receipt
    citizen.press("written")
    assert number not in citizen.text
    assert secret not in citizen.text
    citizen.press("check", digits="")
    assert 'role="alert"' in citizen.text
    assert citizen.receipt == (number, secret)
    assert citizen.press("written").press("show").receipt == (number, secret)


def test_after_the_digits_the_receipt_is_gone_for_good(citizen):
    secret = citizen.fill_in(ANONYMOUS).press("file").receipt[1]
    citizen.press("written").give_digits_back(secret)
    token = citizen.client.cookies["dosja_draft"].value
    assert visits.read(Draft, token) == {"partner": "pif", "step": "goodbye"}
    citizen.press("again")
    assert citizen.step == "way"
    assert not Draft.objects.exists()


# Safety


def test_a_stolen_database_reads_no_draft(citizen):
    citizen.fill_in(WITH_NAME)
    token = citizen.client.cookies["dosja_draft"].value
    stored = all_that_is_stored()
    assert Draft.objects.count() == 1
    for word in ("certifikat", "Drita", "069 000", "pasdite", "confidential", "minority", token):
        assert word not in stored
        assert json.dumps(word)[1:-1] not in stored
    citizen.press("file")
    assert citizen.receipt[1].replace(" ", "") not in all_that_is_stored()
    kept = visits.read(Draft, token)
    assert "answers" not in kept, "the draft outlived the filing"


def test_another_browser_sees_nothing_of_it(citizen):
    citizen.fill_in(ANONYMOUS)
    assert Visitor("/forms/pif/sq/").step == "way"
    stranger = Client()
    stranger.cookies["dosja_draft"] = "x" * 43
    assert 'value="way"' in stranger.get("/forms/pif/sq/").text


def test_drafts_end_after_a_day(citizen):
    citizen.press("next", **ANONYMOUS["way"])
    with clock.frozen(clock.now() + timedelta(hours=25)):
        assert visits.purge_expired_visits() == 1
    assert not Draft.objects.exists()


def test_leaving_quickly_destroys_the_draft(citizen):
    citizen.press("next", **ANONYMOUS["way"])
    answer = citizen.client.get("/leave/")
    assert answer.status_code == 302
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert not Draft.objects.exists()
    assert not citizen.client.cookies["dosja_draft"].value


def test_another_site_cannot_destroy_a_draft(citizen):
    citizen.press("next", **ANONYMOUS["way"])
    citizen.client.get("/leave/", headers={"sec-fetch-site": "cross-site"})
    assert Draft.objects.exists()


def test_the_cookie_is_the_browser_s_own_and_ends_with_it(citizen, settings):
    citizen.press("next", **ANONYMOUS["way"])
    for name in ("dosja_draft", "dosja_csrf"):
        cookie = citizen.client.cookies[name]
        assert (cookie["samesite"], cookie["max-age"], cookie["expires"]) == ("Lax", "", "")
        assert cookie["path"] == "/"
    assert citizen.client.cookies["dosja_draft"]["httponly"]


def test_no_log_and_no_address_holds_what_was_typed(citizen, caplog):
    caplog.set_level(logging.DEBUG)
    citizen.fill_in(WITH_NAME).press("file")
    number, secret = citizen.receipt
    assert "?" not in citizen.path
    told = caplog.text.replace("INSERT", "")
    for word in ("Drita", "069 000", secret, secret.replace(" ", ""), number.replace(" ", "")):
        assert word not in told
