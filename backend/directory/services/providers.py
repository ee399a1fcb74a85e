"""Providers and their services are kept by the platform administrator, and by the partner that one is."""

from datetime import date
from typing import Any, Final, TypedDict
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from backend.audit import services as audit
from backend.common import clock
from backend.common.errors import Invalid, NotAllowed, require_version
from backend.directory import lookups
from backend.directory.models import (
    Address,
    Phone,
    Place,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
    ServiceLanguage,
    ServiceLocation,
    ServiceNeed,
    ServiceProvider,
    ServiceTargetGroup,
)
from backend.directory.services.opening import BrokenRule, check_schedule
from backend.directory.services.searchable import (
    PlaceNames,
    hide_shelters,
    place_locations,
    renew_search_texts,
)
from backend.partners.actors import Actor
from backend.partners.models import Partner


class ProviderFacts(TypedDict, total=False):
    """What is said of a provider. Only an administrator says which partner it is."""

    name: str
    alternate_name: str
    description: str
    email: str
    website: str
    partner: str | None
    source: str
    verified_on: date | None


class ServiceFacts(TypedDict, total=False):
    """What is said of a service. A list that is given replaces the one that was there."""

    name: str
    alternate_name: str
    description: str
    url: str
    email: str
    status: str
    interpretation_services: str
    application_process: str
    fees_description: str
    eligibility_description: str
    minimum_age: int | None
    maximum_age: int | None
    alert: str
    source: str
    verified_on: date | None
    needs: list[str]
    target_groups: list[str]
    languages: list[str]
    areas: list[str]
    phones: list[dict[str, Any]]
    schedules: list[dict[str, Any]]
    locations: list[dict[str, Any]]


_LISTS: Final = ("needs", "target_groups", "languages", "areas", "phones", "schedules", "locations")


@transaction.atomic
def create_provider(*, facts: ProviderFacts, actor: Actor) -> ServiceProvider:
    """List a provider (platform administrator)."""
    if not actor.keeps_platform:
        raise NotAllowed()
    provider = ServiceProvider()
    _set_provider(provider, facts)
    provider.save(force_insert=True)
    _follow()
    audit.record(actor, "provider.created", provider, chain=None)
    return provider


@transaction.atomic
def change_provider(
    id: UUID, *, changes: ProviderFacts, expected: int | None, actor: Actor
) -> ServiceProvider:
    """Correct what is said of a provider."""
    provider = ServiceProvider.objects.locked(id)
    require_keeper(provider, actor)
    require_version(provider.version, expected)
    if "partner" in changes and not actor.keeps_platform:
        raise NotAllowed()
    _set_provider(provider, changes)
    provider.version += 1
    provider.save()
    _follow()
    audit.record(actor, "provider.changed", provider, chain=None, fields=sorted(changes))
    return provider


@transaction.atomic
def create_service(provider_id: UUID, *, facts: ServiceFacts, actor: Actor) -> Service:
    """List a service of a provider."""
    provider = ServiceProvider.objects.locked(provider_id)
    require_keeper(provider, actor)
    service = Service(provider=provider)
    _set_service(service, facts)
    service.save(force_insert=True)
    _replace_lists(service, facts)
    _follow()
    audit.record(actor, "service.created", service, chain=None, provider=provider.pk)
    return service


@transaction.atomic
def change_service(id: UUID, *, changes: ServiceFacts, expected: int | None, actor: Actor) -> Service:
    """Correct what is said of a service."""
    service = Service.objects.locked(id)
    require_keeper(service.provider, actor)
    require_version(service.version, expected)
    _set_service(service, changes)
    service.version += 1
    service.save()
    _replace_lists(service, changes)
    _follow()
    audit.record(actor, "service.changed", service, chain=None, fields=sorted(changes))
    return service


def keeps(provider: ServiceProvider, actor: Actor) -> bool:
    """Whether the actor may change the entry: its own partner's manager, or an administrator."""
    own = provider.partner_id is not None and actor.may("manage_partner", provider.partner_id)
    return actor.keeps_platform or own


def require_keeper(provider: ServiceProvider, actor: Actor) -> None:
    """Raises NotAllowed."""
    if not keeps(provider, actor):
        raise NotAllowed()


def _set_provider(provider: ServiceProvider, facts: ProviderFacts) -> None:
    for name, value in facts.items():
        if name == "partner":
            provider.partner = _partner(provider, facts["partner"])
        else:
            setattr(provider, name, value)
    _refuse_future(provider.verified_on)


def _partner(provider: ServiceProvider, slug: str | None) -> Partner | None:
    if slug is None:
        return None
    partner = Partner.objects.filter(slug=slug).first()
    if partner is None:
        raise Invalid.field("partner", "unknown_partner", _("No partner has this slug."))
    if ServiceProvider.objects.filter(partner=partner).exclude(pk=provider.pk).exists():
        raise Invalid.field("partner", "partner_taken", _("Another provider is already this partner."))
    return partner


def _refuse_future(day: date | None) -> None:
    if day is not None and day > clock.now().date():
        raise Invalid.field("verified_on", "in_future", _("This day has not come yet."))


def _set_service(service: Service, facts: ServiceFacts) -> None:
    for name, value in facts.items():
        if name not in _LISTS:
            setattr(service, name, value)
    _refuse_future(service.verified_on)
    least, most = service.minimum_age, service.maximum_age
    if least is not None and most is not None and most < least:
        raise Invalid.field("maximum_age", "below_minimum", _("This is below the lowest age."))


def _follow() -> None:
    """What follows from the change: a shelter's location is hidden, searches find the new words."""
    hide_shelters()
    place_locations(PlaceNames())
    renew_search_texts()


# Lists ----------------------------------------------------------------------------------------------------


def _replace_lists(service: Service, facts: ServiceFacts) -> None:
    if "needs" in facts:
        needs = [lookups.need_of(code, field=f"needs.{n}").id for n, code in enumerate(facts["needs"])]
        _relink(ServiceNeed, service, "need_id", needs)
    if "target_groups" in facts:
        codes = enumerate(facts["target_groups"])
        groups = [lookups.target_group_of(code, field=f"target_groups.{n}").id for n, code in codes]
        _relink(ServiceTargetGroup, service, "target_group_id", groups)
    if "languages" in facts:
        rows = [ServiceLanguage(service=service, code=code) for code in dict.fromkeys(facts["languages"])]
        _renew(ServiceLanguage, service, rows)
    if "areas" in facts:
        _renew(ServiceArea, service, _areas(service, facts["areas"]))
    if "phones" in facts:
        _renew(Phone, service, [Phone(service=service, **one) for one in facts["phones"]])
    if "schedules" in facts:
        _renew(Schedule, service, _schedules(service, facts["schedules"]))
    if "locations" in facts:
        _replace_locations(service, facts["locations"])


def _relink(model: Any, service: Service, column: str, wanted: list[int]) -> None:
    """What stays keeps its id, which others may know."""
    rows = model.objects.filter(service=service)
    rows.exclude(**{f"{column}__in": wanted}).delete()
    there = set(rows.values_list(column, flat=True))
    for pk in dict.fromkeys(wanted):
        if pk not in there:
            model.objects.create(service=service, **{column: pk})


def _renew(model: Any, service: Service, rows: list[Any]) -> None:
    model.objects.filter(service=service).delete()
    model.objects.bulk_create(rows)


def _areas(service: Service, codes: list[str]) -> list[ServiceArea]:
    places = [lookups.place_of(code, field=f"areas.{n}") for n, code in enumerate(codes)]
    named = {place.id: place.names.get("en") or place.name for place in places}
    return [ServiceArea(service=service, place_id=pk, name=name) for pk, name in named.items()]


def _schedules(service: Service, given: list[dict[str, Any]]) -> list[Schedule]:
    rows = [Schedule(service=service, **one) for one in given]
    for number, row in enumerate(rows):
        try:
            check_schedule(row)
        except BrokenRule as broken:
            message = _("This makes no opening hours.")
            raise Invalid.field(f"schedules.{number}.{broken.field}", broken.code, message) from None
    return rows


def _replace_locations(service: Service, given: list[dict[str, Any]]) -> None:
    """Locations are the provider's: one that the service leaves stays, if another service is given there."""
    left = set(service.at_locations.values_list("location_id", flat=True))
    service.at_locations.all().delete()
    for number, one in enumerate(given):
        location = _location(service, number, dict(one))
        ServiceAtLocation.objects.create(service=service, location=location)
    still = ServiceAtLocation.objects.filter(location__in=left).values("location_id")
    ServiceLocation.objects.filter(pk__in=left).exclude(pk__in=still).delete()


def _location(service: Service, number: int, one: dict[str, Any]) -> ServiceLocation:
    is_hidden, code = one.pop("is_hidden"), one.pop("place")
    location = ServiceLocation(
        provider=service.provider, location_type=ServiceLocation.Kind.PHYSICAL, is_hidden=is_hidden
    )
    if is_hidden:
        if code or any(one.values()):
            message = _("Of a hidden location nothing is stored that leads to it.")
            raise Invalid.field(f"locations.{number}.is_hidden", "address_hidden", message)
        location.save(force_insert=True)
        return location
    place = Place.objects.get(pk=lookups.place_of(code, field=f"locations.{number}.place").id)
    location.place, location.name = place, one["name"]
    location.save(force_insert=True)
    region = place.parent.name if place.parent else place.name
    Address.objects.create(
        location=location,
        address_1=one["address_1"],
        city=one["city"],
        postal_code=one["postal_code"],
        state_province=region,
        country=place.country,
        address_type=ServiceLocation.Kind.PHYSICAL,
    )
    return location
