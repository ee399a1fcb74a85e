"""A coordinator brings an old spreadsheet along: matches, tries, mends, imports, and takes it back."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.desk import PHONE, WIDE

pytestmark = pytest.mark.either_engine("postgresql")

SHEET = (
    "Nr;Data e ankeses;Emri;Ankesa;Bashkia;Statusi\n"
    "{year}/1;03.02.2021;Drita Kola;Pres certifikatën prej tetë muajsh.;Tiranë;E re\n"
    "{year}/2;31.02.2021;;Nuk ka ujë.;Shkodra;E re\n"
    "{year}/3;14.03.2021;;Rruga është e prishur.;Kukës;Ne shqyrtim\n"
)


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["desktop", "phone"])
def test_a_spreadsheet_becomes_cases_and_is_taken_back(desk, tmp_path: Path, viewport):
    file = tmp_path / f"regjistri-{viewport['width']}.csv"
    file.write_text(SHEET.format(year=viewport["width"]), encoding="cp1252")
    besa = desk("coordinator", viewport=viewport).go("/settings/import/")
    besa.look("import list")
    besa.page.locator("input[type=file]").set_input_files(file)
    besa.button("Send the file").click()
    expect(besa.page.get_by_role("heading", name="What is in each column?")).to_be_visible(timeout=60_000)
    expect(besa.page.get_by_text("Something is still missing")).to_be_visible()
    _match(besa)
    besa.look("import matching")
    besa.button("Make a dry run").click()
    expect(besa.page.get_by_text("2 rows can become cases.")).to_be_visible(timeout=60_000)
    expect(besa.page.get_by_role("cell", name="31.02.2021")).to_be_visible()
    besa.look("import dry run")
    besa.page.get_by_role("checkbox").check()
    besa.button("Import 2 cases").click()
    expect(besa.page.get_by_text("2 cases were imported.")).to_be_visible(timeout=60_000)
    besa.look("import result")
    besa.button("Undo the import").click()
    besa.page.get_by_role("dialog").get_by_role("button", name="Undo the import").click()
    expect(besa.page.get_by_text("2 cases were taken back.")).to_be_visible(timeout=60_000)


def _match(besa) -> None:
    """What the headings did not tell."""
    for value, meaning in (("E re", "Received"), ("Ne shqyrtim", "In triage")):
        _choose(besa, f"Meaning of “{value}”", meaning)
    for name, value in (("Kind", "Public service"), ("How the complaint came", "In person")):
        _choose(besa, name, value)


def _choose(besa, label: str, option: str) -> None:
    besa.choose(besa.page.get_by_role("combobox", name=label, exact=True), option)


def test_a_caseworker_imports_nothing(desk):
    arta = desk().go("/settings/import/")
    expect(arta.page.get_by_role("navigation", name="Settings")).to_be_visible()
    expect(arta.link("Import", exact=True)).to_have_count(0)
    expect(arta.page).not_to_have_url(f"{arta.installation.address}/dashboard/settings/import/")
