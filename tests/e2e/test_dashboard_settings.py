"""Settings in a real browser: a colleague comes in, the form changes for citizens, letters are kept."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.desk import PHONE, WIDE

pytestmark = pytest.mark.either_engine("postgresql")

QUESTION = {
    "Shqip": "A ju kërkuan para?",
    "Srpski (latinica)": "Da li su vam tražili novac?",
    "Српски (ћирилица)": "Да ли су вам тражили новац?",
    "ქართული": "მოგთხოვეს ფული?",
    "English": "Were you asked for money?",
}
PLACES = (
    "members",
    "form",
    "letters",
    "messages",
    "mail",
    "partner",
    "field",
    "programs",
    "webhooks",
    "calendar",
    "own",
)


def test_a_coordinator_invites_a_colleague_who_signs_in_for_the_first_time(desk):
    besa = desk("coordinator").go("/settings/members")
    besa.button("Invite somebody").click()
    dialog = besa.page.get_by_role("dialog")
    dialog.get_by_label("Name").fill("Vjosa Hoxha")
    dialog.get_by_label("E-mail address").fill("vjosa@example.org")
    besa.look("invite")
    dialog.get_by_role("button", name="Invite", exact=True).click()
    link = dialog.get_by_text(re.compile("^http.*/invitation/")).inner_text()
    dialog.get_by_role("button", name="Done").click()
    expect(besa.page.get_by_role("region", name="Invitations")).to_contain_text("vjosa@example.org")
    besa.installation.secrets.add(link.rstrip("/").rpartition("/")[2])

    password = "kater fjale qe njoh vetem une"  # of a person who exists for a minute
    besa.installation.secrets.add(password)
    colleague = besa.browser.new_context(locale="en")
    page = colleague.new_page()
    page.goto(link)
    page.get_by_label("Choose a password").fill(password)
    page.get_by_label("The password once more").fill(password)
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Welcome, Vjosa Hoxha")
    page.goto(f"{besa.installation.address}/dashboard/")
    signing = page.get_by_role("dialog")
    signing.locator("input[type=email]").fill("vjosa@example.org")
    signing.locator("input[type=password]").fill(password)
    signing.locator("button[type=submit]").click()
    expect(page.get_by_role("button", name=re.compile("Vjosa Hoxha"))).to_be_visible()
    page.goto(link)
    expect(page.get_by_role("heading", level=1)).to_have_text("This link is closed")
    colleague.close()

    besa.go("/settings/members")
    expect(besa.button("Change the roles of Vjosa Hoxha")).to_be_visible()


def test_a_question_is_added_looked_at_in_two_scripts_published_and_asked(desk, browser):
    giorgi = desk("coordinator", partner="lda").go("/settings/form")
    giorgi.button("Add a question").click()
    giorgi.page.get_by_role("menuitem", name="Yes or no").click()
    for language, text in QUESTION.items():
        giorgi.labelled(f"Question, {language}").fill(text)
    picture = giorgi.page.frame_locator("iframe")
    languages = giorgi.page.get_by_role("radiogroup", name="Language of the preview")
    for language in ("ქართული", "Српски (ћирилица)"):
        languages.get_by_text(language).click()
        expect(picture.get_by_text(QUESTION[language])).to_be_visible()
    giorgi.page.reload()
    expect(giorgi.page.get_by_text("What you had changed here earlier was kept")).to_be_visible()
    giorgi.button("Save", exact=True).click()
    giorgi.button("Publish the draft").click()
    expect(giorgi.page.get_by_text("The form is published.")).to_be_visible()

    citizen = browser.new_context(locale="ka")
    page = citizen.new_page()
    page.goto(f"{giorgi.installation.address}/forms/lda/ka/")
    expect(page.get_by_text(QUESTION["ქართული"])).to_be_visible()
    citizen.close()


def test_the_words_of_a_letter_are_kept_and_the_shipped_ones_come_back(desk):
    besa = desk("coordinator").go("/settings/letters")
    words = besa.labelled("The whole letter, from the salutation to the closing")
    shipped = words.input_value()
    words.fill("Të nderuar,\n\n{summary}\n\nMe respekt,\n{partner}")
    expect(besa.page.get_by_role("region", name="With example values")).to_contain_text("Qytetarët")
    besa.button("Save", exact=True).click()
    expect(besa.page.get_by_text("Your own words")).to_be_visible()
    besa.page.reload()
    expect(words).to_have_value("Të nderuar,\n\n{summary}\n\nMe respekt,\n{partner}")
    besa.button("Back to the shipped words").click()
    besa.page.get_by_role("dialog").get_by_role("button", name="Back to the shipped words").click()
    expect(words).to_have_value(shipped)


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["desktop", "phone"])
def test_every_page_of_the_settings_is_right(desk, viewport):
    besa = desk("coordinator", partner="aktiv", viewport=viewport)
    for place in PLACES:
        besa.go(f"/settings/{place}")
        expect(besa.heading).to_be_visible()
        expect(besa.page.get_by_role("status", name="Loading")).to_have_count(0)
        besa.look()


def test_a_caseworker_keeps_her_account_and_nothing_else(desk):
    arta = desk().go("/settings/members")
    expect(arta.page).to_have_url(re.compile("/settings/(calendar|own)"))
    expect(arta.page.get_by_role("navigation", name="Settings").get_by_role("link")).to_have_text(
        ["Calendar and terms", "My account"]
    )


def test_a_webhook_is_added_tried_and_its_log_says_how_it_went(desk):
    besa = desk("coordinator").go("/settings/webhooks")
    besa.button("Add a webhook").click()
    dialog = besa.page.get_by_role("dialog")
    dialog.get_by_label("Address").fill("https://webhooks.invalid/hooks")
    dialog.get_by_label("What it is for").fill("Our site")
    besa.look("webhook")
    dialog.get_by_role("button", name="Add", exact=True).click()
    secret = dialog.get_by_text(re.compile("^whsec_"))
    expect(secret).to_be_visible()
    besa.installation.secrets.add(secret.inner_text())
    dialog.get_by_role("button", name="I have kept it").click()
    row = besa.page.get_by_role("listitem").filter(has_text="Our site")
    row.get_by_role("button", name="Try it").click()
    expect(row.get_by_role("status")).to_contain_text("on its way")
    row.get_by_role("link", name="What was sent").click()
    expect(besa.page.get_by_role("listitem").filter(has_text="A trial")).to_be_visible()
    besa.look("webhook-log")
