"""The scripts of the citizens' pages in real Chromium, under the policy that the pages have.

The pages here are made by hand and nobody serves them: each request is answered from the source tree.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from backend.config.headers import PAGES, SCRIPTS

# Loopback counts as safe, so that pages there have all that a page over https has.
HOST = "http://localhost:1"
SOURCES = Path(__file__).resolve().parents[2] / "backend" / "intake" / "static"
STYLES = Path(__file__).resolve().parents[2] / "backend" / "config" / "static"
MISSING = "no Chromium: neither `chromium` on PATH nor DOSJA_CHROMIUM (Debian: apt install chromium)"


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    path = os.environ.get("DOSJA_CHROMIUM") or shutil.which("chromium")
    if not path:
        (pytest.fail if os.environ.get("DOSJA_REQUIRE_CHROMIUM") == "1" else pytest.skip)(MISSING)
    # Chromium's own sandbox cannot be built by root, as in a container.
    arguments = ["--disable-dev-shm-usage", *([] if os.geteuid() else ["--no-sandbox"])]
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=arguments)
        yield running
        running.close()


@pytest.fixture
def show(browser: Browser) -> Iterator[Callable[..., Page]]:
    """`show(body, "finding.js")`: a page with these scripts, in a phone of 360 pixels."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    complaints: list[str] = []
    context.on("console", lambda told: complaints.append(told.text))
    context.on("weberror", lambda error: complaints.append(str(error.error)))

    def shown(body: str, *scripts: str, without: str = "") -> Page:
        tags = "".join(f'<script src="/static/intake/{name}" defer></script>' for name in scripts)
        styles = "".join(
            f'<link rel="stylesheet" href="/static/{name}">'
            for name in ("dosja/pages.css", "intake/citizens.css")
        )
        head = f"<head><title>T</title>{styles}{tags}</head>"
        text = f'<!doctype html><html lang="sq">{head}<body>{body}</body></html>'

        def answer(route: Route) -> None:
            path = re.sub(r"^https?://[^/]+", "", route.request.url)
            if path.startswith("/static/"):
                name = path.removeprefix("/static/")
                route.fulfill(path=next(one / name for one in (SOURCES, STYLES) if (one / name).exists()))
            elif path == "/":
                headers = {
                    "Content-Security-Policy": PAGES + SCRIPTS,
                    "Content-Type": "text/html; charset=utf-8",
                }
                route.fulfill(body=text, headers=headers)
            else:
                route.fulfill(body=f"<!doctype html><title>{path}</title>", content_type="text/html")

        context.route("**/*", answer)
        page = context.new_page()
        if without:
            page.add_init_script(f"delete {without}")
        page.goto(f"{HOST}/")
        return page

    yield shown
    context.close()
    assert complaints == []
