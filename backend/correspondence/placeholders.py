"""Placeholders of letter templates: a closed list of names in braces, filled in one pass as plain text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _

from backend.common.errors import Invalid

PLACEHOLDERS: Final = {
    "reference": "The number of the case",
    "institution": "The institution that the letter goes to",
    "partner": "Your organisation",
    "category": "The category of the case",
    "place": "The place of the case",
    "court": "The court or prosecution office of a judiciary case",
    "summary": "Your own summary of the case",
    "happened_on": "The day on which it happened",
    "received_on": "The day on which you received the complaint",
    "narrative": "The citizen's own words, in full",
    "wish": "What the citizen wishes, in the citizen's own words",
    "legal_basis": "Law and article of the term, where it is verified",
    "term": "The term by law, where it is verified",
    "due_on": "The end of the term if it left today, where it is verified",
}
"""What a template may name. There is none for the complainant's name: the vault opens to no letter."""

_BRACES: Final = re.compile(r"\{([^{}\n]{0,60})\}|[{}]")


@dataclass(frozen=True, slots=True)
class Filled:
    """A template with its values, and the placeholders that had none, whose lines were left out."""

    text: str
    left_out: tuple[str, ...] = ()


def check(field: str, text: str) -> None:
    """Refuse a placeholder that is not known, or a brace that belongs to none. Raises Invalid."""
    for found in _BRACES.finditer(text):
        if found[1] is None:
            raise Invalid.field(
                field, "stray_brace", _("A brace stands alone. Braces are for placeholders only.")
            )
        if found[1] not in PLACEHOLDERS:
            known = ", ".join(PLACEHOLDERS)
            raise Invalid.field(
                field,
                "unknown_placeholder",
                _("There is no placeholder {%(name)s}. Known are: %(known)s.")
                % {"name": "".join(char if char.isprintable() else "?" for char in found[1]), "known": known},
            )


def fill(text: str, values: Mapping[str, str]) -> Filled:
    """A checked text with its values. A line one of whose placeholders has no value is left out.

    One pass: what looks like a placeholder inside a value stays as it is.
    """
    missing = [name for name in dict.fromkeys(_names_in(text)) if not values.get(name)]
    kept = [line for line in text.split("\n") if not set(_names_in(line)) & set(missing)]
    return Filled(_tidy(_put_in("\n".join(kept), values)), tuple(missing))


def fill_line(text: str, values: Mapping[str, str]) -> Filled:
    """The same for a subject, of which nothing is left out but the placeholder itself."""
    missing = [name for name in dict.fromkeys(_names_in(text)) if not values.get(name)]
    return Filled(" ".join(_put_in(text, values).split()).rstrip(" :,;–-"), tuple(missing))


def _names_in(text: str) -> Iterator[str]:
    return (found[1] for found in _BRACES.finditer(text) if found[1] in PLACEHOLDERS)


def _put_in(text: str, values: Mapping[str, str]) -> str:
    return _BRACES.sub(lambda found: values.get(found[1], "") if found[1] in PLACEHOLDERS else found[0], text)


def _tidy(text: str) -> str:
    """No more than one empty line in a row, none at either end."""
    return re.sub(r"\n{3,}", "\n\n", text).strip()
