"""What stands on a page in each language: buttons and questions as the catalogues have them."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from babel.messages.pofile import read_po
from django.utils import translation
from django.utils.translation import gettext, pgettext

LANGUAGES = ("sq", "sr-Latn", "sr-Cyrl", "ka", "en")
BACKEND = Path(__file__).resolve().parents[2] / "backend"
LOCALE, FORM = BACKEND / "locale", BACKEND / "forms" / "data" / "default.json"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")


def in_language(language: str, text: str, *, context: str = "", **facts: object) -> str:
    """A text of the shipped form or of the code, as a page in that language shows it."""
    if text in _form() and not context:
        return _form()[text][language]
    with translation.override(language.lower()):
        said = pgettext(context, text) if context else gettext(text)
    return said % facts if facts else said


@cache
def foreign_to(language: str) -> frozenset[str]:
    """Every text that would stand on a page of this language by mistake: the same in another language."""
    own, others = set(), set()
    for text, told in (*_catalogues().items(), *_form().items()):
        own.add(told.get(language, text))
        others |= {text, *told.values()} - {told.get(language, text)}
    return frozenset(text for text in others - own if not PLACEHOLDER.search(text))


@cache
def _form() -> dict[str, dict[str, str]]:
    """`{English: {language: text}}` of the form that every partner begins with."""
    return {labels["en"]: labels for labels in _labels(json.loads(FORM.read_text(encoding="utf-8")))}


def _labels(part: Any) -> Iterator[dict[str, str]]:
    if isinstance(part, list):
        for one in part:
            yield from _labels(one)
    elif isinstance(part, dict) and set(LANGUAGES) == set(part):
        yield part
    elif isinstance(part, dict):
        for one in part.values():
            yield from _labels(one)


@cache
def _catalogues() -> dict[str, dict[str, str]]:
    """`{text: {language: translation}}`; a text that lacks a translation is left out."""
    found: dict[str, dict[str, str]] = {}
    for language in LANGUAGES[:-1]:
        path = LOCALE / language.replace("-", "_") / "LC_MESSAGES" / "django.po"
        for message in read_po(path.open("rb")):
            if message.id and isinstance(message.id, str) and isinstance(message.string, str):
                known = found.setdefault(message.id, {"en": message.id})
                known |= {language: message.string} if message.string else {}
    return {text: told for text, told in found.items() if len(told) == len(LANGUAGES)}
