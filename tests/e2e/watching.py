"""What holds for every page that a visitor passes: language, width, what things are called, silence."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import axe_playwright_python
from playwright.sync_api import BrowserContext, ConsoleMessage, Page

from tests.e2e.wording import foreign_to

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
REFUSED = re.compile(r"responded with a status of (400|410|429)\b")
# What differs between two looks at the same page and makes no other page of it.
PASSING = re.compile(r'<script\b.*?</script>|</?noscript>|value="[^"]*"|\d+', re.DOTALL)
WITHOUT_SCRIPTS = re.compile(r"<script\b.*?</script>|</?noscript>", re.DOTALL)
# The texts that a reader sees, and those that only a screen reader says; what names its language is left out.
TEXTS = """() => {
    const own = document.documentElement.lang.toLowerCase(), found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const marked = node.parentElement.closest('[lang]');
        if (marked && marked.lang.toLowerCase() !== own) continue;
        if (!node.parentElement.closest('script, style, template')) found.push(node.data);
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
        for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
            if (element.hasAttribute(name)) found.push(element.getAttribute(name));
    found.push(...document.title.split(' · '));
    return found.map(text => text.replace(/\\s+/g, ' ').trim()).filter(Boolean);
}"""
OVERFLOW = """() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"""
VIOLATIONS = """rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']}).then(done =>
    done.violations.map(one => [one.id, one.help, one.nodes.map(node => node.html)]))"""


@dataclass(repr=False)
class Watch:
    """One visitor's eyes: looks at each page once per language, whoever comes by later."""

    context: BrowserContext
    host: str
    scripts: bool
    seen: set[tuple[Any, ...]]
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.context.on("request", lambda request: self.asked.append(request.url))
        self.context.on("console", self._told)
        self.context.on("weberror", lambda error: self.complaints.append(str(error.error)))

    def _told(self, message: ConsoleMessage) -> None:
        """A page that refuses what was typed says so in its status, and the browser repeats it: no fault."""
        where = urlsplit(message.location["url"])
        refused = REFUSED.search(message.text) and not where.path.startswith("/static/")
        if not refused and where.netloc == self.host:
            self.complaints.append(f"{message.text} {where.path}")

    def look(self, page: Page, language: str) -> None:
        """Everything that can be seen without asking the server again."""
        self.speaks(page, language)
        wide, room = page.evaluate(OVERFLOW)
        assert wide <= room, f"{page.url} is {wide} pixels wide where the screen has {room}"
        outline = (language, PASSING.sub("", page.content()))
        if outline not in self.seen:
            self.seen.add(outline)
            assert not (found := self.violations(page)), f"{page.url} ({language}): {found}"

    def speaks(self, page: Page, language: str) -> None:
        """The page says its language, and no text on it is of another."""
        assert page.evaluate("document.documentElement.lang").lower() == language.lower(), page.url
        foreign = set(page.evaluate(TEXTS)) & foreign_to(language)
        assert not foreign, f"{page.url} is not all in {language}: {foreign}"

    def violations(self, page: Page) -> list[Any]:
        """What axe-core finds on the page as it stands."""
        if self.scripts:
            return _axe(page)
        with _copy(page) as copy:
            return _axe(copy)

    def strangers(self) -> list[str]:
        """Addresses outside this installation that the browser asked for anything."""
        return [url for url in self.asked if urlsplit(url).netloc != self.host]


def _axe(page: Page) -> list[Any]:
    page.evaluate(AXE)
    found: list[Any] = page.evaluate(VIOLATIONS, RULES)
    return found


@contextmanager
def _copy(page: Page) -> Iterator[Page]:
    """The same page where scripts run, because axe-core is one; the page's own are taken out."""
    html = WITHOUT_SCRIPTS.sub("", page.content())
    browser = page.context.browser
    assert browser is not None
    context = browser.new_context(viewport=page.viewport_size)
    try:
        copy = context.new_page()
        copy.route(page.url, lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
        copy.goto(page.url)
        yield copy
    finally:
        context.close()
