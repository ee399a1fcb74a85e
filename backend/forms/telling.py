"""An answer in words, in the reader's language, as the form that it was given to puts them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from backend.common.languages import label_in
from backend.directory import lookups
from backend.forms.checking import day_of
from backend.forms.form import Form, Question


@dataclass(frozen=True, slots=True)
class Told:
    """A question as it was asked, and what was answered: the value, and how a person reads it."""

    question: str
    label: str
    value: Any
    lines: list[str]


def answers_told(form: Form, answers: Mapping[str, Any]) -> Iterator[Told]:
    """The answers that were given, in the order in which they were asked for."""
    for question in form.questions:
        if question.name in answers:
            value = answers[question.name]
            yield Told(question.name, label_in(question.label), value, lines_of(question, value))


def lines_of(question: Question, value: Any) -> list[str]:
    """One answer in words; several of them for a question that takes several."""
    if question.type in ("choice", "choices"):
        chosen = value if isinstance(value, list) else [value]
        return [label_in(option.label) for option in question.options if option.value in chosen]
    if question.type == "yes_no":
        return [_("Yes") if value else _("No")]
    if question.type == "date" and (day := day_of(str(value))):
        return [formats.date_format(day, pgettext("a day by the name of its month", "j F Y"))]
    if question.type in ("category", "place", "institution"):
        return [_entry(question.type, value)]
    return [str(value)]


def _entry(kind: str, code: str) -> str:
    found: Any = {
        "category": lookups.categories,
        "place": lookups.places,
        "institution": lookups.institutions,
    }[kind]
    # An entry that is gone is told by its code.
    return next((entry.name for entry in found.all() if entry.code == code), code)
