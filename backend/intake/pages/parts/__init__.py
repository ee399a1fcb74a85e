"""The matters on the page of an opened receipt, in the order in which they are read."""

from typing import Final

from backend.intake.pages.parts import (
    awaited,
    files,
    looks,
    messages,
    notices,
    outcome,
    rating,
    renewal,
    rights,
    standing,
    withdrawal,
)
from backend.intake.pages.parts.part import Handler, Part, Visit, Words

PARTS: Final[tuple[Part, ...]] = (
    renewal.PART,
    awaited.PART,
    standing.PART,
    outcome.PART,
    rating.PART,
    messages.PART,
    files.PART,
    notices.PART,
    looks.PART,
    rights.PART,
    withdrawal.PART,
)

FIELDS: Final = tuple(name for part in PARTS for name in part.fields)
BUTTONS: Final[dict[str, Handler]] = {name: act for part in PARTS for name, act in part.buttons.items()}
WORDS: Final[dict[str, Words]] = {name: label for part in PARTS for name, label in part.words.items()}
NOTICES: Final[dict[str, Words]] = {code: told for part in PARTS for code, told in part.notices.items()}
TAKES_FILES: Final = any(part.takes_files for part in PARTS)

__all__ = ["BUTTONS", "FIELDS", "NOTICES", "PARTS", "TAKES_FILES", "WORDS", "Handler", "Part", "Visit"]
