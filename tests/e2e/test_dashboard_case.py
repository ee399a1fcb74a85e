"""A case at the dashboard: from triage to its end by clicks, by keys alone, and in talk with the citizen."""

from contextlib import suppress
from datetime import timedelta

import pytest
from playwright.sync_api import Locator, TimeoutError, expect

from backend.common import clock
from tests.e2e.desk import PHONE, WIDE, Desk

pytestmark = pytest.mark.either_engine("postgresql")

PARTS = ("story", "complaint", "conversation", "letters", "files", "around")


@pytest.fixture
def complaint(citizen, staff):
    """Drita has filed one; where the partner finds it."""
    drita = citizen("sq").file("Without my name")
    case = staff(drita).case(drita.reference)
    return drita, case, case.path.removesuffix("/")


def step(desk: Desk, name: str, **fields: str) -> None:
    """Press the button of a step, fill in its form, send it."""
    dialog = desk.page.get_by_role("dialog", name=name)
    for _ in range(3):
        desk.button(name, exact=True).first.click()
        # The page may be drawn anew under the pointer; people press again.
        with suppress(TimeoutError):
            dialog.wait_for(timeout=6_000)
            break
    for label, value in fields.items():
        fill(desk, dialog.get_by_label(label.replace("_", " "), exact=False).first, value)
    dialog.get_by_role("button", name=name, exact=True).click()
    expect(dialog).to_have_count(0)


def fill(desk: Desk, field: Locator, value: str) -> None:
    if field.get_attribute("aria-haspopup") == "listbox":
        desk.choose(field, value)
    else:
        field.fill(value)


def stands(desk: Desk, state: str) -> None:
    expect(desk.page.locator("main").get_by_text(state, exact=True).first).to_be_visible()


def test_a_case_goes_from_triage_to_its_end_by_clicks(complaint, desk, network):
    drita, case, address = complaint
    besa = desk("coordinator").go(address)
    expect(besa.heading).to_have_text(drita.reference)
    besa.look("case, received")
    step(besa, "Start triage")
    stands(besa, "In triage")
    besa.button("Assign", exact=True).click()
    people = besa.page.get_by_role("dialog", name="Who works this case")
    people.get_by_role("radio", name="Caseworker of qytet").check()
    besa.look("case, assigning")
    people.get_by_role("button", name="Assign", exact=True).click()
    expect(people).to_have_count(0)

    arta = desk("caseworker").go(address)
    expect(arta.page.get_by_text("Given to Caseworker of qytet")).to_be_visible()
    step(arta, "Open the case", Why_the_complaint_is_admissible=drita.keep("Afati ka kaluar."))
    stands(arta, "Open")
    step(
        arta,
        "Resolve",
        Outcome="Remedied",
        What_the_complainant_reads=drita.keep("Certifikata u lëshua."),
    )
    stands(arta, "Resolved")
    close = arta.button("Close", exact=True)
    expect(close).to_have_attribute("aria-disabled", "true")
    arta.look("case, resolved")

    long_ago = (clock.now() - timedelta(days=20)).isoformat(sep=" ")
    network.sql(f"UPDATE cases_case SET resolved_at = '{long_ago}' WHERE reference = '{drita.reference}'")
    arta.page.reload()
    step(arta, "Close")
    stands(arta, "Closed")
    assert case.state == "closed"


def test_a_caseworker_and_a_citizen_write_to_each_other(complaint, desk):
    drita, case, address = complaint
    arta = desk().go(f"{address}?part=conversation")
    question = drita.keep("Në cilën zyrë keni qenë?")
    arta.labelled("Message to the complainant").fill(question)
    # Kept, sealed, while nothing is sent.
    arta.page.wait_for_timeout(800)
    assert question not in str(arta.page.evaluate("JSON.stringify(localStorage)"))
    arta.page.reload()
    expect(arta.labelled("Message to the complainant")).to_have_value(question)
    arta.button("Send", exact=True).click()
    expect(arta.page.get_by_role("list", name="Conversation").get_by_text(question)).to_be_visible()
    expect(arta.page.get_by_text("Not read yet")).to_be_visible()

    drita.come_back()
    assert question in drita.text
    told = drita.words()
    drita.write("Write to us", told).press("Send")

    arta.page.reload()
    answer = arta.page.get_by_role("listitem").filter(has_text=told)
    expect(answer.get_by_text("New", exact=True)).to_be_visible()
    arta.look("conversation with both")
    arta.button("Mark as read").click()
    expect(answer.get_by_text("New", exact=True)).to_have_count(0)
    assert told in case.messages()


def test_a_note_stands_in_the_story_and_the_story_can_be_narrowed(complaint, desk):
    drita, _case, address = complaint
    arta = desk().go(address)
    step(arta, "Start triage")
    note = drita.keep("E thirra zyrën; kthehen të hënën.")
    arta.labelled("Note for colleagues").fill(note)
    arta.button("Keep the note").click()
    story = arta.page.locator("main ol")
    expect(story.get_by_text(note)).to_be_visible()
    arta.page.get_by_text("Stages", exact=True).click()
    expect(story.get_by_text(note)).to_have_count(0)
    expect(story.get_by_text("Triage began")).to_be_visible()


def test_a_stranger_finds_nothing(complaint, desk):
    drita, _case, address = complaint
    stranger = desk("caseworker", partner="aktiv").go(address)
    expect(stranger.heading).to_have_text("There is no such case")
    assert drita.reference not in stranger.page.content()
    stranger.look("no such case")


def test_an_observer_sees_no_words(complaint, desk):
    drita, _case, address = complaint
    observer = desk("observer").go(address)
    expect(observer.heading).to_have_text(drita.reference)
    assert drita.mark not in observer.page.content()
    observer.look("case without words")


def test_the_keyboard_alone_works_a_case(complaint, desk):
    _drita, case, address = complaint
    arta = desk().go(address)
    expect(arta.button("Start triage", exact=True)).to_be_visible()
    tab_to(arta, "Start triage")
    arta.page.keyboard.press("Enter")
    expect(arta.page.get_by_role("dialog")).to_be_visible()
    tab_to(arta, "Start triage")
    arta.page.keyboard.press("Enter")
    stands(arta, "In triage")
    tab_to(arta, "Open the case")
    arta.page.keyboard.press("Enter")
    expect(arta.page.get_by_role("dialog").get_by_role("textbox")).to_be_focused()
    arta.page.keyboard.type("Afati ka kaluar.")
    tab_to(arta, "Open the case")
    arta.page.keyboard.press("Enter")
    stands(arta, "Open")
    assert case.state == "open"


def tab_to(desk: Desk, name: str) -> None:
    """The Tab key, until the button with this name has the focus."""
    for _press in range(60):
        desk.page.keyboard.press("Tab")
        if desk.page.evaluate("document.activeElement.innerText?.trim()") == name:
            return
    raise AssertionError(f"The Tab key never comes to {name!r}.")


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["desktop", "phone"])
def test_every_part_of_the_page_is_right(complaint, desk, viewport):
    _drita, _case, address = complaint
    besa = desk("coordinator", viewport=viewport)
    for part in PARTS:
        besa.go(f"{address}?part={part}")
        expect(besa.page.get_by_role("tabpanel")).to_be_visible()
        besa.page.wait_for_load_state("networkidle")
        besa.look(f"case, {part}")
