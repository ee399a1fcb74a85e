"""How each type of question is asked on a page, read from it and told on the review.

`KINDS` is the registry: a new type of question is one class here, one check in `backend.forms.checking`.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.common.languages import label_in
from backend.directory import lookups
from backend.forms import core
from backend.forms.checking import CHOOSE, WRITE
from backend.forms.form import ConsentText, Labels, Question
from backend.forms.telling import lines_of
from backend.intake.pages import choices, widgets, wording
from backend.intake.pages.dates import PARTS, day_told
from backend.intake.pages.widgets import Day, Figure, ManyOptions, Options, Pick, Words, figure_told

if TYPE_CHECKING:
    from backend.intake.pages.walk import Walk

Typed = Mapping[str, Any]
Row = tuple[str, list[str]]
NOTHING: Final = "–"
# Above this, a list is shorter than buttons.
MOST_BUTTONS: Final = 12


class Kind:
    """A type of question."""

    def fields(self, question: Question, walk: "Walk") -> dict[str, forms.Field]:
        """The fields of the page, under the names that it sends."""
        raise NotImplementedError

    def value(self, question: Question, typed: Typed) -> Any:
        """The answer that was typed, as the form's rules take it; None where it is none."""
        return typed.get(question.name) or None

    def rows(self, question: Question, walk: "Walk") -> list[Row]:
        """What the review tells: a question and the lines of its answer."""
        return [(label_in(question.label), self.lines(question, walk))]

    def lines(self, question: Question, walk: "Walk") -> list[str]:
        """The answer in words; what was typed where it is no answer."""
        value = self.value(question, walk.typed)
        if value is None:
            return [str(walk.typed.get(question.name) or NOTHING)]
        return lines_of(question, value) or [NOTHING]


class Text(Kind):
    """Words, on one line or several."""

    def fields(self, question: Question, walk: "Walk") -> dict[str, forms.Field]:
        rows = 0
        if question.type == "long_text":
            rows = 12 if question.longest > 10_000 else 5 if question.longest > 1_000 else 3
        return {question.name: Words(longest=question.longest, rows=rows, **_dress(question, walk))}

    def value(self, question: Question, typed: Typed) -> Any:
        text = str(typed.get(question.name) or "")
        return (text.strip() if question.core.startswith("identity.") else text) or None


class Choice(Kind):
    """One of a few answers. Who need not answer can take it back: a button alone cannot be unpressed."""

    def offered(self, question: Question) -> list[tuple[str, str]]:
        return [(option.value, label_in(option.label)) for option in question.options]

    def fields(self, question: Question, walk: "Walk") -> dict[str, forms.Field]:
        dress = _dress(question, walk)
        offered: list[tuple[str, Any]] = list(self.offered(question))
        hints = {option.value: label_in(option.hint) for option in question.options if option.hint}
        few = len(offered) <= MOST_BUTTONS
        if not dress["required"]:
            offered = [*offered, ("", _("I do not know"))] if few else [("", _("I do not know")), *offered]
        elif not few:
            offered = [("", NOTHING), *offered]
        widget = Options(hints) if few else forms.Select()
        return {question.name: Pick(missing=_missing(question), choices=offered, widget=widget, **dress)}


class Choices(Kind):
    """Any number of answers."""

    def fields(self, question: Question, walk: "Walk") -> dict[str, forms.Field]:
        hints = {option.value: label_in(option.hint) for option in question.options if option.hint}
        messages = {"invalid_choice": CHOOSE, "invalid_list": CHOOSE, "required": _missing(question)}
        field = forms.MultipleChoiceField(
            choices=[(option.value, label_in(option.label)) for option in question.options],
            widget=ManyOptions(hints),
            **_dress(question, walk) | {"error_messages": messages},
        )
        return {question.name: field}

    def value(self, question: Question, typed: Typed) -> Any:
        chosen = typed.get(question.name)
        return list(dict.fromkeys(chosen)) if isinstance(chosen, list) and chosen else None


class YesNo(Choice):
    """Yes or no."""

    def offered(self, question: Question) -> list[tuple[str, str]]:
        return [("yes", _("Yes")), ("no", _("No"))]

    def value(self, question: Question, typed: Typed) -> Any:
        return {"yes": True, "no": False}.get(str(typed.get(question.name)))


class Number(Kind):
    """A whole number."""

    def fields(self, question: Question, walk: "Walk") -> dict[str, forms.Field]:
        return {question.name: Figure(**_dress(question, walk))}

    def value(self, question: Question, typed: Typed) -> Any:
        try:
            return figure_told(str(typed.get(question.name) or ""))
        except forms.ValidationError:
            return None


class Date(Kind):
    """A day, in three boxes."""

    @staticmethod
    def names(question: Question) -> dict[str, str]:
        """The boxes. No question has a hyphen in its name, so that theirs are never another's."""
        plain = question.core == "happened_on"
        return {part: part if plain else f"{question.name}-{part}" for part in PARTS}

    def fields(self, question: Question, walk: "Walk") -> dict[str, forms.Field]:
        return {question.name: Day(names=self.names(question), **_dress(question, walk))}

    def value(self, question: Question, typed: Typed) -> Any:
        parts = {part: typed.get(box) for part, box in self.names(question).items()}
        try:
            told = day_told(parts)
        except forms.ValidationError:
            return None
        return told.isoformat() if told else None


class Entry(Kind):
    """One entry of the directory, in a list by region or by term."""

    def offered(self, question: Question, walk: "Walk") -> choices.Choices:
        if question.type == "category":
            return choices.categories_of(walk.form, walk.form.told(core.KIND, walk.standing) or "")
        if question.type == "place":
            return choices.places_of(walk.form, walk.partner)
        return choices.institutions_of(question, walk.partner)

    def fields(self, question: Question, walk: "Walk") -> dict[str, forms.Field]:
        dress = _dress(question, walk)
        offered = self.offered(question, walk)
        # Where nothing is offered, nothing can be demanded.
        dress["required"] = dress["required"] and bool(offered)
        first = ("", NOTHING if dress["required"] else _("I do not know"))
        field = Pick(missing=_missing(question), choices=[first, *offered], **dress)
        if question.type in ("place", "institution"):
            # Where scripts run, such a list is searched by typing (finding.js); this is what it says then.
            field.widget.attrs |= {
                "data-find": _("Type the first letters of the name, in any script."),
                "data-none": _("Nothing of this name is in the list."),
            }
        return {question.name: field}


class Consents(Kind):
    """What one agrees to, each by itself."""

    def fields(self, question: Question, walk: "Walk") -> dict[str, forms.Field]:
        return {
            consent.purpose: forms.BooleanField(
                label=self._sentence(consent, walk),
                help_text=self._hint(consent, walk),
                required=consent.required,
                error_messages={
                    "required": gettext_lazy("Without your agreement nobody may work on the complaint.")
                },
            )
            for consent in walk.form.consents_for(walk.standing)
        }

    def value(self, question: Question, typed: Typed) -> Any:
        return [purpose for purpose in core.PURPOSES if typed.get(purpose)] or None

    def rows(self, question: Question, walk: "Walk") -> list[Row]:
        return [
            (self._sentence(consent, walk), [_("Yes") if walk.typed.get(consent.purpose) else _("No")])
            for consent in walk.form.consents_for(walk.standing)
        ]

    def _sentence(self, consent: ConsentText, walk: "Walk") -> str:
        if consent.purpose != "referral":
            return label_in(consent.text)
        body = _body(walk)
        return f"{label_in(consent.text)} {body.name if body else ''}"

    def _hint(self, consent: ConsentText, walk: "Walk") -> str:
        way = walk.form.told(core.WAY, walk.standing) or ""
        body = _body(walk) if consent.purpose == "referral" and way == core.ANONYMOUS else None
        if body is not None and body.accepts_anonymous is False:
            return str(wording.NEEDS_A_NAME)
        return label_in(consent.hints.get(way) or consent.hint)


class Files(Kind):
    """Documents, pictures, recordings. They are never among the answers: see `sent_files`."""

    def fields(self, question: Question, walk: "Walk") -> dict[str, forms.Field]:
        return {question.name: widgets.Files(**_dress(question, walk) | {"required": False})}

    def value(self, question: Question, typed: Typed) -> Any:
        return None

    def lines(self, question: Question, walk: "Walk") -> list[str]:
        """The names of the files, each with its size."""
        told = walk.typed.get(question.name) or ()
        return [f"{file['name']} ({filesizeformat(file['size'])})" for file in told] or [NOTHING]


KINDS: Final[Mapping[str, Kind]] = {
    "text": Text(),
    "long_text": Text(),
    "choice": Choice(),
    "choices": Choices(),
    "yes_no": YesNo(),
    "number": Number(),
    "date": Date(),
    "category": Entry(),
    "place": Entry(),
    "institution": Entry(),
    "files": Files(),
    "consents": Consents(),
}


def _dress(question: Question, walk: "Walk") -> dict[str, Any]:
    """What every field has: its label, its help, and whether it needs an answer."""
    return {
        "label": label_in(question.label),
        "help_text": label_in(question.help),
        "required": question.is_required(walk.standing),
        **({} if question.type in _CHOSEN else {"error_messages": {"required": _missing(question)}}),
    }


_CHOSEN: Final = ("choice", "yes_no", "category", "place", "institution")


def _missing(question: Question) -> Any:
    """What is said when there is no answer and there has to be one."""
    own: Labels = question.missing
    return label_in(own) or (WRITE if question.type in ("text", "long_text", "number", "date") else CHOOSE)


def _body(walk: "Walk") -> Any:
    code = walk.form.institution_named(walk.standing)
    return next((one for one in lookups.institutions.all() if one.code == code), None)
