"""Several people on one matter: they see each other, duplicates are merged and undone, a partner helps."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.desk import PHONE, Desk
from tests.e2e.installation import Installation
from tests.e2e.staff import Staff

pytestmark = pytest.mark.either_engine("postgresql")

WORDS = (
    "Më dy mars paraqita në zyrën e kadastrës kërkesën për certifikatën e pronësisë dhe që atëherë askush "
    "nuk më përgjigjet, sa herë që shkoj më thonë të vij javën tjetër."
)
SUMMARY = "Certifikata e pronësisë vonohet në Pukë"
# A busy machine is slow, not broken.
# A heartbeat comes every twenty seconds.
SOON = 45_000


@pytest.fixture
def filed(network: Installation) -> Callable[..., Any]:
    """`filed(kind="judiciary")`: a complaint that a program wrote down, as a case."""
    staff = Staff(network, "qytet")
    network.secrets.add(WORDS)

    def make(**more: Any) -> Any:
        told = {
            **{"partner": "qytet", "kind": "public_service", "complainant_kind": "anonymous"},
            **{"language": "sq", "narrative": WORDS, "channel": "web_form"},
            "consents": [{"purpose": "processing", "text_version": "2026-01"}],
        }
        return staff.case(staff.post("/complaints/", **told | more)["reference"])

    return make


def sends(desk: Desk, method: str, path: str, body: dict[str, Any]) -> int:
    """The same person, in another tab of the same browser."""
    status: int = desk.page.evaluate(
        """([method, path, body]) => fetch(`/api/v1${path}`, {method, body: JSON.stringify(body), headers: {
            'Content-Type': 'application/json', 'If-Match': '*',
            'X-CSRFToken': /dosja_csrf=([^;]+)/.exec(document.cookie)[1]}}).then(answer => answer.status)""",
        [method, path, body],
    )
    return status


def choose(desk: Desk, label: str, option: str) -> None:
    desk.choose(desk.page.get_by_label(label).first, option)


def test_two_people_on_one_case_see_each_other_and_what_the_other_changed(filed, desk):
    case = filed()
    arta, besa = desk("caseworker"), desk("coordinator")
    arta.go(case.path.rstrip("/"))
    expect(arta.heading).to_be_visible()
    besa.go(case.path.rstrip("/"))
    expect(besa.page.get_by_text(f"Also here: {arta.facts['name']}")).to_be_visible()
    expect(arta.page.get_by_text(f"Also here: {besa.facts['name']}")).to_be_visible(timeout=SOON)
    assert sends(besa, "POST", f"{case.path}notes/", {"text": "Shënim."}) == 201
    changed = arta.page.get_by_text(f"{besa.facts['name']} has changed something here.")
    expect(changed).to_be_visible(timeout=SOON)
    arta.look("case, changed by somebody")
    arta.button("Show what is new").click()
    expect(changed).to_have_count(0)


def test_a_stale_save_shows_both_versions_and_loses_neither(filed, desk):
    case = filed(kind="judiciary")
    case.do("start_triage")
    arta, besa = desk("caseworker"), desk("coordinator")
    arta.go(f"{case.path.rstrip('/')}?part=around")
    besa.go(case.path.rstrip("/"))
    arta.button("Write down what is known").click()
    number = arta.labelled("Number of the case there")
    number.fill("12/2026")
    arta.labelled("Stage of the proceedings").fill("Seanca e parë")
    assert sends(besa, "PATCH", f"{case.path}judiciary/", {"case_number": "99/2026"}) == 200
    arta.button("Save", exact=True).click()
    both = arta.page.get_by_role("dialog", name="Somebody else has changed this meanwhile")
    expect(both.get_by_text("12/2026")).to_be_visible()
    expect(both.get_by_text("99/2026")).to_be_visible()
    arta.look("case, both versions")
    both.get_by_role("row", name=re.compile("Number")).get_by_role("radio").last.check()
    both.get_by_role("button", name="Save this choice").click()
    expect(both).to_have_count(0)
    expect(arta.page.get_by_text("99/2026")).to_be_visible()
    expect(arta.page.get_by_text("Seanca e parë")).to_be_visible()


def test_a_suggested_duplicate_is_compared_merged_and_taken_apart_again(filed, desk):
    kept, other = filed(), filed(narrative=WORDS + " Ju lutem më ndihmoni.")
    references = [one.staff.get(one.path)["reference"] for one in (kept, other)]
    arta = desk("caseworker").go(f"{kept.path.rstrip('/')}?part=around")
    found = arta.page.get_by_role("region", name="Possible duplicates")
    card = found.get_by_role("article", name=references[1])
    expect(card.get_by_text("word for word")).to_be_visible()
    arta.look("case, possible duplicates")
    card.get_by_role("button", name="Compare").click()
    beside = arta.page.get_by_role("dialog", name="The same matter?")
    expect(beside.get_by_text("Ju lutem më ndihmoni.")).to_be_visible()
    beside.get_by_role("radio", name=references[1]).check()
    arta.look("case, side by side")
    beside.get_by_role("button", name=f"Merge {references[1]} into {references[0]}").click()
    expect(beside).to_have_count(0)
    expect(arta.page.get_by_text("is a duplicate of this case")).to_be_visible()
    assert other.state == "duplicate"
    assert len(other.messages()) == 1
    arta.look("case, merged")
    arta.button("Undo").click()
    arta.page.get_by_role("dialog").get_by_role("button", name="Undo").click()
    expect(arta.page.get_by_text("Undone", exact=True)).to_be_visible()
    assert other.state == "received"


def test_a_partner_is_asked_to_help_accepts_and_reads_only_what_was_agreed(filed, desk):
    case = filed()
    case.do("start_triage")
    staff = case.staff
    changed = staff.session.patch(
        f"{staff.address}{case.path}", json={"summary": SUMMARY}, headers={"If-Match": "*"}, timeout=30
    )
    assert changed.ok, changed.text
    staff.secrets.add(SUMMARY)
    arta = desk("caseworker").go(f"{case.path.rstrip('/')}?part=around")
    arta.button("Write down a consent").click()
    choose(arta, "What the complainant agreed to", "Sharing it with a partner NGO")
    choose(arta, "Which partner", "Aktiv")
    arta.button("Write it down").click()
    expect(arta.button("Write down a consent")).to_be_visible()
    arta.button("Ask a partner for help").click()
    choose(arta, "Which partner", "Aktiv")
    arta.labelled("What the person needs").first.click()
    arta.page.get_by_role("option").first.click()
    arta.look("case, asking for help")
    arta.button("See what they would read").click()
    preview = arta.page.get_by_role("dialog", name="Aktiv")
    expect(preview.get_by_text(SUMMARY)).to_be_visible()
    assert WORDS[:40] not in preview.inner_text()
    arta.look("case, what the partner would read")
    preview.get_by_role("button", name="Ask Aktiv").click()
    expect(arta.page.get_by_text("Asked of Aktiv")).to_be_visible()

    nino = desk("caseworker", "aktiv", viewport=PHONE).go("/network")
    asked = nino.page.get_by_role("article").first
    expect(asked.get_by_text("Qytetarët asks you to help a person")).to_be_visible()
    assert SUMMARY not in nino.text
    nino.look("network")
    asked.get_by_role("button", name="Accept").click()
    asked.get_by_role("link", name="Open the case").click()
    expect(nino.page.get_by_text(SUMMARY).first).to_be_visible()
    assert WORDS[:40] not in nino.text
    answer = nino.page.evaluate(
        "path => fetch(`/api/v1${path}`).then(answer => answer.status)", f"{case.path}complaint/"
    )
    assert answer == 404
    nino.go("/network")
    nino.button("Help has begun").click()
    expect(nino.button("Help was given")).to_be_visible()

    arta.go("/network?show=out")
    expect(arta.page.get_by_text("In service").first).to_be_visible()
    arta.look("network, asked by us")


def test_a_task_is_written_on_a_case_and_done_at_its_own_address(filed, desk):
    case = filed()
    arta = desk("caseworker").go(case.path.rstrip("/"))
    arta.button("Write a task").click()
    arta.labelled("What is to be done").fill("Telefono kadastrën")
    arta.labelled("By which day").fill("2027-01-15")
    arta.button("Write it down").click()
    expect(arta.page.get_by_role("article", name="Telefono kadastrën")).to_be_visible()
    tasks = arta.page.evaluate(
        "path => fetch(`/api/v1${path}`).then(answer => answer.json())", f"{case.path}tasks/"
    )["results"]
    own = next(one for one in tasks if one["title"] == "Telefono kadastrën")
    arta.go(f"/tasks/{own['id']}").look("task")
    arta.button("Done").click()
    expect(arta.page.get_by_text("Done", exact=True)).to_be_visible()
