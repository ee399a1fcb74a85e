"""A complaint that is told to somebody: who writes it down, and what is kept of how it came."""

from datetime import timedelta

import pytest
from django.test import Client

from backend.audit.models import AuditEvent
from backend.cases.models import Case
from backend.common import clock
from backend.complaints.models import Complaint, Consent
from backend.intake.models import Draft
from backend.intake.services import visits
from tests.intake.pages.visitor import ANONYMOUS, WITH_NAME, Visitor

pytestmark = pytest.mark.django_db
ADDRESS = "/assisted/pif/sq/"
BY_PHONE = {"told-to-us": {"told-channel": "phone", "told-language": "sq"}}


class Officer(Visitor):
    """A member of staff with a browser, signed in."""

    def __init__(self, user, path=ADDRESS):
        self.client = Client(enforce_csrf_checks=True)
        self.client.force_login(user)
        self.go(path)


@pytest.fixture
def officer(offered, ilir):
    return Officer(ilir)


@pytest.mark.parametrize("role", ["ilir", "arta", "besa", "luan", "researcher"])
def test_whoever_files_for_others_may_write_down(offered, request, role):
    officer = Officer(request.getfixturevalue(role))
    officer.fill_in(BY_PHONE | ANONYMOUS).press("file")
    assert Case.objects.get().complaint.channel == "phone"


@pytest.mark.parametrize("role", ["nino", "giorgi", "dafina", "observer", "admin", "outsider"])
def test_for_everybody_else_there_is_no_such_address(offered, request, role):
    client = Client()
    client.force_login(request.getfixturevalue(role))
    _looks_absent(client)


def test_for_nobody_there_is_no_such_address(offered):
    _looks_absent(Client())


def _looks_absent(client):
    for send in (client.get, client.post):
        there, nowhere = send(ADDRESS), send("/assisted/nobody/sq/")
        assert there.status_code == nowhere.status_code == 404
        assert there.content == nowhere.content
    assert not Draft.objects.exists()


def test_how_it_came_is_kept(officer, ilir):
    day = clock.today("Europe/Tirane") - timedelta(days=5)
    parts = {"told-on-day": str(day.day), "told-on-month": str(day.month), "told-on-year": str(day.year)}
    told = {"told-to-us": {"told-channel": "letter", "told-language": "sq", **parts}}
    officer.fill_in(told | WITH_NAME).press("file")
    complaint = Complaint.objects.get()
    assert (complaint.channel, complaint.language) == ("letter", "sq")
    assert complaint.received_at.date() == day
    assert set(Consent.objects.values_list("manner", flat=True)) == {"written"}
    assert {event.actor_id for event in AuditEvent.objects.filter(action__startswith="case.")} == {ilir.pk}


@pytest.mark.parametrize("channel", ["phone", "in_person", "field"])
def test_an_agreement_that_was_spoken_is_kept_as_spoken(officer, channel):
    told = {"told-to-us": {"told-channel": channel, "told-language": "sq"}}
    officer.fill_in(told | ANONYMOUS).press("file")
    kept = list(Consent.objects.order_by("purpose").values_list("purpose", "manner", "text_version"))
    assert [(purpose, manner) for purpose, manner, _version in kept] == [
        ("processing", "oral"),
        ("referral", "oral"),
    ]
    assert all(version for _purpose, _manner, version in kept)


def test_the_questions_follow_in_the_complainant_s_language(officer):
    officer.press("next", **{"told-channel": "phone", "told-language": "sr-Cyrl"})
    assert officer.path == "/assisted/pif/sr-Cyrl/"
    assert '<html lang="sr-Cyrl">' in officer.text
    assert officer.step == "way"
    officer.press("language:sq").fill_in(ANONYMOUS).press("file")
    assert Complaint.objects.get().language == "sr-Cyrl", "the officer only read in another language"


def test_without_saying_how_it_came_nothing_goes_on(officer):
    officer.press("next")
    assert officer.step == "told-to-us"
    assert "#id_told-channel_0" in officer.page.links
    officer.press("next", **{"told-channel": "web_form", "told-language": "sq"})
    assert officer.step == "told-to-us"


def test_a_day_to_come_is_told_on_the_page_that_asked_for_it(officer):
    day = clock.today("Europe/Tirane") + timedelta(days=40)
    parts = {"told-on-day": str(day.day), "told-on-month": str(day.month), "told-on-year": str(day.year)}
    told = {"told-to-us": {"told-channel": "phone", "told-language": "sq", **parts}}
    officer.press("next", **told["told-to-us"])
    if officer.step != "told-to-us":
        officer.fill_in(ANONYMOUS).press("file")
    assert officer.step == "told-to-us"
    assert 'role="alert"' in officer.text
    assert not Complaint.objects.exists()


def test_the_receipt_comes_with_words_for_the_officer(officer):
    officer.fill_in(BY_PHONE | ANONYMOUS).press("file")
    number, secret = officer.receipt
    assert "For you, who wrote it down" in officer.go("/assisted/pif/en/").text
    officer.press("written").give_digits_back(secret)
    assert number not in officer.text
    assert officer.press("again").step == "told-to-us"


def test_a_draft_dies_with_the_session(officer, ilir):
    officer.fill_in(BY_PHONE | {"way": ANONYMOUS["way"]})
    assert officer.step == "story"
    cookie = officer.client.cookies["dosja_assisted"].value
    officer.client.logout()
    officer.client.cookies["dosja_assisted"] = cookie
    assert officer.client.get(ADDRESS).status_code == 404
    officer.client.force_login(ilir)
    officer.client.cookies["dosja_assisted"] = cookie
    assert officer.go(ADDRESS).step == "told-to-us"
    assert not Draft.objects.exists()


def test_a_colleague_at_the_same_browser_does_not_go_on_with_it(officer, arta):
    officer.fill_in(BY_PHONE | {"way": ANONYMOUS["way"]})
    cookie = officer.client.cookies["dosja_assisted"].value
    colleague = Officer(arta)
    colleague.client.cookies["dosja_assisted"] = cookie
    assert colleague.go(ADDRESS).step == "told-to-us"


def test_the_session_holds_no_way_into_the_draft(officer):
    officer.press("next", **BY_PHONE["told-to-us"])
    token = officer.client.cookies["dosja_assisted"].value
    assert token not in str(dict(officer.client.session))
    assert visits.handle_of(Draft, token) in str(dict(officer.client.session))


def test_what_the_public_writes_and_what_staff_writes_down_do_not_mix(officer):
    officer.press("next", **BY_PHONE["told-to-us"])
    officer.client.cookies["dosja_draft"] = officer.client.cookies["dosja_assisted"].value
    assert 'value="way"' in officer.client.get("/forms/pif/sq/").text


def test_it_needs_its_token(officer):
    careful = Client(enforce_csrf_checks=True)
    careful.cookies = officer.client.cookies
    assert careful.post(ADDRESS, {"step": "told-to-us", "go": "next"}).status_code == 403


def test_the_entry_page_leads_there_for_whom_it_is(officer, offered, observer):
    assert "/assisted/pif/en/" in officer.go("/?language=en").page.links
    assert "/assisted/" not in Client().get("/").text
    seeing = Client()
    seeing.force_login(observer)
    assert "/assisted/" not in seeing.get("/").text


def test_somebody_who_lost_the_role_meanwhile_files_nothing(officer, ilir, partner_a):
    officer.fill_in(BY_PHONE | ANONYMOUS)
    ilir.groups.clear()
    assert officer.client.post(ADDRESS, {**officer.page.values, "go": "file"}).status_code == 404
    assert not Complaint.objects.exists()


def test_a_page_without_errors_reads_well(officer):
    labelled, page = officer.page.labelled, officer.page
    assert {field["id"] for field in page.fields} <= labelled
    assert page.headings == sorted(page.headings)
