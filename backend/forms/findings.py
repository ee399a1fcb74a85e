"""What is wrong with a thing that came from outside, place by place, up to a limit."""

import re
from collections.abc import Iterable
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from backend.common.errors import FieldError

MOST_ERRORS: Final = 50

UNKNOWN_FIELD = _("This field is not known here.")
REQUIRED = _("This is missing.")
SHAPE = _("This has another shape than it should have.")
UNKNOWN = _("This word is not known here.")
TWICE = _("This is there twice.")
TOO_MUCH = _("This is more than a form can hold.")


class Findings:
    """What was found wrong so far, by place."""

    def __init__(self) -> None:
        self.errors: list[FieldError] = []

    def tell(self, place: str, code: str, message: str | Promise) -> None:
        if len(self.errors) < MOST_ERRORS:
            self.errors.append(FieldError(place, code, message))

    def mapping(self, place: str, value: Any, known: Iterable[str], needed: Iterable[str]) -> bool:
        """Whether it is an object with these fields; goes on where only some field is strange."""
        if not isinstance(value, dict):
            self.tell(place, "invalid", SHAPE)
            return False
        for name in [name for name in value if name not in tuple(known)]:
            self.tell(f"{place}.{shown(name)}".strip("."), "unknown_field", UNKNOWN_FIELD)
        absent = [name for name in needed if name not in value]
        for name in absent:
            self.tell(f"{place}.{name}".strip("."), "required", REQUIRED)
        return not absent

    def items(self, place: str, value: Any, most: int, *, least: int = 0) -> list[Any]:
        """The members of a list; none where it is none or too long."""
        if not isinstance(value, list):
            self.tell(place, "invalid", SHAPE)
            return []
        if len(value) > most:
            self.tell(place, "too_many", TOO_MUCH)
            return []
        if len(value) < least:
            self.tell(place, "required", REQUIRED)
        return value

    def words(
        self, place: str, value: Any, known: Iterable[str], *, most: int, least: int = 1
    ) -> tuple[str, ...]:
        """Members that each are one of the known words, none of them twice."""
        found = []
        for one in self.items(place, value, most, least=least):
            if not isinstance(one, str) or one not in tuple(known):
                self.tell(place, "unknown", UNKNOWN)
            elif one in found:
                self.tell(place, "duplicate", TWICE)
            else:
                found.append(one)
        return tuple(found)

    def word(self, place: str, value: Any, pattern: re.Pattern[str]) -> bool:
        if isinstance(value, str) and pattern.fullmatch(value):
            return True
        self.tell(place, "invalid", SHAPE)
        return False


def shown(name: object) -> str:
    """A sender's own word, safe to repeat."""
    return "".join(char if char.isprintable() else "?" for char in str(name)[:60])
