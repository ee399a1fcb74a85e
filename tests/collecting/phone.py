"""A telephone with ODK Collect, as far as a server sees it: its order of requests, and the form's own logic.

It asks without a password first, takes the form of the list, lets XPath say which questions are asked and
which need an answer, leaves hidden ones out, asks with HEAD before it sends, and parts what is too much.
"""

import hashlib
import io
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from django.test import Client
from lxml import etree

SUBMISSION = "xml_submission_file"
# Collect names no language; here English, so that tests read alike whatever the partner's is.
VERSION = {"X-OpenRosa-Version": "1.0", "Accept-Language": "en"}
XFORMS = "{http://www.w3.org/2002/xforms}"


def basic(user_name: str, password: str) -> str:
    return "Basic " + b64encode(f"{user_name}:{password}".encode()).decode()


@dataclass
class Filled:
    """A form that was filled in."""

    content: bytes
    instance: str
    files: dict[str, bytes] = field(default_factory=dict)


class Blank:
    """A form on the telephone."""

    def __init__(self, content: bytes) -> None:
        self.root = etree.fromstring(content)
        self.model = _plain(next(self.root.iter(f"{XFORMS}instance"))[0])
        self.binds = {bind.get("nodeset"): dict(bind.attrib) for bind in self.root.iter(f"{XFORMS}bind")}

    @property
    def languages(self) -> list[str]:
        return [one.get("lang") for one in self.root.iter(f"{XFORMS}translation")]

    def choices(self, listed: str) -> list[str]:
        """The values of a list."""
        found = next(one for one in self.root.iter(f"{XFORMS}instance") if one.get("id") == listed)
        return [one.text or "" for one in found.iter(f"{XFORMS}name")]

    def fill(self, answers: Mapping[str, str], **more: str) -> "Filling":
        """Answers by the names of their questions; those of hidden ones are not taken."""
        return Filling(self, {"Spoken_language": "sq", **more, **answers})


class Filling:
    """A form with its answers, and what its own expressions say of them."""

    def __init__(self, blank: Blank, answers: Mapping[str, str]) -> None:
        self.tree = deepcopy(blank.model)
        self.hidden: set[str] = set()
        self.needed: set[str] = set()
        self.broken: set[str] = set()
        paths = etree.ElementTree(self.tree)
        for node in self.tree.iter():
            path = paths.getpath(node)
            bind = blank.binds.get(path, {})
            if len(node) == 0 and not self._holds(bind.get("relevant"), node):
                self.hidden.add(node.tag)
                continue
            if bind.get("calculate"):
                node.text = self._said(bind["calculate"], node)
            elif node.tag in answers:
                node.text = answers[node.tag]
            if self._holds(bind.get("required", "false()"), node):
                self.needed.add(node.tag)
            if node.text and bind.get("type") != "date" and not self._holds(bind.get("constraint"), node):
                self.broken.add(node.tag)

    def sent(self, instance: str = "", **files: bytes) -> Filled:
        """As it is sent: what was hidden is not there."""
        made = deepcopy(self.tree)
        for node in [one for one in made.iter() if one.tag in self.hidden]:
            node.getparent().remove(node)
        instance = instance or f"uuid:{uuid4()}"
        made.find("meta/instanceID").text = instance
        return Filled(etree.tostring(made, xml_declaration=True, encoding="UTF-8"), instance, files)

    def _holds(self, expression: str | None, node: Any) -> bool:
        return expression is None or bool(self._evaluated(expression, node))

    def _said(self, expression: str, node: Any) -> str:
        return str(self._evaluated(expression, node))

    def _evaluated(self, expression: str, node: Any) -> Any:
        return node.xpath(expression, extensions=_FUNCTIONS)


def _text(told: Any) -> str:
    return "".join(told[0].itertext()) if isinstance(told, list) and told else "" if told == [] else str(told)


_FUNCTIONS: dict[tuple[None, str], Any] = {
    (None, "selected"): lambda _context, told, value: value in _text(told).split(),
    (None, "regex"): lambda _context, told, pattern: re.search(pattern, _text(told)) is not None,
}


def _plain(element: Any) -> Any:
    made = etree.Element(etree.QName(element).localname, dict(element.attrib))
    for child in element:
        made.append(_plain(child))
    return made


@dataclass
class Phone:
    """`phone.get_blank()`, `phone.send(filled)`."""

    user_name: str
    password: str
    browser: Client = field(default_factory=Client)

    @property
    def headers(self) -> dict[str, str]:
        return {**VERSION, "Authorization": basic(self.user_name, self.password)}

    def get_blank(self) -> Blank:
        """From the list to the form, as the telephone looks for what is new."""
        challenged = self.browser.get("/collect/formList", headers=VERSION)
        assert challenged.status_code == 401
        assert challenged["WWW-Authenticate"].startswith("Basic ")
        listed = self.browser.get("/collect/formList", headers=self.headers)
        assert listed.status_code == 200, listed.content
        assert listed["X-OpenRosa-Version"] == "1.0"
        assert listed["Date"]
        assert listed["Content-Type"].startswith("text/xml")
        told = {etree.QName(one).localname: one.text for one in etree.fromstring(listed.content)[0]}
        manifest = self.browser.get(told["manifestUrl"], headers=self.headers)
        assert len(etree.fromstring(manifest.content)) == 0
        form = self.browser.get(told["downloadUrl"], headers=self.headers)
        assert told["hash"] == "md5:" + hashlib.md5(form.content).hexdigest()
        blank = Blank(form.content)
        assert (blank.model.get("id"), blank.model.get("version")) == (told["formID"], told["version"])
        return blank

    def send(self, filled: Filled, most: int | None = None) -> list[Any]:
        """All answers, in the order of the postings. `most`: so many bytes of files at once."""
        asked = self.browser.head("/collect/submission", headers=self.headers)
        assert asked.status_code == 204, asked.content
        allowed = most or int(asked["X-OpenRosa-Accept-Content-Length"])
        return [
            self.post(filled, files, is_last=is_last, to=asked["Location"])
            for files, is_last in _parted(filled.files, allowed)
        ]

    def post(
        self,
        filled: Filled,
        files: Mapping[str, bytes] = {},
        *,
        is_last: bool = True,
        to: str = "/collect/submission",
    ) -> Any:
        body: dict[str, Any] = {SUBMISSION: _named("complaint.xml", filled.content)}
        body |= {name: _named(name, content) for name, content in files.items()}
        if not is_last:
            body["*isIncomplete*"] = "yes"
        return self.browser.post(to, body, headers=self.headers)


def message_of(answer: Any) -> str:
    """What the telephone shows."""
    root = etree.fromstring(answer.content)
    assert root.tag == "{http://openrosa.org/http/response}OpenRosaResponse"
    return root[0].text or ""


def _parted(files: Mapping[str, bytes], most: int) -> Iterator[tuple[dict[str, bytes], bool]]:
    left = dict(files)
    while True:
        part: dict[str, bytes] = {}
        for name in list(left):
            if part and sum(map(len, part.values())) + len(left[name]) > most:
                break
            part[name] = left.pop(name)
        yield part, not left
        if not left:
            return


def _named(name: str, content: bytes) -> Any:
    file = io.BytesIO(content)
    file.name = name
    return file
