"""What may stand in a person's words. They are refused or kept byte for byte, never tidied up."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from backend.common.characters import has_refused_characters
from backend.common.errors import FieldError

LONGEST_NARRATIVE: Final = 20_000
LONGEST_WISH: Final = 4_000
LONGEST_CONTACT_NOTE: Final = 1_000
LONGEST_MESSAGE: Final = 10_000
LONGEST_COMMENT: Final = 4_000


def check_words(field: str, text: str, *, longest: int, required: bool = False) -> list[FieldError]:
    """What is wrong with a text, told by field; an empty list where nothing is."""
    if has_refused_characters(text):
        return [FieldError(field, "invalid_characters", _("This text has characters that cannot be shown."))]
    if len(text) > longest:
        return [FieldError(field, "max_length", _("This text is too long."))]
    if required and not text.strip():
        return [FieldError(field, "blank", _("Please write something here."))]
    return []
