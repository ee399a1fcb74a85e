"""Moments in the W3C's subset of ISO 8601, which always name their zone."""

import re
from datetime import UTC, datetime
from typing import Final

_MOMENT: Final = re.compile(
    r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:\d{2})\Z", re.ASCII
)


def written_moment(moment: datetime) -> str:
    """`2026-03-14T08:15:30Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read_moment(text: str) -> datetime:
    """The moment that a caller names. Raises ValueError for anything without a zone or off the calendar."""
    if not _MOMENT.match(text):
        raise ValueError("no moment with a zone")
    moment = datetime.fromisoformat(text).astimezone(UTC)
    # Ninety days to either side still have to be on the calendar.
    if not 1900 <= moment.year <= 9000:
        raise ValueError("off the calendar")
    return moment
