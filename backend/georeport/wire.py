"""One answer, two spellings: XML as the specification shows it, JSON by its Spark convention."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from xml.etree.ElementTree import Element, SubElement, tostring

# What stands in each list, as an element of XML; JSON has no word for it.
_MEMBER_OF: Final[Mapping[str, str]] = {
    "services": "service",
    "attributes": "attribute",
    "values": "value",
    "service_requests": "request",
    "errors": "error",
    "endpoints": "endpoint",
    "formats": "format",
}
CONTENT_TYPES: Final[Mapping[str, str]] = {
    "xml": "text/xml; charset=utf-8",
    "json": "application/json; charset=utf-8",
}
# XML has no way to write these, not even escaped.
_NOT_IN_XML: Final = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")

Value = Mapping[str, Any] | Sequence[Any] | str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Answer:
    """A value under the name that its root element has."""

    root: str
    value: Value
    status: int = 200


def written(answer: Answer, form: str) -> bytes:
    """The answer as bytes of UTF-8."""
    if form == "json":
        return json.dumps(_clean(answer.value), ensure_ascii=False).encode()
    root = Element(answer.root)
    _fill(root, answer.root, answer.value)
    made: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return made


def _fill(element: Element, name: str, value: Value) -> None:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            _fill(SubElement(element, key), key, inner)
    elif isinstance(value, str):
        element.text = _plain(value)
    elif isinstance(value, Sequence):
        for inner in value:
            _fill(SubElement(element, _MEMBER_OF[name]), "", inner)
    elif isinstance(value, bool):
        element.text = "true" if value else "false"
    elif value is not None:
        element.text = str(value)


def _clean(value: Value) -> Value:
    """Both spellings say the same, also of characters that one of them cannot write."""
    if isinstance(value, Mapping):
        return {key: _clean(inner) for key, inner in value.items()}
    if isinstance(value, str):
        return _plain(value)
    return [_clean(inner) for inner in value] if isinstance(value, Sequence) else value


def _plain(text: str) -> str:
    # A reader of XML turns the line ends of other systems into its own.
    return _NOT_IN_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
