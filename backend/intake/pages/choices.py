"""What the lists of a form offer: categories of a kind, places and institutions of the partner's country."""

from collections import defaultdict
from typing import Any

from django.utils.translation import gettext as _

from backend.common import clock
from backend.common.folding import fold
from backend.directory import lookups
from backend.directory.kinds import PlaceLevel
from backend.directory.lookups import CategoryEntry, InstitutionEntry, PlaceEntry
from backend.forms import offers
from backend.forms.form import Form, Question
from backend.partners.models import Partner

Choice = tuple[str, str]
# Plain options and named groups of them, as Django's selects take them.
Choices = list[tuple[str, Any]]


def categories_of(form: Form, kind: str) -> Choices:
    """The terms of a kind that have none below them, under the name of the term above."""
    terms = sorted(offers.categories(form, kind), key=lambda term: term.position)
    above = {term.code: _above(term) for term in terms}
    names = {term.code: term.name for term in lookups.categories.all()}
    parents = set(above.values())
    groups: dict[str, list[Choice]] = defaultdict(list)
    for term in terms:
        if term.code not in parents:
            groups[above[term.code]].append((term.code, term.name))
    options: Choices = []
    for parent, members in groups.items():
        options += [(names[parent], members)] if parent in above else members
    return options


def places_of(form: Form, partner: Partner) -> Choices:
    """Municipalities and their units, by region."""
    names = {place.code: place.name for place in lookups.places.all() if place.country == partner.country}
    groups: dict[str, list[PlaceEntry]] = defaultdict(list)
    for place in offers.places(form, partner.country):
        groups[_region_of(place)].append(place)
    inside = {
        region: [(place.code, _with_municipality(place, names)) for place in members]
        for region, members in groups.items()
    }
    return _grouped(inside, names)


def institutions_of(question: Question, partner: Partner) -> Choices:
    """The institutions of the country that exist today: for the whole country first, then by region."""
    names = {place.code: place.name for place in lookups.places.all()}
    groups: dict[str, list[Choice]] = defaultdict(list)
    for body in offers.institutions(question, partner.country, clock.today(partner.time_zone)):
        groups[_seat_of(body)].append((body.code, body.name))
    whole = _sorted(groups.pop("", []))
    return [*([(_("Whole country"), whole)] if whole else []), *_grouped(groups, names)]


def _above(term: CategoryEntry) -> str:
    return next(iter(term.path.strip("/").split("/")[-2:-1]), "")


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
