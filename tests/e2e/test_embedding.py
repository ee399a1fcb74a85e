"""The form inside a partner's web site: another site, with pages of its own, in a real browser."""

import base64
import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, FrameLocator, Page, TimeoutError, expect

from tests.e2e.installation import Installation
from tests.e2e.watching import AXE, RULES, VIOLATIONS
from tests.e2e.wording import in_language

pytestmark = pytest.mark.either_engine("postgresql")

PARTNER = "qytet"
PAGE = """<!doctype html><html lang="sq"><head><meta charset="utf-8"><title>OJQ</title>
<link rel="icon" href="data:,"></head><body><h1>Një organizatë</h1><p>Faqja jonë.</p>
<script src="{dosja}/embed.js" data-partner="qytet" data-language="{language}" async></script>
<noscript><a href="{dosja}/forms/qytet/{language}/">Ankesë</a></noscript>
<footer>Fundi</footer></body></html>"""
DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
PICTURE: FilePayload = {"name": "foto.png", "mimeType": "image/png", "buffer": base64.b64decode(DOT)}
STEPS: list[tuple[str, Callable[[FrameLocator], None]]] = [
    ("way", lambda frame: frame.locator("input[value=anonymous]").check()),
    ("story", lambda frame: frame.locator("textarea").fill("Prej tetë muajsh pres certifikatën.")),
    ("kind", lambda frame: frame.locator("input[value=public_service]").check()),
    ("where", lambda frame: None),
    ("wish", lambda frame: None),
    ("files", lambda frame: frame.locator("input[type=file]").set_input_files([PICTURE])),
    ("consents", lambda frame: frame.locator("[name=processing]").check()),
]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def site(network: Installation, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The partner's own web server. To a browser, localhost is another site than 127.0.0.1."""
    folder: Path = tmp_path_factory.mktemp("site")
    for language in ("sq", "ka"):
        text = PAGE.format(dosja=network.address, language=language)
        (folder / f"{language}.html").write_text(text, encoding="utf-8")
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def listed(network: Installation, site: str) -> str:
    """The partner's coordinator has named the site."""
    network.sql(f"UPDATE partners_partner SET embedding_origins = '[\"{site}\"]' WHERE slug = '{PARTNER}'")
    return site


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Page]]:
    """`visit(address)`: opens a page on a phone; the browser must have nothing to complain about."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.set_default_timeout(40_000)
    complaints: list[str] = []

    def opened(address: str, *, quiet: bool = True) -> Page:
        if quiet:
            context.on("console", lambda told: complaints.append(told.text))
            context.on("weberror", lambda error: complaints.append(str(error.error)))
        page = context.new_page()
        page.goto(address)
        return page

    yield opened
    context.close()
    assert complaints == []


def frame_of(page: Page) -> FrameLocator:
    return page.frame_locator("iframe")


def press(frame: FrameLocator, button: str) -> None:
    """Press and wait for the next page of the form."""
    before = frame.locator("h1").inner_text()
    frame.locator(f"main button[value={button}]").click()
    expect(frame.locator("h1")).not_to_have_text(before)


def test_a_complaint_is_filed_inside_the_partner_s_page(
    visit: Callable[..., Page], listed: str, network: Installation
) -> None:
    kept_before = _files_kept(network)
    page = visit(f"{listed}/sq.html")
    frame = frame_of(page)
    for step, answer in STEPS:
        expect(frame.locator(f"input[name=step][value={step}]")).to_be_attached()
        answer(frame)
        _looks_right(page)
        press(frame, "next")
    # What a script has done meanwhile is sent along.
    expect(frame.locator("input[name=proof]")).not_to_have_value("", timeout=30_000)
    press(frame, "file")
    # What earlier tests of this installation left there is not counted.
    assert _files_kept(network) == kept_before + 1
    number, secret = (one.inner_text() for one in frame.get_by_role("definition").all())
    network.secrets |= {number, secret, number.replace(" ", ""), secret.replace(" ", "")}
    assert len(number.replace(" ", "")) == 8
    cookies = {cookie["name"]: cookie for cookie in page.context.cookies()}
    assert set(cookies) == {"dosja_embedded"}
    network.secrets.add(cookies["dosja_embedded"]["value"])
    assert cookies["dosja_embedded"]["sameSite"] == "None"
    assert "partitionKey" in cookies["dosja_embedded"], "the cookie would follow to other sites"
    assert page.url == f"{listed}/sq.html"


def _files_kept(network: Installation) -> int:
    return int(network.sql("SELECT count(*) FROM complaints_attachment")[0][0])


def _looks_right(page: Page) -> None:
    """As high as its content, no wider than the screen, and right for a screen reader."""
    inside = next(frame for frame in page.frames if "/embed/" in frame.url)
    height = inside.evaluate("Math.ceil(document.documentElement.getBoundingClientRect().height)")
    expect(page.locator("iframe")).to_have_css("height", f"{height}px")
    assert inside.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    inside.evaluate(AXE)
    assert not inside.evaluate(VIOLATIONS, RULES)


def test_another_site_shows_a_link_and_no_form(
    visit: Callable[..., Page], site: str, network: Installation
) -> None:
    network.sql(f"UPDATE partners_partner SET embedding_origins = '[]' WHERE slug = '{PARTNER}'")
    page = visit(f"{site}/sq.html", quiet=False)
    expect(page.locator("iframe")).to_have_count(0)
    expect(page.get_by_role("link")).to_have_attribute("href", f"{network.address}/forms/qytet/sq/")
    network.sql(f"UPDATE partners_partner SET embedding_origins = '[\"{site}\"]' WHERE slug = '{PARTNER}'")


def test_leaving_quickly_takes_the_whole_window(
    visit: Callable[..., Page], listed: str, network: Installation
) -> None:
    page = visit(f"{listed}/ka.html", quiet=False)
    page.route("https://*.wikipedia.org/**", lambda route: route.fulfill(body="<title>W</title>"))
    frame = frame_of(page)
    frame.locator("input[value=anonymous]").check()
    press(frame, "next")
    drafts = network.sql("SELECT count(*) FROM intake_draft")[0][0]
    frame.locator("button.leave").click()
    page.wait_for_url("https://ka.wikipedia.org/**")
    assert network.sql("SELECT count(*) FROM intake_draft")[0][0] == drafts - 1


def test_escape_twice_does_the_same(visit: Callable[..., Page], listed: str) -> None:
    page = visit(f"{listed}/sq.html", quiet=False)
    page.route("https://*.wikipedia.org/**", lambda route: route.fulfill(body="<title>W</title>"))
    frame = frame_of(page)
    frame.locator("input[value=anonymous]").check()
    press(frame, "next")
    frame.locator("textarea").press_sequentially("A")
    assert leaves_by_escape(page, "https://sq.wikipedia.org/**")


def leaves_by_escape(page: Page, to: str) -> bool:
    """Twice within a second and a half: where the machine is slower than that, once more, as people do."""
    for _ in range(5):
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
        with suppress(TimeoutError):
            page.wait_for_url(to, timeout=4_000)
            return True
    return False


def test_a_browser_that_keeps_no_cookies_in_frames_is_shown_the_way(
    visit: Callable[..., Page], listed: str
) -> None:
    page = visit(f"{listed}/sq.html")
    frame = frame_of(page)
    frame.locator("input[value=anonymous]").check()
    press(frame, "next")
    # As if the browser had not taken it.
    page.context.clear_cookies()
    next(one for one in page.frames if one.url.endswith("?begun")).evaluate("location.reload()")
    link = frame.get_by_role("link", name=in_language("sq", "Open the form"))
    expect(link).to_have_attribute("href", "/forms/qytet/sq/")
    expect(link).to_have_attribute("target", "_blank")


def test_only_the_form_itself_says_how_high_it_is(visit: Callable[..., Page], listed: str) -> None:
    page = visit(f"{listed}/sq.html")
    expect(frame_of(page).locator("h1")).to_be_visible()
    _looks_right(page)
    before = page.locator("iframe").evaluate("frame => frame.style.height")
    page.evaluate("window.postMessage({dosja: 5}, '*')")
    page.wait_for_timeout(200)
    assert page.locator("iframe").evaluate("frame => frame.style.height") == before


def test_without_scripts_there_is_a_link(browser: Browser, listed: str, network: Installation) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{listed}/sq.html")
        page.get_by_role("link", name="Ankesë").click()
        page.wait_for_url(f"{network.address}/forms/qytet/sq/")
