"""Whether a condition looks at what was answered before, and at nothing else."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from backend.forms import limits
from backend.forms.findings import SHAPE, TOO_MUCH, UNKNOWN, Findings

# What a condition can look at: answers that are one of few.
_COMPARABLE: Final = ("choice", "choices", "yes_no", "number", "category", "place", "institution")
CODE: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
EARLIER = _("A condition looks at a question of an earlier section, and at nothing else.")

Questions = Mapping[str, dict[str, Any]]


class Conditions:
    """The conditions of one schema. `earlier` grows while the walk over the sections goes on."""

    def __init__(self, findings: Findings, earlier: Questions) -> None:
        self.findings, self.earlier = findings, earlier

    def check(self, place: str, condition: Any) -> None:
        """One condition at its place; none is one, too."""
        if condition is None:
            return
        self.size = 0
        self._part(place, condition, 1)

    def _part(self, place: str, part: Any, depth: int) -> None:
        tell = self.findings
        self.size += 1
        if depth > limits.DEEPEST_CONDITION or self.size > limits.LARGEST_CONDITION:
            tell.tell(place, "too_deep", TOO_MUCH)
        elif not isinstance(part, dict):
            tell.tell(place, "invalid", SHAPE)
        elif part.keys() == {"not"}:
            self._part(f"{place}.not", part["not"], depth + 1)
        elif part.keys() in ({"all"}, {"any"}):
            (word,) = part
            for number, inner in enumerate(tell.items(f"{place}.{word}", part[word], 20, least=1)):
                self._part(f"{place}.{word}.{number}", inner, depth + 1)
        elif part.keys() == {"question", "is"}:
            self._comparison(place, part)
        else:
            tell.tell(place, "invalid", SHAPE)

    def _comparison(self, place: str, part: dict[str, Any]) -> None:
        name = part["question"]
        question = self.earlier.get(name) if isinstance(name, str) else None
        if question is None or question["type"] not in _COMPARABLE:
            self.findings.tell(f"{place}.question", "form.not_earlier", EARLIER)
            return
        fits = _values_that_fit(question)
        for value in self.findings.items(f"{place}.is", part["is"], limits.MOST_OPTIONS, least=1):
            if not fits(value):
                self.findings.tell(f"{place}.is", "unknown", UNKNOWN)


def values_of(question: Mapping[str, Any]) -> list[Any]:
    """The values of the options that a question offers, whatever they are."""
    options = question.get("options")
    return [
        one.get("value") for one in (options if isinstance(options, list) else []) if isinstance(one, dict)
    ]


def _values_that_fit(question: Mapping[str, Any]) -> Callable[[Any], bool]:
    kind = question["type"]
    if kind == "yes_no":
        return lambda value: isinstance(value, bool)
    if kind == "number":
        return lambda value: type(value) is int and abs(value) <= limits.LARGEST_NUMBER
    if kind in ("choice", "choices"):
        values = values_of(question)
        return lambda value: isinstance(value, str) and value in values
    return lambda value: isinstance(value, str) and bool(CODE.fullmatch(value))
