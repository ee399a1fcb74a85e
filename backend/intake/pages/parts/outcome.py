"""How it ended: the outcome in words, or advice on where to turn instead."""

from collections.abc import Mapping
from typing import Any, Final

from backend.intake.pages.parts.part import Part, Visit


def shown(visit: Visit) -> Mapping[str, Any] | None:
    """Nothing until there is something to tell."""
    return {} if visit.status.outcome_label or visit.status.advice else None


PART: Final = Part(name="outcome", template="intake/parts/outcome.html", shown=shown)
