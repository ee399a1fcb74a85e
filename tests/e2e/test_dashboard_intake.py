"""A morning at the desk: today, the queue by keys alone, the quarantine, mail, telephone."""

import pytest
from playwright.sync_api import expect

from tests.e2e.desk import PHONE
from tests.e2e.seed import MAIL, PUT_ASIDE, TOLD
from tests.e2e.staff import Staff

pytestmark = pytest.mark.either_engine("postgresql")

PARTNER = "dita"
NOTE = "Vonesa është e jona."
ADVICE = "Drejtohuni te Avokati i Popullit."


@pytest.fixture
def at_the_desk(desk, network):
    network.secrets |= {*TOLD, *PUT_ASIDE, MAIL, NOTE, ADVICE}
    return lambda role="caseworker", **options: desk(role, PARTNER, **options)


def test_today_shows_what_waits_and_leads_to_where_it_is_done(at_the_desk):
    arta = at_the_desk().go("/")
    expect(arta.page.get_by_role("region", name="New complaints")).to_be_visible()
    expect(arta.page.get_by_role("region", name="Mail to be sorted")).to_be_visible()
    expect(arta.page.get_by_role("region", name="In quarantine")).to_be_visible()
    arta.look("today")
    arta.link("Look at what the door has put aside").click()
    expect(arta.page).to_have_url(f"{arta.installation.address}/dashboard/intake/quarantine")
    arta.go("/")
    arta.page.get_by_role("region", name="New complaints").get_by_role("link", name="To the queue").click()
    expect(arta.page.get_by_role("navigation", name="New complaints")).to_be_visible()
    at_the_desk("observer").go("/").look("today of an observer")
    at_the_desk(viewport=PHONE).go("/").look("today on a telephone")


def test_the_queue_is_sorted_with_the_keyboard_alone(at_the_desk):
    """Start, look, next; admit one, turn one away. No pointer is used."""
    arta = at_the_desk().go("/intake")
    keys = arta.page.keyboard
    expect(arta.page.get_by_text(TOLD[0])).to_be_visible()
    arta.look("the queue")
    keys.press("j")
    expect(arta.page.get_by_text(TOLD[1])).to_be_visible()
    keys.press("k")
    expect(arta.page.get_by_text(TOLD[0])).to_be_visible()
    keys.press("s")
    expect(arta.button("Open the case")).to_be_visible()
    keys.press("m")
    expect(arta.button("Assign to me")).to_have_count(0)
    keys.press("o")
    dialog = arta.page.get_by_role("dialog")
    expect(dialog.get_by_role("textbox")).to_be_focused()
    keys.type(NOTE)
    keys.press("Tab")
    keys.press("Tab")
    keys.press("Enter")
    # It is sorted: the next one comes by itself.
    expect(arta.page.get_by_text(TOLD[1])).to_be_visible()
    keys.press("s")
    expect(arta.button("Declare inadmissible")).to_be_visible()
    keys.press("Escape")
    keys.press("c")
    expect(arta.page.get_by_role("dialog")).to_be_visible()
    arta.look("facts of a new complaint")
    keys.press("Escape")
    expect(arta.page.get_by_role("dialog")).to_have_count(0)
    states = {one["state"] for one in Staff(arta.installation, PARTNER).get("/cases/")["results"]}
    assert {"open", "triage"} <= states
    at_the_desk(viewport=PHONE).go("/intake").look("the queue on a telephone")


def test_one_is_released_from_quarantine_and_sorted_at_once(at_the_desk):
    ilir = at_the_desk("intake_officer").go("/intake/quarantine")
    expect(ilir.page.get_by_text(PUT_ASIDE[0])).to_be_visible()
    ilir.look("the quarantine")
    ilir.page.get_by_text(PUT_ASIDE[0]).click()
    drawer = ilir.page.get_by_role("dialog", name="In quarantine")
    expect(drawer.get_by_role("button", name="Release", exact=True)).to_be_visible()
    ilir.look("one in quarantine")
    drawer.get_by_role("button", name="Release and sort it now").click()
    expect(ilir.page.get_by_role("button", name="Start triage")).to_be_visible()
    expect(ilir.page.get_by_text(PUT_ASIDE[0])).to_be_visible()
    ilir.go("/intake/quarantine")
    ilir.page.get_by_role("checkbox", name="All that are shown").check()
    ilir.button("Delete 1").click()
    ilir.page.get_by_role("dialog").get_by_role("button", name="Delete 1").click()
    expect(ilir.page.get_by_text("The quarantine is empty.")).to_be_visible()
    assert Staff(ilir.installation, PARTNER).get("/quarantine/count/")["count"] == 0


def test_a_mail_is_set_aside_and_taken_back(at_the_desk):
    arta = at_the_desk().go("/intake/mail")
    expect(arta.page.get_by_text(MAIL)).to_be_visible()
    arta.look("mail to be sorted")
    arta.page.get_by_placeholder("Choose").click()
    arta.page.get_by_role("option", name="Nothing to do with a case").click()
    arta.button("Set aside", exact=True).click()
    expect(arta.page.get_by_text("All mail is sorted.")).to_be_visible()
    arta.page.get_by_text("Set aside", exact=True).click()
    arta.button("Take back").click()
    expect(arta.page.get_by_text("Nothing was set aside")).to_be_visible()
    arta.go("/intake/mail")
    expect(arta.page.get_by_text(MAIL)).to_be_visible()
    at_the_desk(viewport=PHONE).go("/intake/mail").look("mail on a telephone")


def test_what_somebody_tells_is_written_down_in_their_language(at_the_desk):
    ilir = at_the_desk("intake_officer").go("/intake/assisted")
    expect(ilir.page.get_by_text("Read this aloud before you ask for consent")).to_be_visible()
    ilir.look("by telephone or on paper")
    with ilir.context.expect_page() as opened:
        ilir.link("Write down a complaint").click()
    form = opened.value
    form.wait_for_load_state()
    assert f"/assisted/{PARTNER}/" in form.url
    expect(form.get_by_role("heading", level=1)).to_be_visible()


def test_the_bell_says_what_is_new_until_it_was_seen(at_the_desk):
    besa = at_the_desk("coordinator").go("/")
    bell = besa.page.get_by_role("button", name="News:")
    bell.click()
    besa.look("news")
    besa.button("Mark all as seen").click()
    expect(besa.page.get_by_text("Nothing new since you looked last.")).to_be_visible()
    expect(besa.page).to_have_title("Today · Dosja")
