"""The five languages of the network, with their scripts, and how labels are chosen among them."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Language(models.TextChoices):
    """BCP 47 tags as they stand on the wire and in the database."""

    SQ = "sq", "Shqip"
    SR_LATN = "sr-Latn", "Srpski"
    SR_CYRL = "sr-Cyrl", "Српски"
    KA = "ka", "ქართული"
    EN = "en", "English"


# Where a label has no text in the wanted language, the nearest readable one comes first.
_FALLBACKS: dict[str, tuple[str, ...]] = {
    "sq": ("en", "sr-Latn"),
    "sr-Latn": ("sr-Cyrl", "sq", "en"),
    "sr-Cyrl": ("sr-Latn", "sq", "en"),
    "ka": ("en",),
    "en": ("sq", "sr-Latn", "ka"),
}
_BY_DJANGO_CODE = {language.value.lower(): language for language in Language}


def current_language() -> Language:
    """The language of the request at hand, English where none is set."""
    return _BY_DJANGO_CODE.get((get_language() or "en").lower(), Language.EN)


def label_in(names: Mapping[str, str], language: str | None = None) -> str:
    """The label in `language` (default: the request's), or in the nearest language that has one."""
    return names.get(language_of(names, language or current_language().value), "")


def language_of(names: Mapping[str, str], wanted: str) -> str:
    """The language in which `label_in` finds a label: the wanted one, or the nearest that has one."""
    for code in (wanted, *_FALLBACKS.get(wanted, ())):
        if names.get(code):
            return code
    return next((code for code, text in names.items() if text), wanted)


def validate_labels(value: object) -> None:
    """A label is `{language: text}` with known languages and at least one text; else ValidationError."""
    if not isinstance(value, dict) or not any(value.values()):
        raise ValidationError(_("Give the text in at least one language."), code="labels_empty")
    for code, text in value.items():
        if code not in Language.values:
            raise ValidationError(
                _("Unknown language: %(code)s."),
                code="labels_language",
                params={"code": code},
            )
        if not isinstance(text, str) or len(text) > 500:
            raise ValidationError(_("A label is a text of at most 500 characters."), code="labels_text")
