"""Real Chromium: where it is found, how it is started, and that it talks to nobody but this machine."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, sync_playwright

MISSING = "no Chromium: neither `chromium` on PATH nor DOSJA_CHROMIUM (Debian: apt install chromium)"
ARGUMENTS = (
    # Whatever is not this machine is not found: a page that asked for it would fail loudly.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
)


def executable() -> str:
    """The browser's path, or the test is skipped; where Chromium is required, it fails."""
    found = os.environ.get("DOSJA_CHROMIUM") or shutil.which("chromium")
    if found:
        return found
    if os.environ.get("DOSJA_REQUIRE_CHROMIUM") == "1":
        pytest.fail(MISSING)
    pytest.skip(MISSING)


@contextmanager
def started() -> Iterator[Browser]:
    path = executable()
    # Chromium's own sandbox cannot be built by root, as in a container.
    sandbox = () if os.geteuid() else ("--no-sandbox",)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS, *sandbox])
        try:
            yield browser
        finally:
            browser.close()
