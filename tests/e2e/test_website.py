"""The form on a partner's own site that is there to copy (api_clients/examples/website): another origin."""

import functools
import http.server
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.e2e.installation import ROOT, Installation
from tests.e2e.test_embedding import PICTURE
from tests.e2e.watching import AXE, OVERFLOW, REFUSED, RULES, VIOLATIONS
from tests.e2e.wording import LANGUAGES, in_language

pytestmark = pytest.mark.either_engine("postgresql")

EXAMPLE = ROOT / "api_clients" / "examples" / "website"
PARTNER = "lda"
STORY = "Prej tetë muajsh pres certifikatën e pronësisë për tokën e babait."
SAID_MORE = "Shtesë: sot më thanë të kthehem javën tjetër."


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def site(network: Installation, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The partner's own web server with the example, filled in as its README says."""
    folder: Path = tmp_path_factory.mktemp("site") / "website"
    shutil.copytree(EXAMPLE, folder)
    page = folder / "index.html"
    text = page.read_text(encoding="utf-8").replace("https://dosja.example", network.address)
    text = text.replace("your-slug", PARTNER).replace(
        "pfk_your_public_key", network.facts[PARTNER]["form_key"]
    )
    page.write_text(text, encoding="utf-8")
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


def lists(network: Installation, *sites: str) -> None:
    written = ", ".join(f'"{site}"' for site in sites)
    network.sql(f"UPDATE partners_partner SET embedding_origins = '[{written}]' WHERE slug = '{PARTNER}'")


@pytest.fixture
def listed(network: Installation, site: str) -> Iterator[str]:
    """The partner's coordinator has named the site."""
    lists(network, site)
    yield site
    lists(network)


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Page]]:
    """`visit(address)`: on a telephone; but for refusals, the browser must have nothing to complain about."""
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
    assert [told for told in complaints if not REFUSED.search(told)] == []


def looks_right(page: Page, language: str) -> None:
    assert page.evaluate("document.documentElement.lang") == language
    wide, room = page.evaluate(OVERFLOW)
    assert wide <= room
    page.evaluate(AXE)
    assert not page.evaluate(VIOLATIONS, RULES)


def send(page: Page, language: str = "sq") -> None:
    page.get_by_role("button", name=in_language(language, "Send the complaint")).click()


def tell(page: Page, story: str = STORY) -> None:
    page.locator("input[value=anonymous]").check()
    page.locator("input[value=public_service]").check()
    page.locator("textarea[name=narrative]").fill(story)
    page.locator("input[name=consents]").check()


def kept(network: Installation) -> int:
    return int(network.sql("SELECT count(*) FROM complaints_complaint")[0][0])


def receipt_on(page: Page, network: Installation) -> tuple[str, str]:
    expect(page.get_by_role("heading", name=in_language("sq", "We have your complaint"))).to_be_focused()
    number, secret = (one.inner_text() for one in page.get_by_role("definition").all())
    network.secrets |= {number, secret, number.replace(" ", ""), secret.replace(" ", "")}
    return number.replace(" ", ""), secret.replace(" ", "")


def test_a_complaint_is_filed_in_albanian_from_the_partner_s_own_site(
    visit: Callable[..., Page], listed: str, network: Installation
) -> None:
    before = kept(network)
    page = visit(f"{listed}/index.html")
    looks_right(page, "sq")
    page.locator("textarea[name=narrative]").fill(STORY)
    send(page)
    # What is missing is told in Albanian, at its field and above, and what was typed stays.
    problem = page.get_by_role("alert")
    expect(problem).to_be_focused()
    expect(problem).to_contain_text(in_language("sq", "Please correct:"))
    assert "is required" not in problem.inner_text()
    expect(page.locator("textarea[name=narrative]")).to_have_value(STORY)
    looks_right(page, "sq")
    first = page.locator("input[name=complainant_kind]").first
    expect(first).to_have_attribute("aria-invalid", "true")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(first).to_be_focused()
    tell(page)
    expect(page.locator("[name='identity.name']")).to_be_hidden()
    page.locator("input[type=file]").set_input_files([PICTURE])
    send(page)
    number, secret = receipt_on(page, network)
    looks_right(page, "sq")
    assert (len(number), len(secret)) == (8, 21)
    assert kept(network) == before + 1
    assert network.sql(
        "SELECT language, complainant_kind, channel FROM complaints_complaint ORDER BY received_at DESC"
    )[0] == ("sq", "anonymous", "web_form")
    # Written down, it is gone.
    page.get_by_role("button", name=in_language("sq", "I have written it down")).click()
    assert secret not in page.content().replace(" ", "")
    assert page.context.cookies() == []


def test_the_receipt_opens_the_complaint_at_dosja(
    visit: Callable[..., Page], listed: str, network: Installation
) -> None:
    page = visit(f"{listed}/index.html")
    tell(page)
    send(page)
    number, secret = receipt_on(page, network)
    address = page.locator("#back").inner_text()
    page.get_by_role("button", name=in_language("sq", "I have written it down")).click()
    page.goto(address)
    page.locator("[name=number]").fill(number)
    page.locator("[name=secret]").fill(secret)
    page.locator("main button[value=open]").click()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("[name=secret]")).to_have_count(0)


def test_whose_answer_is_lost_sends_it_again_and_it_is_filed_once(
    visit: Callable[..., Page], listed: str, network: Installation
) -> None:
    before = kept(network)
    page = visit(f"{listed}/index.html", quiet=False)
    keys: list[str | None] = []

    def lost(route: Route) -> None:
        keys.append(route.request.headers.get("idempotency-key"))
        route.fetch()
        route.abort()

    tell(page)
    page.route("**/api/v1/complaints/", lost)
    send(page)
    expect(page.get_by_role("alert")).to_be_focused()
    page.unroute("**/api/v1/complaints/")
    assert len(keys) > 1
    assert len(set(keys)) == 1
    assert kept(network) == before + 1
    # She has thought of something meanwhile. It is not lost: she is told that it is not in the complaint.
    page.locator("textarea[name=narrative]").fill(f"{STORY} {SAID_MORE}")
    send(page)
    receipt_on(page, network)
    expect(page.locator("#earlier")).to_be_visible()
    assert kept(network) == before + 1


def test_on_a_site_that_is_not_listed_there_is_the_way_to_dosja(
    visit: Callable[..., Page], site: str, network: Installation
) -> None:
    lists(network)
    page = visit(f"{site}/index.html?language=ka", quiet=False)
    expect(page.locator("#problem")).to_be_visible()
    expect(page.locator("#complaint")).to_be_hidden()
    expect(page.locator("[data-own]")).to_have_attribute("href", f"{network.address}/forms/{PARTNER}/ka/")
    looks_right(page, "ka")


def test_everything_is_said_in_every_language(visit: Callable[..., Page], listed: str) -> None:
    page = visit(f"{listed}/index.html")
    words = page.evaluate("import('./words.js').then(told => told.WORDS)")
    assert set(words) == set(LANGUAGES)
    assert len({frozenset(told) for told in words.values()}) == 1
    page.locator("textarea[name=narrative]").fill(STORY)
    for language in LANGUAGES:
        page.locator(f"[data-languages] [lang={language}]").click()
        expect(page.locator("label[for=narrative]")).to_have_text(
            in_language(language, "Tell it in your own words")
        )
        expect(page.locator("textarea[name=narrative]")).to_have_value(STORY)
        looks_right(page, language)


def test_without_scripts_there_is_a_link(browser: Browser, listed: str, network: Installation) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{listed}/index.html")
        page.get_by_role("link", name="hapeni te Dosja").click()
        page.wait_for_url(f"{network.address}/forms/{PARTNER}/sq/")
