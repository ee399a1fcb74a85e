"""The steps of a form: one page for each section, made from its questions and all answers so far."""

from typing import Any, Final

from django import forms

from backend.common.languages import label_in
from backend.forms.checking import check_one
from backend.forms.conditions import holds
from backend.forms.form import Section
from backend.intake.pages.questions import KINDS
from backend.intake.pages.walk import Walk
from backend.intake.pages.widgets import Files

REVIEW: Final = "review"


class Step(forms.Form):
    """One page. It is made from all answers so far, because what it asks may follow from them."""

    use_required_attribute = False

    def __init__(self, section: Section, walk: Walk, *, checked: bool = True) -> None:
        self.section, self.walk = section, walk
        # Unchecked, what was typed is shown as it is, without a word about it.
        super().__init__(data=dict(walk.typed) if checked else None, label_suffix="")
        for question in walk.asked_in(section):
            self.fields |= KINDS[question.type].fields(question, walk)
        for name, field in self.fields.items():
            self.initial[name] = field.widget.value_from_datadict(walk.typed, {}, name)
            field.widget.attrs.setdefault("autocomplete", "off")

    @property
    def title(self) -> str:
        return label_in(self.section.title)

    @property
    def intro(self) -> str:
        return label_in(self.section.intro).replace("{partner}", self.walk.partner.name)

    @property
    def notes(self) -> list[str]:
        """Sentences for those whom they concern."""
        there = [note for note in self.section.notes if holds(note.when, self.walk.standing)]
        return [label_in(note.text).replace("{partner}", self.walk.partner.name) for note in there]

    @property
    def has_long_lists(self) -> bool:
        """Whether a script helps to find something in a list."""
        return any("data-find" in field.widget.attrs for field in self.fields.values())

    @property
    def takes_files(self) -> str:
        """The id of the box for files, where the page has one."""
        return next((self[name].auto_id for name in self.fields if isinstance(self.fields[name], Files)), "")

    def clean(self) -> None:
        """What the form's rules say about each answer; a field that could not be read is wrong already."""
        for question in self.walk.asked_in(self.section):
            names = list(KINDS[question.type].fields(question, self.walk))
            if not names or any(name in self.errors for name in names):
                continue
            for code, message in check_one(question, self.walk.value(question), self.walk.asking):
                self.add_error(names[0], forms.ValidationError(str(message), code=code))

    def sent(self) -> dict[str, bool]:
        """The names that the page sends, and whether each of them is a list."""
        names: dict[str, bool] = {}
        for name, field in self.fields.items():
            parts: Any = getattr(field.widget, "parts", None)
            many = getattr(field.widget, "allow_multiple_selected", False)
            names |= dict.fromkeys(parts(name) if parts else (name,), many)
        return names


def step_of(walk: Walk, name: str, *, checked: bool = True) -> Step:
    """The page of a section."""
    section = next(section for section in walk.form.sections if section.name == name)
    return Step(section, walk, checked=checked)


def first_wrong(walk: Walk) -> str | None:
    """The first step that still needs something."""
    return next((section.name for section in walk.sections if not Step(section, walk).is_valid()), None)
