"""A day told in three boxes."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

PARTS: Final = ("day", "month", "year")


def day_told(parts: Mapping[str, Any]) -> date | None:
    """The day, or None where all three boxes are empty. Raises ValidationError."""
    told = [str(parts.get(part) or "").strip().rstrip(".") for part in PARTS]
    if not any(told):
        return None
    try:
        day, month, year = (int(part) for part in told)
        return date(year, month, day)
    except (ValueError, OverflowError):
        raise ValidationError(
            _("This is no day of the calendar. Leave all three boxes empty if you do not know it."),
            code="date.unknown",
        ) from None
