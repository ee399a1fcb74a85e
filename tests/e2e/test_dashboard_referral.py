"""A letter's way at the dashboard: written, looked through, approved by another, sent, answered, assessed."""

import io
import os
import re
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.e2e.desk import PHONE, Desk
from tests.e2e.staff import Casework, Staff

pytestmark = pytest.mark.either_engine("postgresql")

INSTITUTION = "al-shkoder-puke-municipality"
PICTURES = os.environ.get("DOSJA_PICTURES")
NARRATIVE = "Drejtori Gjon Prela më kërkoi para në zyrë. Më telefononi në 069 22 33 444."
AGREED = {"purpose": "processing", "text_version": "2026-01"}


def corruption_case(network: Any) -> Casework:
    """An open case in which a second person has to look before anything leaves."""
    staff = Staff(network, "qytet")
    network.secrets.update({NARRATIVE, "Gjon Prela", "069 22 33 444"})
    filed = staff.post(
        "/complaints/",
        partner="qytet",
        kind="corruption",
        complainant_kind="anonymous",
        language="sq",
        narrative=NARRATIVE,
        wish="Të hetohet.",
        category="bribery",
        institution=INSTITUTION,
        place="al-shkoder-puke",
        consents=[AGREED, {**AGREED, "purpose": "referral", "institution": INSTITUTION}],
    )
    case = staff.case(filed["reference"])
    case.do("start_triage")
    case.open()
    return case


def at(desk: Desk, path: str) -> Desk:
    expect(desk.page).to_have_url(f"{desk.installation.address}/dashboard{path}")
    return desk


def shown(desk: Desk, name: str) -> None:
    desk.look(f"referral {name}")
    if PICTURES:
        desk.picture(Path(PICTURES) / f"{name}-{desk.viewport['width']}.png")


def test_a_letter_is_written_approved_by_another_sent_and_answered(network, desk, tmp_path):
    case = corruption_case(network)
    arta = desk().go(f"{case.path}referrals/new")
    page = arta.page
    expect(arta.heading).to_have_text("New referral to an institution")
    municipality = page.get_by_role("radio", name="Municipality of Pukë")
    expect(municipality).to_be_visible()
    expect(page.get_by_text("The complaint is about it").first).to_be_visible()
    municipality.check()
    expect(page.get_by_text("a second person approves before anything leaves")).to_be_visible()
    shown(arta, "1-institution")
    arta.button("Begin the referral").click()

    page.get_by_role("radio", name="Decision in an administrative procedure, general term").check()
    expect(page.get_by_text("If it leaves today, the answer is due on").first).to_be_visible()
    shown(arta, "2-term")
    arta.button("Continue", exact=True).click()

    letter = page.get_by_role("textbox", name="Letter", exact=True)
    letter.fill("Ju lutemi të hetoni se si merren vendimet në zyrën tuaj.")
    # Left without saving, and come back: nothing is lost.
    page.wait_for_timeout(1_000)
    page.reload()
    expect(letter).to_have_value("Ju lutemi të hetoni se si merren vendimet në zyrën tuaj.")
    shown(arta, "3-letter")
    arta.button("Save and continue").click()

    page.get_by_label("They go along as an annex").check()
    number = page.get_by_role("listitem").filter(has_text="069 22 33 444")
    # Saved, drawn and searched anew before it is told.
    expect(number).to_be_visible(timeout=60_000)
    number.get_by_role("button", name="Black out").click()
    words = arta.labelled("What happened, in the complainant's words")
    expect(words).not_to_have_value(NARRATIVE)
    # The name by keyboard alone: to its beginning, over its end, Enter.
    words.focus()
    page.keyboard.press("Control+Home")
    for _letter in "Drejtori ":
        page.keyboard.press("ArrowRight")
    for _letter in "Gjon Prela":
        page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Enter")
    expect(page.get_by_role("list", name="Blacked out").first).to_contain_text("Gjon Prela")
    page.keyboard.type("X")
    expect(words).to_have_value("Drejtori ██████████ më kërkoi para në zyrë. Më telefononi në █████████████.")
    page.get_by_label("I have read what leaves, and it may leave").check()
    shown(arta, "4-what-leaves")
    arta.button("Confirm and continue").click()

    frame = page.locator("iframe[title='The pages']")
    expect(frame).to_have_attribute("src", re.compile(r"^blob:"))
    page.wait_for_timeout(1_500)
    shown(arta, "5-pages")
    arta.button("Continue", exact=True).press("Enter")
    arta.button("Submit for approval").click()
    expect(page.get_by_text("waits for another person's approval")).to_be_visible()
    shown(arta, "6-approval")
    referral = page.url.split("?")[0].removeprefix(f"{network.address}/dashboard")

    besa = desk("coordinator").go(referral)
    besa.button("Send back to its author").click()
    besa.labelled("What should its author change?").fill("Shkruani edhe ditën.")
    besa.button("Send back to its author").click()
    expect(besa.page.get_by_text("It was sent back")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Shkruani edhe ditën.")).to_be_visible()
    arta.button("Submit for approval").click()
    besa.go(referral)
    besa.button("Look at the pages").click()
    expect(besa.page.locator("iframe[title='The pages']")).to_be_visible()
    besa.button("Continue", exact=True).press("Enter")
    besa.button("Approve", exact=True).click()
    expect(besa.page.get_by_text("It may leave.")).to_be_visible()

    arta.go(referral)
    arta.labelled("Registered post").check()
    shown(arta, "7-sending")
    arta.button("Prepare it").click()
    receipt = tmp_path / "receipt.png"
    receipt.write_bytes(picture())
    page.locator("input[type=file]").first.set_input_files(receipt)
    expect(page.get_by_text("receipt.png").first).to_be_visible()
    arta.labelled("Number of the receipt or of the portal").fill("RR 123 456 789 AL")
    shown(arta, "8-proof")
    arta.button("Record that it left").click()
    expect(page.get_by_text("Answer due:")).to_be_visible()

    arta.button("Type in the answer").click()
    arta.labelled("What it answers").fill("Nuk ka shkelje.")
    network.secrets.add("Nuk ka shkelje.")
    shown(arta, "9-answer")
    page.get_by_role("dialog").get_by_role("button", name="Type in the answer").click()
    arta.button("Assess the answer").click()
    page.get_by_role("radio", name="Refuses").check()
    page.get_by_role("dialog").get_by_role("button", name="Assess the answer").click()
    expect(page.get_by_text("Refuses").first).to_be_visible()
    page.get_by_role("tab", name="Answers").click()
    expect(page.get_by_text("Nuk ka shkelje.")).to_be_visible()
    shown(arta, "10-answered")
    page.get_by_role("tab", name="Where next").click()
    expect(page.get_by_text("The ombudsperson of the country").first).to_be_visible()
    shown(arta, "11-next")
    assert case.state == "response_review"


def test_its_own_author_reads_why_he_cannot_approve(network, desk):
    case = corruption_case(network)
    made = case.do("referrals", institution=INSTITUTION, letter="Letër.", redaction_checked=True)
    besa = desk("coordinator").go(f"{case.path}referrals/new")
    page = besa.page
    expect(page.get_by_text("The case lies there already").first).to_be_visible()
    page.get_by_role("radio", name="Municipality of Pukë").check()
    besa.button("Begin the referral").click()
    besa.button("Letter", exact=False).first.click()
    besa.button("Save and continue").click()
    page.get_by_label("I have read what leaves, and it may leave").check()
    besa.button("Confirm and continue").click()
    expect(page.locator("iframe[title='The pages']")).to_be_visible()
    besa.button("Continue", exact=True).press("Enter")
    besa.button("Submit for approval").click()
    expect(page.get_by_text("Somebody other than the author must approve this referral.")).to_be_visible()
    expect(page.get_by_text("Legal adviser of qytet").first).to_be_visible()
    assert made["state"] == "draft"


@pytest.mark.parametrize("language", ["sq", "sr-Cyrl", "ka"])
def test_the_way_fits_a_telephone_in_every_script(network, desk, language):
    case = corruption_case(network)
    made = case.do("referrals", institution=INSTITUTION, letter="Letër.", redaction_checked=True)
    arta = desk(language=language, viewport=PHONE)
    for step in ("institution", "term", "letter", "redaction", "preview", "approval"):
        arta.go(f"{case.path}referrals/{made['id']}?step={step}")
        expect(arta.page.locator("main ol").first).to_be_visible()
        arta.page.wait_for_load_state("networkidle")
        shown(arta, f"phone-{language}-{step}")


def picture() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (80, 60), (200, 200, 200)).save(made, "PNG")
    return made.getvalue()
