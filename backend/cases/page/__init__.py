"""The visible page: which cases an actor sees, in order, a page at a time; how many, and of what kinds."""

from backend.cases.page.counting import count_of_cases
from backend.cases.page.extras import EXTRAS, with_extras
from backend.cases.page.facets import FACETS, Facet, facets_of_cases
from backend.cases.page.filters import NOBODY, CaseFilters
from backend.cases.page.listing import Page, page_of_cases

__all__ = [
    "EXTRAS",
    "FACETS",
    "NOBODY",
    "CaseFilters",
    "Facet",
    "Page",
    "count_of_cases",
    "facets_of_cases",
    "page_of_cases",
    "with_extras",
]
