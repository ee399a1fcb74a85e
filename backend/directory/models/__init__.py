"""Public facts that every partner shares: places, institutions, categories, legal terms."""

from backend.directory.models.categories import Category
from backend.directory.models.deadlines import CalendarOverride, DeadlineRule
from backend.directory.models.institutions import Institution, InstitutionChannel
from backend.directory.models.needs import CategoryNeed, Need, TargetGroup
from backend.directory.models.places import Country, Place
from backend.directory.models.providers import (
    Address,
    Service,
    ServiceAtLocation,
    ServiceLocation,
    ServiceNeed,
    ServiceProvider,
    ServiceTargetGroup,
)
from backend.directory.models.reaching import (
    Contact,
    KeptRow,
    Phone,
    Schedule,
    ServiceArea,
    ServiceLanguage,
)

__all__ = [
    "Address",
    "CalendarOverride",
    "Category",
    "CategoryNeed",
    "Contact",
    "Country",
    "DeadlineRule",
    "Institution",
    "InstitutionChannel",
    "KeptRow",
    "Need",
    "Phone",
    "Place",
    "Schedule",
    "Service",
    "ServiceArea",
    "ServiceAtLocation",
    "ServiceLanguage",
    "ServiceLocation",
    "ServiceNeed",
    "ServiceProvider",
    "ServiceTargetGroup",
    "TargetGroup",
]
