"""Which institutions usually answer for what, and by which legal term: suggestions, never decisions."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from django.db.models import Q, QuerySet

from backend.directory import lookups
from backend.directory.calendars import today_in
from backend.directory.kinds import InstitutionKind
from backend.directory.models import DeadlineRule, Institution
from backend.directory.services.appeals import FROM_FIRST_ARRIVAL

_FILE: Final = Path(__file__).parents[1] / "data" / "competences.toml"
ANSWERED_BY: Final = frozenset(
    {"request_received", "complaint_received", "complaint_to_commissioner", FROM_FIRST_ARRIVAL}
)
"""What starts the institution's own clock; other terms (to appeal, say) are the complainant's."""


@dataclass(frozen=True, slots=True)
class Competence:
    """Who answers for a category: kinds of institutions on the spot, and some by name in a whole country.
    `parts` stand in the codes of those on the spot that no kind tells apart (water, electricity)."""

    kinds: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def competence_for(category_id: int | None) -> Competence:
    """Of the category, else of the nearest one above it that has one."""
    if category_id is None:
        return Competence()
    known = _table()["categories"]
    path = reversed(lookups.categories.with_id(category_id).path.strip("/").split("/"))
    found: Mapping[str, list[str]] = next((known[code] for code in path if code in known), {})
    return Competence(**{name: tuple(codes) for name, codes in found.items()})


def on_the_spot(competence: Competence, places: list[int]) -> "QuerySet[Institution]":
    """Institutions of the right sort that cover one of the places: a place and what it lies in."""
    sort = Q(kind__in=competence.kinds)
    for part in competence.parts:
        sort |= Q(code__contains=part)
    covering = Institution.areas.through.objects.filter(place_id__in=places).values("institution_id")
    return Institution.objects.filter(sort, pk__in=covering)


def terms_for(kind: str, institution: Institution) -> list[DeadlineRule]:
    """The terms that a letter to this institution can start, those likely in such a case first."""
    rules = DeadlineRule.objects.for_display().valid_on(today_in(institution.country))
    open_ones = list(rules.filter(country=institution.country, trigger__in=ANSWERED_BY))
    likely = _likely_terms(kind, institution)
    return sorted(open_ones, key=lambda rule: (_place_in(likely, rule.code), rule.code))


def suggested_term(kind: str, institution: Institution) -> str | None:
    """The code of the likeliest term, where one is known for such a case in this country."""
    running = {rule.code for rule in terms_for(kind, institution)}
    return next((code for code in _likely_terms(kind, institution) if code in running), None)


def _likely_terms(kind: str, institution: Institution) -> list[str]:
    terms: Mapping[str, list[str]] = _table()["terms"]
    hears_appeals = institution.kind == InstitutionKind.INFORMATION_COMMISSIONER
    return terms[institution.kind] if hears_appeals else terms.get(kind, [])


def _place_in(likely: list[str], code: str) -> int:
    return likely.index(code) if code in likely else len(likely)
