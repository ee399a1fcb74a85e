"""Which entries of the directory a form offers: of the partner's country, narrowed as its schema says."""

from collections.abc import Iterator
from datetime import date

from backend.directory import lookups
from backend.directory.kinds import InstitutionKind, PlaceLevel
from backend.directory.lookups import CategoryEntry, InstitutionEntry, PlaceEntry
from backend.forms import core
from backend.forms.form import Form, Question

OF_JUSTICE = (InstitutionKind.COURT, InstitutionKind.PROSECUTION)


def categories(form: Form, kind: str) -> Iterator[CategoryEntry]:
    """The terms of a kind that are in use; narrowed, those that are listed or stand below one that is."""
    for term in lookups.categories.all():
        if term.is_active and kind in term.kinds and _is_listed(term.path, form.categories):
            yield term


def places(form: Form, country: str) -> Iterator[PlaceEntry]:
    """Municipalities and their units."""
    levels = (PlaceLevel.MUNICIPALITY, PlaceLevel.ADMINISTRATIVE_UNIT)
    for place in lookups.places.all():
        if place.country == country and place.level in levels and _is_listed(place.path, form.places):
            yield place


def institutions(question: Question, country: str, today: date) -> Iterator[InstitutionEntry]:
    """The institutions that exist today; where a court is asked for, courts and prosecution."""
    for body in lookups.institutions.all():
        if body.country == country and _exists(body, today) and _fits(question, body):
            yield body


def _is_listed(path: str, codes: frozenset[str] | None) -> bool:
    return codes is None or not codes.isdisjoint(path.strip("/").split("/"))


def _exists(body: InstitutionEntry, today: date) -> bool:
    return (body.valid_from is None or body.valid_from <= today) and (
        body.valid_until is None or body.valid_until >= today
    )


def _fits(question: Question, body: InstitutionEntry) -> bool:
    return question.core != core.COURT or body.kind in OF_JUSTICE
