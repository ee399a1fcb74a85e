"""The platform administrator keeps the institutions: facts, parents, areas, validity."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final, TypedDict

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from backend.audit import services as audit
from backend.common import clock
from backend.common.errors import Invalid, NotAllowed, require_version
from backend.directory import lookups
from backend.directory.errors import CodeTaken
from backend.directory.models import Institution, Place
from backend.directory.services.auditing import target_of
from backend.directory.spelling import search_text
from backend.partners.actors import Actor


class InstitutionChanges(TypedDict, total=False):
    """What may change; the code never does. Parent, place, areas and successor are given by code."""

    kind: str
    level: str
    country: str
    parent: str | None
    place: str | None
    areas: list[str]
    names: dict[str, str]
    languages: list[str]
    accepts_anonymous: bool | None
    website: str
    valid_from: date | None
    valid_until: date | None
    successor: str | None
    source: str
    verified_on: date | None


_BY_CODE: Final = ("parent", "successor", "place")


@transaction.atomic
def create_institution(*, code: str, facts: InstitutionChanges, actor: Actor) -> Institution:
    """List an institution that the files do not know."""
    _require_keeper(actor)
    institution = Institution(code=code, edited_at=clock.now())
    areas = _set(institution, facts)
    try:
        with transaction.atomic():
            institution.save(force_insert=True)
    except IntegrityError:
        raise CodeTaken() from None
    institution.areas.set(areas or [])
    lookups.forget()
    audit.record(actor, "institution.created", target_of(institution), chain=None, code=code)
    return institution


@transaction.atomic
def change_institution(
    code: str, *, changes: InstitutionChanges, expected: int | None, actor: Actor
) -> Institution:
    """Correct an institution's facts. From then on the files no longer change this row."""
    _require_keeper(actor)
    institution = Institution.objects.locked(code)
    require_version(institution.version, expected)
    areas = _set(institution, changes)
    institution.version += 1
    institution.edited_at = clock.now()
    institution.save()
    if areas is not None:
        institution.areas.set(areas)
    lookups.forget()
    fields = sorted(changes)
    audit.record(actor, "institution.changed", target_of(institution), chain=None, code=code, fields=fields)
    return institution


def _require_keeper(actor: Actor) -> None:
    if not actor.keeps_platform:
        raise NotAllowed()


def _set(institution: Institution, facts: InstitutionChanges) -> list[Place] | None:
    """Write the facts onto the row; the areas are given back, as they are rows of their own."""
    plain = {name: value for name, value in facts.items() if name not in (*_BY_CODE, "areas")}
    for name, value in plain.items():
        setattr(institution, name, value)
    for name in _BY_CODE:
        if name in facts:
            setattr(institution, name, _referred(institution, name, facts))
    institution.search_text = search_text(institution.names)
    if (
        institution.valid_from
        and institution.valid_until
        and institution.valid_until < institution.valid_from
    ):
        raise Invalid.field("valid_until", "before_valid_from", _("This ends before it begins."))
    return _places(facts["areas"]) if "areas" in facts else None


def _referred(institution: Institution, name: str, facts: Mapping[str, Any]) -> Institution | Place | None:
    code = facts[name]
    if not code:
        return None
    if name == "place":
        return Place.objects.get(pk=lookups.place_of(code, field=name).id)
    referred = Institution.objects.get(pk=lookups.institution_of(code, field=name).id)
    _refuse_circle(institution, referred, name)
    return referred


def _refuse_circle(institution: Institution, referred: Institution, name: str) -> None:
    """Nothing is above itself, or its own successor, by whatever way round."""
    seen: set[int] = set()
    step: Institution | None = referred
    while step is not None and step.pk not in seen:
        if step.code == institution.code:
            raise Invalid.field(name, "circle", _("This would lead back to the institution itself."))
        seen.add(step.pk)
        step = getattr(step, name)


def _places(codes: list[str]) -> list[Place]:
    ids = {lookups.place_of(code, field=f"areas.{number}").id for number, code in enumerate(codes)}
    return list(Place.objects.filter(pk__in=ids))
