"""What the lists of a form offer: categories of a kind, places and institutions of the partner's country."""

from collections import defaultdict
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from backend.common import clock
from backend.common.folding import fold
from backend.directory import lookups
from backend.directory.kinds import PlaceLevel
from backend.directory.lookups import InstitutionEntry, PlaceEntry
from backend.directory.models import Category
from backend.partners.models import Partner

Choice = tuple[str, str]
# Plain options and named groups of them, as Django's selects take them.
Choices = list[tuple[str, Any]]


def categories_of(kind: str) -> Choices:
    """The terms of a kind that have none below them, under the name of the term above."""
    terms = [term for term in Category.objects.filter(is_active=True) if kind in term.kinds]
    by_id = {term.pk: term for term in terms}
    groups: dict[int | None, list[Category]] = defaultdict(list)
    parents = {term.parent_id for term in terms}
    for term in sorted(terms, key=lambda term: term.position):
        if term.pk not in parents:
            groups[term.parent_id].append(term)
    options: Choices = [("", _("I do not know"))]
    for parent, members in groups.items():
        inside = [(term.code, term.label) for term in members]
        options += [(by_id[parent].label, inside)] if parent in by_id else inside
    return options


def places_of(partner: Partner) -> Choices:
    """Municipalities and their units, by region."""
    places = [place for place in lookups.places.all() if place.country == partner.country]
    names = {place.code: place.name for place in places}
    groups: dict[str, list[PlaceEntry]] = defaultdict(list)
    for place in places:
        if place.level in (PlaceLevel.MUNICIPALITY, PlaceLevel.ADMINISTRATIVE_UNIT):
            groups[_region_of(place)].append(place)
    inside = {
        region: [(place.code, _with_municipality(place, names)) for place in members]
        for region, members in groups.items()
    }
    return [("", _("I do not know")), *_grouped(inside, names)]


def institutions_of(partner: Partner) -> Choices:
    """The institutions of the country that exist today: for the whole country first, then by region."""
    today = clock.today(partner.time_zone)
    names = {place.code: place.name for place in lookups.places.all()}
    groups: dict[str, list[Choice]] = defaultdict(list)
    for body in lookups.institutions.all():
        if body.country == partner.country and _exists(body, today):
            groups[_seat_of(body)].append((body.code, body.name))
    whole = _sorted(groups.pop("", []))
    first: Choices = [("", _("I do not know"))]
    return [*first, *([(_("Whole country"), whole)] if whole else []), *_grouped(groups, names)]


def _exists(body: InstitutionEntry, today: date) -> bool:
    return (body.valid_from is None or body.valid_from <= today) and (
        body.valid_until is None or body.valid_until >= today
    )


def _seat_of(body: InstitutionEntry) -> str:
    """The code of the region where an institution sits; empty for one of the whole country."""
    if body.level == "central" or body.place_id is None:
        return ""
    return _region_of(lookups.places.with_id(body.place_id))


def _region_of(place: PlaceEntry) -> str:
    country_and_region = place.path.strip("/").split("/")[:2]
    return country_and_region[-1]


def _with_municipality(place: PlaceEntry, names: dict[str, str]) -> str:
    if place.level != PlaceLevel.ADMINISTRATIVE_UNIT:
        return place.name
    municipality = place.path.strip("/").split("/")[-2]
    return f"{names.get(municipality, '')} – {place.name}"


def _grouped(groups: dict[str, list[Choice]], names: dict[str, str]) -> Choices:
    named = [(names.get(code, code), _sorted(members)) for code, members in groups.items()]
    return sorted(named, key=lambda group: fold(group[0]))


def _sorted(options: list[Choice]) -> list[Choice]:
    return sorted(options, key=lambda option: fold(option[1]))
