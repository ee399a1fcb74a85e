"""What is hidden of the complainant's words wherever they leave: read here by everything that shows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Prefetch, prefetch_related_objects

from backend.cases.models import Case, CaseMasks

Place = Mapping[str, Any]
ANSWER: Final = "answer."
MESSAGE: Final = "message."


@dataclass(frozen=True, slots=True, repr=False)
class Masks:
    """Hidden places by part: `narrative`, `wish`, `answer.<question>`, `message.<id>`. No readable repr:
    a place says how long a name is."""

    places: Sequence[Place] = ()
    version: int = 0

    def of(self, part: str) -> list[Place]:
        """What is hidden of one part."""
        return [place for place in self.places if place["part"] == part]

    @property
    def reasons(self) -> list[str]:
        """Why, each reason once."""
        return sorted({place["reason"] for place in self.places})


NONE: Final = Masks()


def masks_of(case: Case) -> Masks:
    """The masks of a case. One query, whoever asks again has them at hand."""
    found = CaseMasks.objects.select_related("data_key__partner_key")
    prefetch_related_objects([case], Prefetch("masks", found))
    row: CaseMasks | None = getattr(case, "masks", None)
    return NONE if row is None else Masks(tuple(row.places), row.version)
