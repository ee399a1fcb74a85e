"""What a telephone or KoboToolbox sends becomes fields, by the names of the form; nothing is believed."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from backend.collecting.errors import EditedAfterwards, NotASubmission, OtherForm

# All answers of a form are at most 120 000 characters; the rest is tags.
LARGEST: Final = 1_000_000
MOST_NODES: Final = 1_000
_INSTANCE: Final = re.compile(r"(?:uuid:)?([0-9A-Za-z-]{8,64})")
# What KoboToolbox and telephones tell of themselves: not asked for, and kept nowhere.
_OF_KOBO: Final = ("_", "formhub/", "meta/")
_OF_PHONE: Final = frozenset({"start", "end", "today", "username", "deviceid", "phonenumber"})


@dataclass(frozen=True, slots=True, repr=False)
class Sent:
    """One filled-in form: the id that the telephone gave it, and what stands in which field."""

    instance: str
    fields: Mapping[str, str]


def read_xml(content: bytes, form_id: str) -> Sent:
    """A submission of ODK Collect. Raises NotASubmission, OtherForm, EditedAfterwards."""
    root = _root(content)
    if root.get("id") != form_id:
        raise OtherForm()
    fields: dict[str, str] = {}
    meta: dict[str, str] = {}
    for number, (part, leaf) in enumerate(_leaves(root)):
        if number > MOST_NODES:
            raise NotASubmission()
        _put(meta if part == "meta" else fields, _local(leaf), leaf.text or "")
    return _sent(meta.get("instanceID", ""), meta.get("deprecatedID", ""), fields)


def read_json(content: bytes) -> Sent:
    """A submission that KoboToolbox passes on. Raises NotASubmission, EditedAfterwards."""
    try:
        told: Any = json.loads(content)
    except (ValueError, RecursionError):
        raise NotASubmission() from None
    if not isinstance(told, dict) or len(told) > MOST_NODES:
        raise NotASubmission()
    fields: dict[str, str] = {}
    for path, value in told.items():
        if not path.startswith(_OF_KOBO) and path not in _OF_PHONE:
            _put(fields, path.rpartition("/")[2], _text_of(value))
    instance = told.get("meta/instanceID") or told.get("_uuid") or ""
    return _sent(_text_of(instance), _text_of(told.get("meta/deprecatedID")), fields)


def _root(content: bytes) -> Element:
    try:
        root: Element = fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise NotASubmission() from None
    return root


def _leaves(root: Element) -> Iterator[tuple[str, Element]]:
    """The fields, each with the group that it stands in: groups stand in no groups."""
    for part in root:
        name = _local(part)
        if not len(part):
            # An empty group is written like an empty field.
            if not name.startswith("S_") or part.text:
                yield "", part
            continue
        for leaf in part:
            if len(leaf):
                raise NotASubmission()
            yield name, leaf


def _local(element: Element) -> str:
    # A comment has a function for a tag.
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _put(fields: dict[str, str], name: str, value: str) -> None:
    if name in fields:
        raise NotASubmission()
    fields[name] = value


def _text_of(value: Any) -> str:
    if value is None:
        return ""
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        raise NotASubmission()
    return str(value)


def _sent(instance: str, deprecated: str, fields: Mapping[str, str]) -> Sent:
    if deprecated.strip():
        raise EditedAfterwards()
    found = _INSTANCE.fullmatch(instance.strip())
    if found is None:
        raise NotASubmission()
    # Empty are sentences that were read, and questions that were passed over.
    return Sent(found[1].lower(), {name: value for name, value in fields.items() if value})
