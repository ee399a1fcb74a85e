"""Institutions to which a case can go first: by what it is about and where, each with why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.db.models import QuerySet

from backend.cases.models import Case
from backend.cases.services import permits
from backend.cases.services.letters import official_languages
from backend.cases.services.next_bodies import above, consents_of, lying_there, overseers
from backend.cases.stages import DestinationReason, NextReason
from backend.common.kinds import CaseKind
from backend.common.languages import Language
from backend.directory import lookups
from backend.directory.calendars import today_in
from backend.directory.kinds import InstitutionLevel
from backend.directory.models import Institution, InstitutionChannel
from backend.directory.services.channels import open_channels
from backend.directory.services.competence import Competence, competence_for, on_the_spot
from backend.partners.actors import Actor

_NEAREST_FIRST: Final = {
    InstitutionLevel.LOCAL.value: 0,
    InstitutionLevel.REGIONAL.value: 1,
    InstitutionLevel.CENTRAL.value: 2,
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An institution, why it is suggested, how it is reached, and what is known of the complainant's wish."""

    institution: Institution
    why: tuple[DestinationReason, ...]
    languages: tuple[Language, ...]
    channels: list[InstitutionChannel]
    # The running consent towards exactly this body, and a referral that the case has there already.
    consent: UUID | None
    lies_there: UUID | None


def suggestions(case_id: UUID, *, actor: Actor) -> list[Suggestion]:
    """Where the case can go, nearest first. Raises NotFound, NotAllowed."""
    case = Case.objects.select_related("owner").readable(case_id, actor)
    permits.require_permission("refer_cases", case, actor)
    reasons: dict[int, list[DestinationReason]] = {}
    for pk, why in _candidates(case):
        if why not in reasons.setdefault(pk, []):
            reasons[pk].append(why)
    return _told(case, reasons)


def suggestion_of(case: Case, institution: Institution) -> Suggestion:
    """The same of an institution that somebody chose without being led to it."""
    return _told(case, {institution.pk: []})[0]


def _told(case: Case, reasons: dict[int, list[DestinationReason]]) -> list[Suggestion]:
    consents, there = consents_of(case), lying_there(case)
    found = Institution.objects.for_display().prefetch_related("channels").in_bulk(list(reasons))
    return [
        Suggestion(
            institution=found[pk],
            why=tuple(why),
            languages=official_languages(found[pk]),
            channels=open_channels(found[pk]),
            consent=consents.get(pk),
            lies_there=there.get(pk),
        )
        for pk, why in reasons.items()
    ]


def _candidates(case: Case) -> Iterator[tuple[int, DestinationReason]]:
    named = case.institution
    if named is not None and _exists(named):
        yield named.pk, DestinationReason.NAMED
    competence, country = competence_for(case.category_id), _country_of(case)
    for body in _nearest_first(on_the_spot(competence, _places_of(case)), country):
        yield body.pk, DestinationReason.COMPETENT
        yield body.pk, DestinationReason.PLACE
    for body in _named_in(competence, country):
        yield body.pk, DestinationReason.COMPETENT
    for body in above(named) if named is not None else ():
        yield body.pk, DestinationReason.SUPERIOR
    for body, why in overseers(country, CaseKind(case.kind)):
        is_ombudsman = why is NextReason.OMBUDSMAN
        yield body.pk, DestinationReason.OMBUDSMAN if is_ombudsman else DestinationReason.OVERSIGHT


def _country_of(case: Case) -> str:
    if case.place_id is not None:
        return lookups.places.with_id(case.place_id).country
    if case.institution is not None:
        return case.institution.country
    return case.owner.country


def _places_of(case: Case) -> list[int]:
    """The place of the case and what it lies in."""
    if case.place_id is None:
        return []
    path = lookups.places.with_id(case.place_id).path.strip("/").split("/")
    return [lookups.place_of(code).id for code in path]


def _nearest_first(found: "QuerySet[Institution]", country: str) -> Iterable[Institution]:
    running = found.valid_on(today_in(country))  # type: ignore[attr-defined]  # of this table's own queryset
    return sorted(running, key=lambda body: (_NEAREST_FIRST.get(body.level, 3), body.code))


def _named_in(competence: Competence, country: str) -> list[Institution]:
    running = Institution.objects.valid_on(today_in(country)).filter(
        country=country, code__in=competence.named
    )
    return sorted(running, key=lambda body: competence.named.index(body.code))


def _exists(institution: Institution) -> bool:
    today = today_in(institution.country)
    return institution.valid_until is None or institution.valid_until >= today
