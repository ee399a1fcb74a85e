"""The list of cases as caseworkers use it: found, narrowed, kept as views, many at once, keyboard alone."""

import csv
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.e2e.desk import PHONE, Desk
from tests.e2e.staff import Staff
from tests.factories import complaints as filing

pytestmark = pytest.mark.either_engine("postgresql")

PARTNER = "qytet"
SUMMARIES = ("Kadastra nuk përgjigjet", "Приштина: вода нема", "Spitali kërkon pagesë", "Rruga e dëmtuar")


@pytest.fixture(scope="module")
def cases(network):
    """Four cases with summaries in two scripts; the first is in triage."""
    staff = Staff(network, PARTNER)
    made = []
    for summary in SUMMARIES:
        filed = staff.post("/complaints/", **filing.body(partner=PARTNER, channel="phone"))
        (case,) = staff.get("/cases/", search=filed["reference"])["results"]
        sent = staff.session.patch(
            f"{staff.address}/cases/{case['id']}/", json={"summary": summary}, headers={"If-Match": "*"}
        )
        assert sent.ok, sent.text
        made.append(sent.json())
    staff.post(f"/cases/{made[0]['id']}/start_triage/")
    return made


def asked(desk: Desk) -> dict[str, list[str]]:
    return parse_qs(urlsplit(desk.page.url).query)


def search(desk: Desk, words: str) -> None:
    desk.labelled("Search in the list").fill(words)


def row(desk: Desk, reference: str):
    return desk.page.get_by_role("row").filter(has_text=reference)


def test_words_find_a_case_in_whichever_script(desk, cases):
    arta = desk().go("/cases")
    expect(row(arta, cases[0]["reference"])).to_be_visible()
    search(arta, "prishtina voda")
    expect(row(arta, cases[1]["reference"])).to_be_visible()
    expect(row(arta, cases[0]["reference"])).to_have_count(0)
    assert asked(arta) == {"search": ["prishtina voda"]}
    arta.look("cases, searched")


def test_filters_stand_in_the_address_and_back_takes_them_away(desk, network, cases):
    arta = desk().go("/cases")
    arta.button("State").click()
    group = arta.page.get_by_role("group", name="State")
    # As many as the list has; other tests of this installation sort complaints, too.
    there = len(Staff(network, PARTNER).get("/cases/", state="triage")["results"])
    expect(group).to_contain_text(re.compile(rf"In triage\s*{there}(?!\d)"))
    arta.look("cases, a filter open")
    group.get_by_label("In triage").check()
    expect(row(arta, cases[0]["reference"])).to_be_visible()
    expect(row(arta, cases[2]["reference"])).to_have_count(0)
    assert asked(arta) == {"state": ["triage"]}
    arta.page.reload()
    expect(row(arta, cases[0]["reference"])).to_be_visible()
    expect(row(arta, cases[2]["reference"])).to_have_count(0)
    arta.page.go_back()
    expect(row(arta, cases[2]["reference"])).to_be_visible()
    arta.page.go_forward()
    expect(row(arta, cases[2]["reference"])).to_have_count(0)


def test_the_keyboard_alone_finds_chooses_looks_and_opens(desk, cases):
    arta = desk().go("/cases")
    newest = cases[-1]
    expect(row(arta, newest["reference"])).to_be_visible()
    press = arta.page.keyboard.press
    press("f")
    arta.page.keyboard.type("rruga e demtuar")
    expect(row(arta, cases[0]["reference"])).to_have_count(0)
    press("Escape")
    arta.page.evaluate("document.activeElement.blur()")
    press("j")
    press("x")
    expect(arta.page.get_by_role("region", name="Chosen cases")).to_contain_text("1 case chosen")
    press("Space")
    expect(arta.page.get_by_label("Preview", exact=True)).to_contain_text(filing.NARRATIVE)
    arta.look("cases, preview")
    press("Space")
    expect(arta.page.get_by_label("Preview", exact=True)).to_have_count(0)
    press("Enter")
    expect(arta.page).to_have_url(re.compile(rf"/dashboard/cases/{newest['id']}"))
    arta.page.go_back()
    expect(row(arta, newest["reference"])).to_be_visible()
    press("Shift+?")
    expect(arta.page.get_by_role("dialog", name="Keyboard")).to_contain_text("Next case")


def test_many_are_assigned_and_each_says_what_became_of_it(desk, network, cases):
    besa = desk("coordinator").go("/cases")
    for case in cases[2:]:
        besa.labelled(f"Choose {case['reference']}").check()
    # Somebody else changes one of them meanwhile.
    staff = Staff(network, PARTNER)
    staff.session.patch(
        f"{staff.address}/cases/{cases[2]['id']}/", json={"severity": 3}, headers={"If-Match": "*"}
    )
    besa.button("Assign").click()
    besa.look("cases, assign")
    besa.button("I take them").click()
    told = besa.page.get_by_role("dialog", name="What became of them")
    expect(told).to_contain_text("1 case was changed.")
    expect(told).to_contain_text(f"{cases[2]['reference']}: Somebody changed this")
    besa.look("cases, what became of them")
    besa.page.keyboard.press("Escape")
    expect(row(besa, cases[3]["reference"])).to_contain_text(besa.facts["name"])
    expect(row(besa, cases[2]["reference"])).not_to_contain_text(besa.facts["name"])


def test_a_view_is_kept_shared_and_found_by_others(desk, cases):
    besa = desk("coordinator").go("/cases?state=triage&columns=reference,kind,tags")
    expect(row(besa, cases[0]["reference"])).to_be_visible()
    besa.button("Views").click()
    besa.page.get_by_role("menuitem", name="Save as a new view").click()
    besa.labelled("Name").fill("To be sorted")
    besa.labelled("Share it with everybody").check()
    besa.look("cases, a new view")
    besa.button("Save", exact=True).click()
    expect(besa.button("To be sorted")).to_be_visible()
    arta = desk().go("/cases")
    arta.button("Views").click()
    arta.page.get_by_role("menuitem", name="To be sorted").click()
    expect(arta.page.get_by_role("columnheader", name="Tags")).to_be_visible()
    expect(row(arta, cases[1]["reference"])).to_have_count(0)
    assert asked(arta)["state"] == ["triage"]


def test_a_list_leaves_as_a_file_with_the_columns_shown(desk, cases, tmp_path: Path):
    arta = desk().go("/cases?state=triage&columns=reference,summary")
    expect(row(arta, cases[0]["reference"])).to_be_visible()
    arta.button("Export").click()
    with arta.page.expect_download() as leaving:
        arta.page.get_by_role("menuitem", name="CSV").click()
    file = tmp_path / "cases.csv"
    leaving.value.save_as(file)
    head, *rows = csv.reader(file.open(encoding="utf-8-sig"))
    assert head == ["Reference", "Summary"]
    assert [cases[0]["reference"], SUMMARIES[0]] in rows


def test_the_board_shows_each_stage(desk, cases):
    arta = desk().go("/cases?show=board")
    intake = arta.page.get_by_role("region", name="Intake")
    expect(intake).to_contain_text(cases[0]["reference"])
    arta.look("cases, board")


def test_a_phone_shows_cards(desk, cases):
    arta = desk(viewport=PHONE).go("/cases")
    expect(arta.page.get_by_role("listitem").filter(has_text=cases[0]["reference"])).to_be_visible()
    assert arta.page.get_by_role("table").count() == 0
    arta.look("cases")
    arta.button("Filters").click()
    expect(arta.button("State")).to_be_visible()
    arta.look("cases, filters")
    arta.button(f"Preview of {cases[0]['reference']}").click()
    expect(arta.page.get_by_role("dialog", name="Preview")).to_contain_text(filing.NARRATIVE)
    arta.look("cases, preview")
    arta.page.go_back()
    expect(arta.page.get_by_role("dialog", name="Preview")).to_have_count(0)


def test_an_observer_sees_neither_people_nor_words(desk, cases):
    olsi = desk("observer").go("/cases")
    expect(row(olsi, cases[0]["reference"])).to_be_visible()
    assert SUMMARIES[0] not in olsi.text
    assert olsi.button("Worked by").count() == 0
    olsi.labelled(f"Choose {cases[0]['reference']}").check()
    region = olsi.page.get_by_role("region", name="Chosen cases")
    expect(region.get_by_role("button", name="Export")).to_be_visible()
    assert region.get_by_role("button", name="Assign").count() == 0
