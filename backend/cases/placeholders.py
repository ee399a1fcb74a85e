"""Placeholders of message templates: `{reference}` is filled in for a case. There is no other syntax."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

NAMES: Final = (
    "reference",
    "partner",
    "contact",
    "institution",
    "sent_on",
    "due_on",
    "answered_on",
    "outcome",
)
_PLACEHOLDER: Final = re.compile("{(" + "|".join(NAMES) + ")}")


def has_stray_brace(text: str) -> bool:
    """Whether a brace belongs to no placeholder: a mistyped name, or something that tries to be more."""
    rest = _PLACEHOLDER.sub("", text)
    return "{" in rest or "}" in rest


def left_in(text: str) -> list[str]:
    """The placeholders that stand in a text, each once, in their order."""
    return list(dict.fromkeys(_found(text)))


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with what is known put in, in one pass: what a value says is never read as a placeholder.
    What is not known stays as it is, to be seen and filled in by a person."""
    return _PLACEHOLDER.sub(lambda found: values.get(found[1]) or found[0], text)


def _found(text: str) -> Iterator[str]:
    return (found[1] for found in _PLACEHOLDER.finditer(text))
