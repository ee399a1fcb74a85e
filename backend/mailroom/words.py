"""The words of a mail, as plain text: nothing of what somebody sends is ever shown as a page."""

import re
from contextlib import suppress
from html.parser import HTMLParser
from typing import Final


def text_of_html(html: str) -> str:
    """The words of a page, line by line; nothing of it is ever shown as a page."""
    reader = _Words()
    with suppress(Exception):
        reader.feed(html)
        reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.words).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Words(HTMLParser):
    """Collects what a reader would see."""

    _BREAKS: Final = frozenset(
        {"p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "hr"}
    )
    _SILENT: Final = frozenset({"script", "style", "head", "title", "template"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self._SILENT:
            self._silent += 1
        elif tag in self._BREAKS:
            self.words.append("\n")
        elif tag in ("td", "th"):
            self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in self._BREAKS:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            # Where a line of the source ends says nothing.
            self.words.append(data.replace("\n", " "))


def clean(text: str) -> str:
    """Without what no database or screen takes."""
    whole = text.encode("utf-8", "replace").decode().replace("\r\n", "\n").replace("\r", "\n")
    return "".join(char for char in whole if char in "\n\t" or char.isprintable() or char == "\xad")


def one_line(text: str) -> str:
    return " ".join(clean(text).split())
