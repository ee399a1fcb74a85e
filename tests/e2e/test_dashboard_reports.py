"""Numbers and the directory at the dashboard: a coordinator reads and takes them along; an observer sees
numbers, and no name and no small one."""

import pytest
from playwright.sync_api import expect

from tests.e2e.desk import PHONE, WIDE

pytestmark = pytest.mark.either_engine("postgresql")

STEM = "/api/v1/statistics/cases-by-kind/"


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["desktop", "phone"])
def test_a_coordinator_reads_every_number_with_its_definition(desk, viewport):
    besa = desk("coordinator", viewport=viewport).go("/reports")
    expect(besa.heading).to_have_text("Reports")
    expect(besa.page.get_by_role("heading", name="Cases by stage")).to_be_visible()
    expect(besa.page.get_by_text("by the stage that they have reached today")).to_be_visible()
    expect(besa.page.get_by_role("table").first).to_be_visible()
    besa.look("reports")
    for address, title in (
        ("places", "Cases by place"),
        ("work", "Overdue cases"),
        ("people", "Satisfaction"),
        ("institutions", "Response times of institutions"),
    ):
        besa.go(f"/reports/{address}")
        expect(besa.page.get_by_role("heading", name=title)).to_be_visible()
        besa.look(f"reports {address}")


def test_the_period_stands_in_the_address(desk):
    besa = desk("coordinator").go("/reports?from=2025-01-01&to=2025-06-30&interval=quarter")
    expect(besa.page.get_by_role("columnheader", name="2025-Q2").first).to_be_visible()


def test_a_table_leaves_as_a_sheet(desk):
    besa = desk("coordinator").go("/reports")
    section = besa.page.locator("section", has=besa.page.get_by_role("heading", name="Cases by kind"))
    with besa.page.expect_download() as file:
        section.locator("button", has_text="CSV").click()
    assert file.value.suggested_filename.endswith(".csv")
    assert file.value.path().read_text(encoding="utf-8-sig").startswith("Kind,")


def test_a_report_for_donors_is_made(desk):
    besa = desk("coordinator").go("/reports")
    besa.page.get_by_role("main").locator("button", has=besa.page.locator("svg.tabler-icon-printer")).click()
    dialog = besa.page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    besa.look("report for donors")
    with besa.page.expect_download() as file:
        dialog.get_by_role("button").last.click()
    assert file.value.path().read_bytes().startswith(b"%PDF-")


def test_an_observer_sees_numbers_and_no_names(desk, network):
    """Neither in what is shown nor in what is answered: no person, no small number, no report."""
    observer = desk("observer")
    answers = []
    observer.page.on("response", lambda answer: "/statistics/" in answer.url and answers.append(answer))
    observer.go("/reports")
    expect(observer.page.get_by_role("heading", name="Cases by kind")).to_be_visible()
    observer.look("reports of an observer")
    expect(observer.page.locator("svg.tabler-icon-printer")).to_have_count(0)
    people = {one["name"] for one in network.facts[observer.partner]["people"].values()}
    assert answers
    for answer in answers:
        table = answer.json()
        assert table["hides_small"]
        cells = [cell for line in [*table["rows"], table["total"]] for cell in line["cells"]]
        assert not [cell for cell in cells if 0 < (cell["value"] or 0) < 5]
        assert not [name for name in people - {observer.facts["name"]} if name in answer.text()]
    assert not [name for name in people - {observer.facts["name"]} if name in observer.text]
    refused = observer.page.request.get(f"{network.address}/api/v1/donor-report/")
    assert refused.status == 403


def test_who_sees_no_numbers_is_told_so(desk):
    custodian = desk("custodian").go("/reports")
    expect(custodian.heading).to_have_text("Reports")
    assert custodian.page.get_by_role("table").count() == 0
    answer = custodian.page.request.get(f"{custodian.installation.address}{STEM}")
    assert answer.status == 403


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["desktop", "phone"])
def test_an_institution_is_found_in_another_script_and_opened(desk, viewport):
    arta = desk(viewport=viewport).go(
        "/institutions?country=XK&search=%D0%9F%D1%80%D0%B8%D0%B7%D1%80%D0%B5%D0%BD"
    )
    found = arta.page.get_by_role("main").get_by_role("link", name="Prizren").first
    expect(found).to_be_visible()
    arta.look("institutions")
    name = found.inner_text()
    found.click()
    expect(arta.heading).to_have_text(name)
    arta.look("an institution")
