"""Esc twice, and the page is gone: blank at once, not to be found by going back."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.either_engine("sqlite")

BODY = (
    '<header><a class="leave" href="/leave/">Largohu</a>'
    '<p id="leave_hint" hidden>Ose Esc dy herë.</p></header><input name="text">'
)
# What a reader sees in the moment after the second key, whenever the other page comes.
TWICE = """() => {
    for (const _ of [1, 2]) document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}));
    return [document.body.hidden, document.title];
}"""


@pytest.fixture
def page(show: Callable[..., Page]) -> Page:
    return show(BODY, "leaving.js")


def test_the_hint_is_there_only_where_the_script_runs(page: Page, show: Callable[..., Page]) -> None:
    assert page.get_by_text("Ose Esc dy herë.").is_visible()


def test_without_the_script_nothing_is_promised(show: Callable[..., Page]) -> None:
    assert not show(BODY).get_by_text("Ose Esc dy herë.").is_visible()


def test_escape_twice_leaves(page: Page) -> None:
    page.locator("input").press("Escape")
    page.wait_for_timeout(100)
    assert page.title() == "T"
    with page.expect_navigation():
        page.locator("input").press("Escape")
    assert page.url.endswith("/leave/")


def test_the_page_is_blank_before_the_other_comes(page: Page) -> None:
    assert page.evaluate(TWICE) == [True, "…"]


def test_going_back_does_not_show_it_again(page: Page) -> None:
    page.get_by_role("link").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.go_back()
    assert page.title() != "T"


def test_once_or_twice_slowly_is_no_wish_to_leave(page: Page) -> None:
    page.keyboard.press("Escape")
    page.wait_for_timeout(1_600)
    page.keyboard.press("Escape")
    page.wait_for_timeout(200)
    assert page.title() == "T"
