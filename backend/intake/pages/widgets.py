"""Fields as the pages show them: choices with an explanation, lists in groups."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.dates import MONTHS
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from backend.complaints.words import has_refused_characters
from backend.files.kinds import CHOOSER
from backend.intake.pages.dates import day_told

Sentence = str | Promise


class _Hinted:
    """Options, each with a sentence that explains it where there is one."""

    def __init__(self, hints: Mapping[str, Sentence] | None = None) -> None:
        super().__init__()
        self.hints = hints or {}

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option: dict[str, Any] = super().create_option(*args, **kwargs)  # type: ignore[misc]
        option["hint"] = self.hints.get(str(option["value"]), "")
        if option["hint"]:
            option["attrs"]["aria-describedby"] = f"{option['attrs']['id']}_hint"
        return option


class Options(_Hinted, forms.RadioSelect):
    """Radio buttons."""

    template_name = "intake/widgets/options.html"


class ManyOptions(_Hinted, forms.CheckboxSelectMultiple):
    """Check boxes, in the same dress."""

    template_name = "intake/widgets/options.html"


class Lines(forms.Textarea):
    """Several lines of text."""

    def __init__(self, rows: int) -> None:
        super().__init__({"rows": rows, "cols": None})


class Words(forms.CharField):
    """A person's words: kept as they were typed, refused where no screen can show them."""

    def __init__(self, *, longest: int, rows: int = 0, **options: Any) -> None:
        options.setdefault("required", False)
        # The length is told by the server: a browser that cuts a pasted text does it without a word.
        super().__init__(strip=False, widget=Lines(rows) if rows else None, **options)
        self.longest = longest

    def to_python(self, value: Any) -> str:
        return str(value or "")

    def validate(self, value: str) -> None:
        if self.required and not value.strip():
            raise forms.ValidationError(self.error_messages["required"], code="required")
        if has_refused_characters(value):
            raise forms.ValidationError(
                _("This text has characters that cannot be shown."), code="invalid_characters"
            )
        if len(value) > self.longest:
            raise forms.ValidationError(_("This text is too long."), code="max_length")

    def run_validators(self, value: str) -> None:
        """All is said in `validate`, under the codes of the complaints' own rules."""


class Pick(forms.ChoiceField):
    """One of a list. `missing` is what is said when nothing, or nothing from the list, was chosen."""

    def __init__(self, *, missing: Sentence, **options: Any) -> None:
        messages: dict[str, Any] = {"required": missing, "invalid_choice": missing}
        super().__init__(error_messages=messages, **options)


class Figure(forms.CharField):
    """A whole number, in digits of any script."""

    widget = forms.TextInput({"inputmode": "numeric", "class": "short"})

    def to_python(self, value: Any) -> Any:
        return figure_told(str(value or ""))


def figure_told(text: str) -> int | None:
    """The number that a text says, None for an empty one. Raises ValidationError."""
    digits = "".join(text.split())
    if not digits:
        return None
    try:
        return int(digits[:20])
    except ValueError:
        raise forms.ValidationError(_("Please write a number in digits."), code="invalid") from None


class FilesInput(forms.Widget):
    """The files that are there, each with a button that takes it away, and a box to choose more."""

    template_name = "intake/widgets/files.html"
    needs_multipart_form = True

    def parts(self, name: str) -> tuple[str, ...]:
        """No text is sent for them: files come by a way of their own."""
        return ()

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> list[Any]:
        return list(data.get(name) or ())

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, None, attrs)
        context["widget"] |= {"files": value or [], "accept": CHOOSER}
        return context


class Files(forms.Field):
    """Files, which are kept in the draft already when the page is checked."""

    widget = FilesInput


class DayBoxes(forms.Widget):
    """Three boxes for a day: a list of days would be long, and a calendar needs scripts."""

    template_name = "intake/widgets/day.html"
    use_fieldset = True

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__()
        # The name of the box for each part of a day.
        self.names = names

    def parts(self, name: str) -> tuple[str, ...]:
        """The fields that a page sends."""
        return tuple(self.names.values())

    def id_for_label(self, id_: str | None) -> str:
        return f"id_{self.names['day']}"

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> dict[str, str]:
        return {part: str(data.get(box) or "") for part, box in self.names.items()}

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, None, attrs)
        told = value if isinstance(value, Mapping) else {}
        months = [("", "–"), *((str(number), month) for number, month in MONTHS.items())]
        context["widget"] |= {
            "wrong": "aria-invalid" in context["widget"]["attrs"],
            "boxes": {part: {"name": box, "value": told.get(part, "")} for part, box in self.names.items()},
            "months": [(number, label, number == told.get("month")) for number, label in months],
        }
        return context


class Day(forms.Field):
    """A day in three boxes."""

    def __init__(self, *, names: Mapping[str, str], **options: Any) -> None:
        super().__init__(widget=DayBoxes(names), **options)

    def to_python(self, value: Any) -> Any:
        return day_told(value)
