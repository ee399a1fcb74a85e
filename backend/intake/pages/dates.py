"""A day told in three boxes."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from backend.intake.services.checking import EARLIEST

PARTS: Final = ("day", "month", "year")


def day_told(answers: Mapping[str, Any], today: date) -> date | None:
    """The day, or None where all three boxes are empty. Raises ValidationError."""
    parts = [str(answers.get(part) or "").strip().rstrip(".") for part in PARTS]
    if not any(parts):
        return None
    try:
        day, month, year = (int(part) for part in parts)
        told = date(year, month, day)
    except (ValueError, OverflowError):
        raise ValidationError(
            _("This is no day of the calendar. Leave all three boxes empty if you do not know it."),
            code="date.unknown",
        ) from None
    if told > today:
        raise ValidationError(_("That day had not come yet."), code="date.in_the_future")
    if told < EARLIEST:
        raise ValidationError(_("This day is too long ago."), code="date.too_long_ago")
    return told
