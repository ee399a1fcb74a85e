"""A few letters find a place in any script, by keyboard and by finger; the plain list keeps the answer."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.either_engine("sqlite")

BODY = """<main><form id="page" action="/sent/"><div class="field">
<label for="id_place">Vendi</label>
<p class="hint" id="id_place_helptext">Ku ndodhi</p>
<select id="id_place" name="place" aria-describedby="id_place_helptext"
 data-find="Shkruani disa shkronja." data-none="Nuk u gjet asgjë.">
<option value="">Nuk e di</option>
<optgroup label="Prishtina">
<option value="xk-prishtine">Prishtinë</option>
<option value="xk-lipjan">Lipjan</option></optgroup>
<optgroup label="Mitrovica">
<option value="xk-mitrovice">Mitrovicë</option>
<option value="xk-zvecan">Zveçan</option>
<option value="xk-shtrpce">Shtrpcë</option></optgroup>
</select></div>
<a class="leave" href="/leave/">Largohu</a>
<button name="go" value="next">Vazhdo</button></form></main>"""
CHOSEN = "document.querySelector('select').value"


@pytest.fixture
def page(show: Callable[..., Page]) -> Page:
    return show(BODY, "folding.js", "finding.js", "leaving.js")


def found(page: Page) -> list[str]:
    return [
        option.inner_text().split(" ")[0]
        for option in page.get_by_role("option").all()
        if option.is_visible()
    ]


@pytest.mark.parametrize(
    "typed", ["Prishtine", "prishtinë", "Priština", "Приштина", "пришт", "PRIST", "პრიშტ"]
)
def test_any_spelling_finds_it(page: Page, typed: str) -> None:
    field = page.get_by_role("combobox", name="Vendi")
    field.fill(typed)
    assert "Prishtinë" in found(page)
    assert "Mitrovicë" not in found(page)


def test_a_name_comes_before_the_region_of_that_name(page: Page) -> None:
    page.get_by_role("combobox").fill("mitro")
    assert found(page) == ["Mitrovicë", "Zveçan", "Shtrpcë"]


def test_by_keyboard_alone(page: Page) -> None:
    page.keyboard.press("Tab")
    field = page.get_by_role("combobox", name="Vendi")
    expect(field).to_be_focused()
    page.keyboard.type("mitro")
    assert field.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    active = page.locator(f"#{field.get_attribute('aria-activedescendant')}")
    assert active.get_attribute("aria-selected") == "true"
    page.keyboard.press("Enter")
    assert page.evaluate(CHOSEN) == active.evaluate("item => 'xk-mitrovice'")
    assert field.get_attribute("aria-expanded") == "false"
    assert page.title() == "T", "Enter sent the form"
    page.keyboard.press("Enter")
    page.wait_for_url("**/sent/?place=xk-mitrovice*")


def test_by_finger(page: Page) -> None:
    page.get_by_role("combobox").click()
    assert len(found(page)) == 5
    page.get_by_role("option", name="Zveçan").click()
    assert page.evaluate(CHOSEN) == "xk-zvecan"
    assert page.get_by_role("combobox").input_value() == "Zveçan"
    assert found(page) == []


def test_a_name_typed_in_full_needs_no_choosing(page: Page) -> None:
    page.get_by_role("combobox").fill("Штрпце")
    page.get_by_role("button", name="Vazhdo").click()
    page.wait_for_url("**/sent/?place=xk-shtrpce*")


def test_what_is_not_in_the_list_is_told_and_not_sent(page: Page) -> None:
    field = page.get_by_role("combobox")
    field.fill("Atlantis")
    expect(page.get_by_role("status")).to_have_text("Nuk u gjet asgjë.")
    field.press("Tab")
    assert field.input_value() == ""
    assert page.evaluate(CHOSEN) == ""
    expect(page.get_by_role("status")).to_have_text("Nuk u gjet asgjë.")


def test_emptying_the_field_takes_the_answer_back(page: Page) -> None:
    field = page.get_by_role("combobox")
    field.fill("lipjan")
    field.press("Tab")
    assert page.evaluate(CHOSEN) == "xk-lipjan"
    field.fill("")
    field.press("Tab")
    assert page.evaluate(CHOSEN) == ""


def test_escape_closes_the_list_and_does_not_leave(page: Page) -> None:
    field = page.get_by_role("combobox")
    field.press_sequentially("mitro")
    field.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    field.press("Escape")
    assert field.input_value() == ""
    page.wait_for_timeout(200)
    assert page.title() == "T"


def test_the_answer_of_before_is_shown(show: Callable[..., Page]) -> None:
    page = show(BODY.replace('value="xk-lipjan"', 'value="xk-lipjan" selected'), "folding.js", "finding.js")
    assert page.get_by_role("combobox").input_value() == "Lipjan"
    page.get_by_role("combobox").click()
    assert len(found(page)) == 5
    page.get_by_role("combobox").press("Tab")
    assert page.evaluate(CHOSEN) == "xk-lipjan"


def test_label_help_and_group_are_told(page: Page) -> None:
    field = page.get_by_role("combobox", name="Vendi")
    described = [
        page.locator(f"#{one}").inner_text() for one in field.get_attribute("aria-describedby").split()
    ]
    assert described == ["Ku ndodhi", "Shkruani disa shkronja."]
    field.fill("zve")
    assert page.get_by_role("option").inner_text() == "Zveçan Mitrovica"
    assert page.get_by_role("listbox", name="Vendi").count() == 1


def test_nothing_sticks_out_on_a_small_screen(page: Page) -> None:
    page.get_by_role("combobox").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_the_script_the_list_is_there(show: Callable[..., Page]) -> None:
    page = show(BODY)
    page.get_by_label("Vendi").select_option("xk-zvecan")
    page.get_by_role("button").click()
    page.wait_for_url("**/sent/?place=xk-zvecan*")
