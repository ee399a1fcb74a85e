"""Finds services by need, place, language, target group and moment; the catalogue is some hundred entries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from backend.directory import lookups
from backend.directory.models import (
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
    ServiceLanguage,
    ServiceNeed,
    ServiceTargetGroup,
)
from backend.directory.querysets import ServiceQuerySet
from backend.directory.services.opening import is_open


@dataclass(frozen=True)
class Wish:
    """What is looked for. Several needs: any of them."""

    needs: tuple[str, ...] = ()
    place: str = ""
    area: str = ""
    language: str = ""
    target_group: str = ""
    open_at: datetime | None = None
    search: str = ""


def find_services(wish: Wish, services: ServiceQuerySet) -> QuerySet[Service]:
    """Services that are running and fit. Raises Invalid where a code is not known."""
    found: QuerySet[Service] = _named(services, wish.search).filter(status=Service.Status.ACTIVE)
    if wish.needs:
        found = found.filter(pk__in=_answering(wish.needs))
    if wish.place:
        found = _serving(found, _above(wish.place))
    if wish.area:
        found = _serving(found, lookups.place_ids_under(wish.area, field="area"))
    if wish.language:
        found = _speaking(found, wish.language)
    if wish.target_group:
        found = found.filter(pk__in=_for_group(wish.target_group))
    if wish.open_at:
        found = found.filter(pk__in=_open(found, wish.open_at))
    return found


def _named(services: ServiceQuerySet, text: str) -> ServiceQuerySet:
    return services.matching(text) if text else services


def _answering(codes: Iterable[str]) -> "QuerySet[ServiceNeed, Any]":
    needs = [lookups.need_of(code).id for code in codes]
    return ServiceNeed.objects.filter(need__in=needs).values_list("service_id")


def _for_group(code: str) -> "QuerySet[ServiceTargetGroup, Any]":
    """Those for the group, and those for everybody."""
    groups = {lookups.target_group_of(code).code, "everybody"}
    rows = ServiceTargetGroup.objects.filter(target_group__code__in=groups)
    return rows.values_list("service_id")


def _above(code: str) -> list[int]:
    """A place and what it lies in: a service for the county or the whole country serves it too."""
    path = lookups.place_of(code).path.strip("/").split("/")
    return [lookups.place_of(one).id for one in path]


def _serving(services: QuerySet[Service], places: Iterable[int]) -> QuerySet[Service]:
    """By service areas; a service that names no area serves where it is given."""
    there = list(places)
    areas = ServiceArea.objects.filter(place__in=there)
    given = ServiceAtLocation.objects.filter(location__place__in=there)
    named = ServiceArea.objects.exclude(place=None)
    has_area = Q(pk__in=named.exclude(service=None).values("service_id")) | Q(
        at_locations__in=named.exclude(at_location=None).values("at_location_id")
    )
    without = Service.objects.exclude(pk__in=Service.objects.filter(has_area).values("pk"))
    return services.filter(
        Q(pk__in=areas.exclude(service=None).values("service_id"))
        | Q(
            pk__in=ServiceAtLocation.objects.filter(
                pk__in=areas.exclude(at_location=None).values("at_location_id")
            ).values("service_id")
        )
        | Q(pk__in=given.filter(service__in=without.values("pk")).values("service_id"))
    )


def _speaking(services: QuerySet[Service], language: str) -> QuerySet[Service]:
    """Directories name languages by ISO 639: both Serbian scripts are `sr` there."""
    spoken = language.split("-", maxsplit=1)[0].lower()
    rows = ServiceLanguage.objects.filter(Q(code__iexact=spoken) | Q(code__istartswith=f"{spoken}-"))
    there = rows.exclude(location=None).values("location_id")
    return services.filter(
        Q(pk__in=rows.exclude(service=None).values("service_id"))
        | Q(pk__in=ServiceAtLocation.objects.filter(location__in=there).values("service_id"))
    )


# Opening hours ------------------------------------------------------------------------------------------


@dataclass
class _Hours:
    """The schedules of a service, its own and those of where it is given, and whose clocks they follow."""

    schedules: list[Schedule] = field(default_factory=list)
    country: str | None = None


def _open(services: QuerySet[Service], moment: datetime) -> list[UUID]:
    """A recurrence is no condition that a database understands: those left are looked at one by one."""
    hours = _hours(services.order_by().values("pk"))
    return [pk for pk, own in hours.items() if is_open(own.schedules, moment, own.country)]


def _hours(services: "QuerySet[Service, Any]") -> dict[UUID, _Hours]:
    hours: dict[UUID, _Hours] = defaultdict(_Hours)
    at_location: dict[UUID, list[UUID]] = defaultdict(list)
    given = ServiceAtLocation.objects.filter(service__in=services)
    for pk, service, location, country in given.values_list(
        "pk", "service_id", "location_id", "location__place__country"
    ):
        at_location[pk].append(service)
        at_location[location].append(service)
        hours[service].country = hours[service].country or country
    areas = ServiceArea.objects.filter(service__in=services)
    for own, country in areas.values_list("service", "place__country"):
        hours[own].country = hours[own].country or country
    whose = Q(service__in=services) | Q(at_location__in=given) | Q(location__at_locations__in=given)
    for row in Schedule.objects.filter(whose).distinct():
        of = [row.service_id, *at_location.get(row.at_location_id or row.pk, ())]
        for service in {*of, *at_location.get(row.location_id or row.pk, ())} - {None}:
            hours[service].schedules.append(row)
    return hours
