"""Pictures of the dashboard's pages, with demonstration data: `make screenshots ARGS="--side staff"`."""

import argparse
import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from console import shown
from serving import demonstration_server

# Where the coordinator of the demonstration works; a person of each of her network's languages does, too.
PARTNER = "pif"
REPORTS = ("cases", "places", "work", "people", "institutions")
SETTINGS = (
    *("members", "form", "letters", "messages", "mail", "partner"),
    *("programs", "webhooks", "import", "calendar", "own"),
)
PARTS = ("story", "complaint", "conversation", "letters", "files", "around")
# The newest case in that state.
LIVELY = (
    "fetch('/api/v1/cases/?state=%s&page_size=20').then(a => a.json()).then(p => p.results.map(r => r.id))"
)


def take(browser: Any, asked: argparse.Namespace, heights: dict[int, int]) -> None:
    with demonstration_server() as (address, environment):
        account = coordinator(Path(environment["DOSJA_VAR"]) / "demo-accounts.txt")
        for language, width in itertools.product(asked.languages, asked.widths):
            folder = asked.to / "staff" / f"{language}-{width}"
            folder.mkdir(parents=True, exist_ok=True)
            context = browser.new_context(
                viewport={"width": width, "height": heights.get(width, 900)},
                color_scheme="dark" if asked.dark else "light",
            )
            page = context.new_page()
            page.set_default_timeout(20_000)
            number = 0
            for number, name in enumerate(tour(page, f"{address}/dashboard", account, language), 1):
                if re.search(asked.only, name):
                    picture = folder / f"{number:02} {name}.png".replace(" ", "-")
                    page.screenshot(path=picture, full_page=True)
            context.close()
            print(f"  {number} pages in {language}, {width} pixels wide: {shown(folder)}/", flush=True)


def coordinator(sheet: Path) -> tuple[str, str]:
    """Address and password of the partner's coordinator, from the sheet of the demonstration."""
    lines = itertools.dropwhile(lambda line: PARTNER not in line.split(), sheet.read_text().splitlines())
    found = next(line.split() for line in lines if line.endswith("coordinator"))
    return found[0], found[1]


def tour(page: Any, home: str, account: tuple[str, str], language: str) -> Iterator[str]:
    """Stops at each page by name, once it stands still."""
    page.goto(home)
    yield from sign_in(page, account, language)
    stops = [("today", "/"), ("cases", "/cases"), ("board", "/cases?show=board")]
    for state in ("response_review", "referred", "resolved"):
        found = page.evaluate(LIVELY % state)
        stops += [
            (f"case {state} {part}".replace("_", " "), f"/cases/{found[0]}?part={part}")
            for part in PARTS
            if found
        ]
    stops += [("intake", "/intake"), ("quarantine", "/intake/quarantine"), ("told", "/intake/assisted")]
    stops += [("mail to sort", "/intake/mail"), ("between partners", "/network")]
    stops += [("institutions", "/institutions"), ("institution", "/institutions/al-cadastre")]
    stops += [(f"reports {name}", f"/reports/{name}") for name in REPORTS]
    stops += [(f"settings {name}", f"/settings/{name}") for name in SETTINGS]
    for name, path in stops:
        page.goto(home + path)
        still(page)
        yield name
    yield from overlays(page, home)


def sign_in(page: Any, account: tuple[str, str], language: str) -> Iterator[str]:
    page.locator("input[type=email]").wait_for()
    yield "sign in"
    page.locator("input[type=email]").fill(account[0])
    page.locator("input[type=password]").fill(account[1])
    page.locator("button[type=submit]").click()
    page.get_by_role("dialog").wait_for(state="detached")
    page.evaluate(
        """async language => {
            const me = await (await fetch('/api/v1/me/')).json();
            await fetch('/api/v1/me/', {
                method: 'PATCH', body: JSON.stringify({language}),
                headers: {'Content-Type': 'application/json', 'If-Match': `"${me.version}"`,
                          'X-CSRFToken': /csrf[a-z_-]*=([^;]+)/.exec(document.cookie)[1]}})}""",
        language,
    )


def overlays(page: Any, home: str) -> Iterator[str]:
    page.goto(f"{home}/cases")
    still(page)
    page.keyboard.press("Shift+?")
    still(page)
    yield "keyboard"
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    page.keyboard.type("a")
    still(page)
    yield "palette"


def still(page: Any) -> None:
    """Nothing is fetched any more, and what moves in has arrived."""
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(400)
