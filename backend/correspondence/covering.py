"""The words of the mail with which a letter leaves: what is attached, how to answer, nothing of content."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from backend.common.languages import Language
from backend.correspondence.wording import wording_in

_DATA: Final = Path(__file__).parent / "data" / "mail.toml"


@dataclass(frozen=True, slots=True)
class CoveringPart:
    """The letter in one of its languages, as far as the mail tells of it."""

    language: Language
    partner: str
    signatory: str = ""


@dataclass(frozen=True, slots=True)
class Covering:
    """What the mail is made of. `files`: the names of what goes along after the letter."""

    reference: str
    written_on: date
    parts: Sequence[CoveringPart]
    letter_file: str
    files: Sequence[str]
    token: str
    link: str = ""
    link_until: date | None = None


def subject_of(covering: Covering) -> str:
    """In each language of the letter, and neutral: it stands in inboxes and on screens of telephones."""
    told = (_words(part.language)["subject"].format(reference=covering.reference) for part in covering.parts)
    return " / ".join(dict.fromkeys(told))


def text_of(covering: Covering) -> str:
    """The whole text, once in each language of the letter."""
    return "\n\n* * *\n\n".join(_text_in(part, covering) for part in covering.parts) + "\n"


def _text_in(part: CoveringPart, covering: Covering) -> str:
    words, day = _words(part.language), wording_in(part.language).day
    letter = words["letter"].format(
        partner=part.partner, reference=covering.reference, date=day(covering.written_on)
    )
    files = [words["letter_file"].format(name=covering.letter_file), *covering.files]
    paragraphs = [
        words["greeting"],
        letter,
        "\n".join([words["attached"], *files]),
        f"{words['answer']}\n{covering.token}",
    ]
    if covering.link and covering.link_until:
        paragraphs.append(f"{words['link'].format(date=day(covering.link_until))}\n{covering.link}")
    signed = [words["closing"], part.signatory, part.partner]
    return "\n\n".join([*paragraphs, words["mistake"], "\n".join(line for line in signed if line)])


@cache
def _words(language: str) -> Mapping[str, str]:
    return _read()[language]


@cache
def _read() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(_DATA.read_text(encoding="utf-8"))
