"""The visible page: which cases an actor sees, in order, a page at a time; how many, and of what kinds."""

from backend.cases.page.counting import count_of_cases
from backend.cases.page.extras import EXTRAS, with_extras
from backend.cases.page.facets import FACETS, Facet, facets_of_cases
from backend.cases.page.filters import NOBODY, CaseFilters
from backend.cases.page.kept import filters_to_keep, kept_filters
from backend.cases.page.listing import Page, page_of_cases
from backend.cases.page.seen import Seen, seen_of

__all__ = [
    "EXTRAS",
    "FACETS",
    "NOBODY",
    "CaseFilters",
    "Facet",
    "Page",
    "Seen",
    "count_of_cases",
    "facets_of_cases",
    "filters_to_keep",
    "kept_filters",
    "page_of_cases",
    "seen_of",
    "with_extras",
]
