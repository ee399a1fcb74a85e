"""The frame of the dashboard: signing in, an ended session, keyboard, languages, unknown addresses."""

import pytest
from playwright.sync_api import expect

from tests.e2e.desk import PHONE, WIDE

pytestmark = pytest.mark.either_engine("postgresql")


def test_a_caseworker_signs_in_and_arrives_where_she_wanted(desk):
    arta = desk(signs_in=False).go("/institutions")
    expect(arta.page.get_by_role("dialog")).to_be_visible()
    arta.look("sign-in")
    arta.sign_in("not-this-one")
    expect(arta.page.get_by_role("alert")).to_be_visible()
    arta.sign_in()
    expect(arta.page.get_by_role("navigation", name="Main")).to_be_visible()
    assert arta.page.url.endswith("/dashboard/institutions")


def test_an_ended_session_asks_for_the_password_over_the_same_page(desk):
    arta = desk().go("/")
    expect(arta.heading).to_be_visible()
    arta.context.clear_cookies(name="dosja_session")
    arta.link("Institutions").click()
    arta.page.keyboard.press("g")
    arta.page.keyboard.press("t")
    arta.page.reload()
    arta.sign_in()
    expect(arta.heading).to_have_text("Today")


def test_signing_out_leaves_nothing_to_go_back_to(desk):
    arta = desk().go("/")
    arta.button(f"Account of {arta.facts['name']}").click()
    arta.page.get_by_role("menuitem", name="Sign out").click()
    expect(arta.page.get_by_role("dialog")).to_be_visible()
    arta.page.go_back()
    expect(arta.page.get_by_role("navigation", name="Main")).to_have_count(0)


def test_the_keyboard_alone_goes_everywhere(desk):
    arta = desk().go("/")
    expect(arta.heading).to_be_visible()
    arta.page.keyboard.press("Shift+?")
    expect(arta.page.get_by_role("dialog", name="Keyboard")).to_be_visible()
    arta.look("keyboard")
    arta.page.keyboard.press("Escape")
    arta.page.keyboard.press("g")
    arta.page.keyboard.press("b")
    expect(arta.page).to_have_url(f"{arta.installation.address}/dashboard/institutions")
    arta.page.keyboard.press("Control+k")
    expect(arta.page.get_by_role("textbox", name="Search and go")).to_be_focused()
    arta.look("palette")
    arta.page.keyboard.type("Toda")
    arta.page.keyboard.press("Enter")
    expect(arta.heading).to_have_text("Today")


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("language", ["sq", "sr-Cyrl", "ka"])
def test_the_frame_is_right_in_every_script(desk, language, viewport):
    desk(language=language, viewport=viewport).go("/").look("frame")


def test_nobody_elses_scripts_run_and_nothing_is_kept(desk):
    arta = desk(signs_in=False)
    answer = arta.page.request.get(f"{arta.installation.address}/dashboard/cases")
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self';" in policy and "unsafe" not in policy
    assert answer.headers["cache-control"] == "no-store"


def test_an_address_that_is_not_ours_looks_like_none(desk):
    arta = desk().go("/nowhere/at/all")
    expect(arta.heading).to_have_text("Nothing here")
