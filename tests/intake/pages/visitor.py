"""A citizen with a browser without scripts: reads pages, fills in fields, presses buttons."""

import re
from html.parser import HTMLParser
from typing import Any

from django.test import Client

LANGUAGES = ["sq", "sr-Latn", "sr-Cyrl", "ka", "en"]
SPOKEN = "Prej tetë muajsh pres certifikatën\r\ne pronësisë."
ANONYMOUS = {
    "way": {"complainant_kind": "anonymous"},
    "story": {"narrative": SPOKEN, "day": "3", "month": "5", "year": "2025"},
    "kind": {"kind": "public_service"},
    "where": {"category": "delay", "place": "al-puke", "institution": "al-cadastre"},
    "wish": {"wish": "Dua certifikatën.", "vulnerability": ["minority", "poverty"]},
    "files": {},
    "consents": {"processing": "on", "referral": "on"},
}
WITH_NAME = ANONYMOUS | {
    "way": {"complainant_kind": "confidential"},
    "reach": {"contact_wish": "phone"},
    "contact": {"name": "Drita Kola", "phone": "069 000 0000", "contact_note": "Vetëm pasdite."},
}


class _Page(HTMLParser):
    """The ids, links, named fields and headings of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.values: dict[str, str] = {}
        self.labelled: set[str] = set()
        self.fields: list[dict[str, str | None]] = []
        self.headings: list[int] = []
        self.buttons: list[str] = []
        self.described: list[str] = []
        self.filled: dict[str, Any] = {}
        self._writes = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids += [found["id"]] if found.get("id") else []
        self.described += (found.get("aria-describedby") or "").split()
        if tag == "a":
            self.links.append(found.get("href") or "")
        elif tag == "label":
            self.labelled.add(found.get("for") or "")
        elif tag == "button":
            self.buttons.append(found.get("value") or "")
        elif re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag in ("input", "select", "textarea"):
            self._field(tag, found)
        elif tag == "option" and "selected" in found:
            self.filled[str(self.fields[-1]["name"])] = found.get("value") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._writes = ""

    def handle_data(self, data: str) -> None:
        if self._writes:
            # A browser drops the line end that a textarea begins with.
            self.filled[self._writes] = data.removeprefix("\n").removeprefix("\r\n")

    def _field(self, tag: str, found: dict[str, str | None]) -> None:
        name, value = found["name"] or "", found.get("value") or ""
        if found.get("type") == "hidden":
            self.values[name] = value
            return
        if found.get("tabindex") == "-1":
            # No person sees it; a browser sends it as it is.
            self.filled[name] = value
            return
        self.fields.append(found)
        if found.get("type") == "file":
            return
        self._writes = name if tag == "textarea" else ""
        if found.get("type") == "checkbox" and "checked" in found:
            self.filled.setdefault(name, []).append(value)
        elif found.get("type") not in ("radio", "checkbox") or "checked" in found:
            self.filled[name] = value


class Visitor:
    """One browser."""

    def __init__(self, path: str) -> None:
        self.client = Client(enforce_csrf_checks=True)
        self.go(path)

    def go(self, path: str) -> "Visitor":
        self.path = path
        return self._read(self.client.get(path))

    def press(self, button: str = "next", **typed: Any) -> "Visitor":
        """Press a button that is on the page, and follow to where it leads."""
        assert button in self.page.buttons, (button, self.page.buttons)
        return self.send({**self.page.values, **self.page.filled, "go": button, **typed})

    def send(self, sent: dict[str, Any]) -> "Visitor":
        answer = self.client.post(self.path, sent)
        if answer.status_code == 302:
            self.path = answer.headers["Location"]
            answer = self.client.get(self.path)
        return self._read(answer)

    def fill_in(self, answers: dict[str, dict[str, Any]]) -> "Visitor":
        """Through the steps, from the one that is shown, to the review."""
        while self.step in answers:
            before = self.step
            self.press("next", **answers[before])
            assert self.step != before, self.text
        return self

    @property
    def step(self) -> str:
        return self.page.values.get("step", "")

    @property
    def receipt(self) -> tuple[str, str]:
        number, secret = re.findall(r"<dd>([\d ]+)</dd>", self.text)
        return number, secret

    def give_digits_back(self, secret: str) -> "Visitor":
        group = int(re.search(r'<label for="id_digits">\D*(\d)', self.text)[1])
        return self.press("check", digits=secret.split()[group - 1])

    def _read(self, answer: Any) -> "Visitor":
        self.answer, self.text = answer, answer.text
        self.page = _Page(self.text)
        return self
