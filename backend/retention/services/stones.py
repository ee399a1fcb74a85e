"""What tombstones tell: how many cases were erased, never so few that one is known by it."""

from typing import Final

from django.db.models import Sum
from django.db.models.functions import ExtractYear

from backend.partners.models import Partner
from backend.retention.models import Tombstone

FEWEST: Final = 5
"""As in all numbers of this installation (`insights.hiding`)."""


def erased_by_year(partner: Partner) -> list[tuple[int, int | None]]:
    """Year → how many, the newest first; None for a number from 1 to 4. No total stands beside them."""
    stones = Tombstone.objects.filter(partner=partner).annotate(year=ExtractYear("erased_in"))
    rows = stones.values("year").annotate(sum=Sum("count")).order_by("-year").values_list("year", "sum")
    return [(year, count if count >= FEWEST else None) for year, count in rows]
