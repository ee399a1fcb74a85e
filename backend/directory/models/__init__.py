"""Public facts that every partner shares: places, institutions, categories, legal terms."""

from backend.directory.models.categories import Category
from backend.directory.models.deadlines import CalendarOverride, DeadlineRule
from backend.directory.models.institutions import Institution, InstitutionChannel
from backend.directory.models.needs import CategoryNeed, Need, TargetGroup
from backend.directory.models.places import Country, Place

__all__ = [
    "CalendarOverride",
    "Category",
    "CategoryNeed",
    "Country",
    "DeadlineRule",
    "Institution",
    "InstitutionChannel",
    "Need",
    "Place",
    "TargetGroup",
]
