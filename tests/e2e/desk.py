"""A member of staff at the dashboard: signs in as people do, and each page is looked over on the way."""

import itertools
import re
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, TimeoutError, expect

from tests.e2e.installation import HOST, Installation
from tests.e2e.watching import AXE, OVERFLOW, RULES, VIOLATIONS

WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 740}
# What the server refuses it says by status; the browser repeats it, and the page tells the person.
REFUSED = re.compile(r"responded with a status of (400|401|403|404|409|412|422|429)\b")
_numbers = itertools.count(1)


@dataclass(repr=False)
class Desk:
    """One person with one browser. `desk.go("/cases")`, then find things by what is written on them."""

    installation: Installation
    browser: Browser
    role: str
    partner: str
    seen: set[tuple[Any, ...]]
    language: str = "en"
    viewport: dict[str, int] = field(default_factory=lambda: WIDE)
    # Off for somebody whose sign-in is what is tested.
    signs_in: bool = True
    # A passkey belongs to a name; of an address of numbers there is none.
    host: str = HOST
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.facts = self.installation.facts[self.partner]["people"][self.role]
        self.context = self.browser.new_context(
            viewport=self.viewport,
            locale=self.language,
            extra_http_headers={"X-Forwarded-For": f"198.51.100.{next(_numbers) % 250 + 1}"},
        )
        self.context.set_default_timeout(40_000)
        self.context.on("console", self._told)
        self.context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        self.page: Page = self.context.new_page()
        self.installation.secrets.add(self.facts["password"])
        if self.signs_in:
            self.go("/")
            self.sign_in()

    def _told(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not REFUSED.search(message.text):
            self.complaints.append(f"{message.text} ({urlsplit(message.location['url']).path})")

    def sign_in(self, password: str = "") -> None:
        """Into the dialog that opens by itself, in whichever language it is."""
        dialog = self.page.get_by_role("dialog")
        dialog.locator("input[type=email]").fill(self.facts["email"])
        dialog.locator("input[type=password]").fill(password or self.facts["password"])
        dialog.locator("button[type=submit]").click()
        if not password:
            expect(self.page.get_by_role("dialog")).to_have_count(0)
            self._speak()

    def _speak(self) -> None:
        """The account keeps the language that was chosen last; the page follows a moment later."""
        me = self.page.evaluate("fetch('/api/v1/me/').then(answer => answer.json())")
        if me["language"] != self.language:
            self.change_language(me["version"])

    def change_language(self, version: int) -> None:
        self.page.evaluate(
            """([language, version]) => fetch('/api/v1/me/', {
                method: 'PATCH', body: JSON.stringify({language}),
                headers: {'Content-Type': 'application/json', 'If-Match': `"${version}"`,
                          'X-CSRFToken': /dosja_csrf=([^;]+)/.exec(document.cookie)[1]}})""",
            [self.language, version],
        )
        self.page.reload()
        expect(self.page.locator("html")).to_have_attribute("lang", self.language)

    def go(self, path: str) -> "Desk":
        """An address below /dashboard/, as typed or bookmarked."""
        self.page.goto(f"http://{self.host}:{self.installation.port}/dashboard{path}")
        return self

    # Finding, as people do

    def button(self, name: str, **options: Any) -> Locator:
        return self.page.get_by_role("button", name=name, **options)

    def link(self, name: str, **options: Any) -> Locator:
        return self.page.get_by_role("link", name=name, **options)

    def labelled(self, label: str) -> Locator:
        return self.page.get_by_label(label)

    def choose(self, field: Locator, option: str) -> None:
        """An entry of a list that opens. The page may be drawn anew under the pointer; people press again."""
        entry = self.page.get_by_role("option", name=option, exact=True).first
        for _ in range(3):
            field.click()
            with suppress(TimeoutError):
                entry.wait_for(timeout=6_000)
                break
        entry.click()

    @property
    def heading(self) -> Locator:
        return self.page.get_by_role("heading", level=1)

    @property
    def text(self) -> str:
        return self.page.locator("main").inner_text()

    # Looking over

    def look(self, name: str = "") -> "Desk":
        """Nothing sticks out sideways, axe-core has nothing to say. Once for each name."""
        # The frame comes before its page, and what moves in is half transparent until it is there.
        expect(self.page.locator("h1, [role=dialog]").first).to_be_visible()
        self.page.wait_for_timeout(350)
        key = ("dashboard", name or urlsplit(self.page.url).path, self.language, self.viewport["width"])
        if key in self.seen:
            return self
        self.seen.add(key)
        needed, there = self.page.evaluate(OVERFLOW)
        assert needed <= there, f"{self.page.url} is {needed} px wide on a screen of {there} px"
        self.page.evaluate(AXE)
        found = self.page.evaluate(VIOLATIONS, RULES)
        assert found == [], f"{self.page.url}: {found}"
        self._look_in_the_dark()
        return self

    def _look_in_the_dark(self) -> None:
        """Where the system is dark, everything can be read, too."""
        html = self.page.locator("html")
        self.page.emulate_media(color_scheme="dark")
        expect(html).to_have_attribute("data-mantine-color-scheme", "dark")
        # Some colours pass over into the others.
        self.page.wait_for_timeout(350)
        found = self.page.evaluate(VIOLATIONS, ["color-contrast"])
        self.page.emulate_media(color_scheme="light")
        expect(html).to_have_attribute("data-mantine-color-scheme", "light")
        assert found == [], f"{self.page.url} in the dark: {found}"

    def picture(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=path, full_page=True)

    def leave(self) -> None:
        self.context.close()
        assert self.complaints == [], self.complaints
