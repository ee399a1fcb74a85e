"""Public facts that every partner shares: places, institutions, categories, legal terms."""

from backend.directory.models.categories import Category
from backend.directory.models.deadlines import CalendarOverride, DeadlineRule
from backend.directory.models.institutions import Institution, InstitutionChannel
from backend.directory.models.places import Country, Place

__all__ = [
    "CalendarOverride",
    "Category",
    "Country",
    "DeadlineRule",
    "Institution",
    "InstitutionChannel",
    "Place",
]
