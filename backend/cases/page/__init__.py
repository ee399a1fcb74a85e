"""The visible page: which cases an actor sees, in order, a page at a time; and how many there are."""

from backend.cases.page.counting import count_of_cases
from backend.cases.page.filters import NOBODY, CaseFilters
from backend.cases.page.listing import Page, page_of_cases

__all__ = ["NOBODY", "CaseFilters", "Page", "count_of_cases", "page_of_cases"]
