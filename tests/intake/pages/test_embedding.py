"""The form in a frame on a partner's own site: who may show it, who may send it, what its cookie is like."""

import re

import pytest
from django.test import Client

from backend.cases.models import Case
from backend.intake.models import Draft
from backend.intake.pages.embedding import _script
from tests.intake.pages.visitor import ANONYMOUS, Visitor

pytestmark = pytest.mark.django_db
OURS = {"origin": "http://testserver", "sec-fetch-site": "same-origin"}


class FramedVisitor(Visitor):
    """A browser that shows the form in a frame: it says where a form comes from."""

    def __init__(self, path, **headers):
        self.client = Client(enforce_csrf_checks=True, headers=OURS | headers)
        self.go(path)


@pytest.fixture
def framed(offered):
    return FramedVisitor("/embed/pif/sq/")


def ancestors(answer):
    return re.search(r"frame-ancestors ([^;]*);", answer.headers["Content-Security-Policy"])[1]


def test_only_the_partner_s_own_sites_may_show_it(partner_a, settings):
    settings.DOSJA_MODE = "production"
    assert ancestors(Client().get("/embed/pif/sq/")) == "'none'"
    partner_a.embedding_origins = ["https://www.pif.example", "https://pif.example:8443"]
    partner_a.save()
    answer = Client().get("/embed/pif/sq/")
    assert ancestors(answer) == "https://www.pif.example https://pif.example:8443"
    assert "X-Frame-Options" not in answer.headers
    for path in ("/forms/pif/sq/", "/receipt/", "/", "/accounts/login/"):
        answer = Client().get(path)
        assert ancestors(answer) == "'none'", path
        assert answer.headers["X-Frame-Options"] == "DENY", path


def test_another_partner_s_sites_show_nothing(partner_a, partner_b, settings):
    settings.DOSJA_MODE = "production"
    partner_b.embedding_origins = ["https://akt.example"]
    partner_b.save()
    assert ancestors(Client().get("/embed/pif/sq/")) == "'none'"


def test_a_complaint_is_written_and_filed_in_the_frame(framed):
    framed.fill_in(ANONYMOUS).press("file")
    number, secret = framed.receipt
    assert len(number.replace(" ", "")) == 8
    framed.press("written").give_digits_back(secret)
    assert 'target="_blank" rel="noopener"' in framed.text
    assert Case.objects.count() == 1


def test_looking_at_it_leaves_no_cookie_at_all(framed):
    assert not framed.client.cookies


def test_the_cookie_belongs_to_the_frame_under_this_one_site(framed, settings):
    framed.press("next", **ANONYMOUS["way"])
    assert set(framed.client.cookies) == {"dosja_embedded"}
    cookie = framed.client.cookies["dosja_embedded"]
    assert cookie["secure"] and cookie["httponly"] and cookie["partitioned"]
    assert (cookie["samesite"], cookie["path"], cookie["max-age"]) == ("None", "/", "")
    assert "Partitioned" in cookie.OutputString()


def test_the_frame_and_the_form_itself_know_nothing_of_each_other(framed):
    framed.press("next", **ANONYMOUS["way"])
    token = framed.client.cookies["dosja_embedded"].value
    other = Client()
    other.cookies["dosja_draft"] = token
    assert 'value="way"' in other.get("/forms/pif/sq/").text


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://www.pif.example", "sec-fetch-site": "cross-site"},
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {"origin": "null", "sec-fetch-site": "cross-site"},
        {"origin": "http://testserver", "sec-fetch-site": "same-site"},
        {"origin": "http://testserver:81"},
        {"referer": "https://elsewhere.example/http://testserver"},
        {},
    ],
)
def test_only_a_page_of_ours_sends_it(framed, headers):
    framed.press("next", **ANONYMOUS["way"])
    elsewhere = Client()
    elsewhere.cookies = framed.client.cookies
    answer = elsewhere.post("/embed/pif/sq/", {"step": "way", "go": "next"}, headers=headers)
    assert answer.status_code == 403
    assert "/forms/pif/sq/" in answer.text
    assert framed.go("/embed/pif/sq/").step == "story"


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "null", "sec-fetch-site": "same-origin"},
        {"origin": "http://testserver"},
        {"referer": "http://testserver/embed/pif/sq/"},
    ],
)
def test_browsers_of_all_ages_send_it(offered, headers):
    answer = Client(enforce_csrf_checks=True).post("/embed/pif/sq/", {"step": "way"}, headers=headers)
    assert answer.status_code == 302


def test_a_browser_that_keeps_no_cookies_here_is_shown_the_way(framed):
    framed.client.post("/embed/pif/sq/", {"step": "way", "go": "next", **ANONYMOUS["way"]})
    framed.client.cookies.clear()
    framed.go("/embed/pif/sq/?begun")
    assert framed.answer.status_code == 200
    assert "/forms/pif/sq/" in framed.page.links
    assert 'target="_blank"' in framed.text


def test_leaving_quickly_takes_the_whole_window_and_destroys_the_draft(framed):
    framed.press("next", **ANONYMOUS["way"])
    assert 'target="_top"' in framed.text
    # In the window itself no cookie of the frame is sent.
    answer = Client(enforce_csrf_checks=True).post("/leave/", framed.page.values)
    assert answer.headers["Refresh"] == "0; url=https://sq.wikipedia.org/"
    assert not answer.content
    assert not Draft.objects.exists()


@pytest.mark.parametrize("handle", ["", "x" * 64, "\x00", "й" * 200])
def test_a_guessed_handle_destroys_nothing(framed, handle):
    framed.press("next", **ANONYMOUS["way"])
    answer = Client().post("/leave/", {"draft": handle, "language": "../evil.example"})
    assert answer.headers["Refresh"] == "0; url=https://en.wikipedia.org/"
    assert Draft.objects.exists()


def test_the_handle_opens_nothing(framed):
    framed.press("next", **ANONYMOUS["way"])
    stranger = Client()
    stranger.cookies["dosja_embedded"] = framed.page.values["draft"]
    assert 'value="way"' in stranger.get("/embed/pif/sq/").text


@pytest.mark.parametrize("path", ["/embed/nobody/sq/", "/embed/pif/xx/", "/embed/pif/"])
def test_what_is_not_there_is_not_framed_either(partner_a, path):
    answer = Client().get(path)
    assert answer.status_code == 404
    assert answer.headers["X-Frame-Options"] == "DENY"


def test_a_suspended_partner_has_no_frame(partner_a):
    partner_a.is_active = False
    partner_a.save()
    assert Client().get("/embed/pif/sq/").status_code == 404


def test_the_script_is_small_kept_and_for_every_site(client):
    answer = client.get("/embed.js")
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert "max-age" in answer.headers["Cache-Control"]
    assert len(_script()[0]) < 2_500
    assert client.get("/embed.js", headers={"if-none-match": answer.headers["ETag"]}).status_code == 304
