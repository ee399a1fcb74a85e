"""Fields as the pages show them: choices with an explanation, lists in groups."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from backend.complaints.words import has_refused_characters

Sentence = str | Promise


class Options(forms.RadioSelect):
    """Radio buttons, each with a sentence that explains it where there is one."""

    template_name = "intake/widgets/options.html"

    def __init__(self, hints: Mapping[str, Sentence] | None = None) -> None:
        super().__init__()
        self.hints = hints or {}

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(*args, **kwargs)
        option["hint"] = self.hints.get(str(option["value"]), "")
        if option["hint"]:
            option["attrs"]["aria-describedby"] = f"{option['attrs']['id']}_hint"
        return option


class ManyOptions(forms.CheckboxSelectMultiple):
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
