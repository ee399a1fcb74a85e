"""On top of everything: the partner waits for an answer."""

from collections.abc import Mapping
from typing import Any, Final

from backend.intake.pages.parts.part import Part, Visit


def shown(visit: Visit) -> Mapping[str, Any] | None:
    """Nothing while nothing is asked."""
    return {} if visit.status.answer_awaited else None


PART: Final = Part(name="awaited", template="intake/parts/awaited.html", shown=shown)
