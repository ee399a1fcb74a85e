"""What follows from an entry of a provider: where it lies, how it is found, what of it stays hidden."""

from collections import defaultdict
from typing import Any, Final
from uuid import UUID

from django.db.models import Q, QuerySet

from backend.common.folding import fold
from backend.directory.kinds import PlaceLevel
from backend.directory.models import (
    Address,
    KeptRow,
    Place,
    Service,
    ServiceAtLocation,
    ServiceLocation,
    ServiceNeed,
    ServiceProvider,
)
from backend.directory.spelling import search_text

# Where people hide from violence: their locations are hidden, whatever a source says of them.
HIDING_NEEDS: Final = frozenset({"shelter", "trafficking_victim_support"})


class PlaceNames:
    """Our places by code and by name, in any script. A name that several places have finds none."""

    def __init__(self) -> None:
        self._codes: dict[str, int] = {}
        named: dict[str, set[int]] = defaultdict(set)
        cities: dict[str, set[int]] = defaultdict(set)
        for pk, code, names, level in Place.objects.values_list("pk", "code", "names", "level"):
            self._codes[code] = pk
            for name in names.values():
                named[fold(name)].add(pk)
                if level == PlaceLevel.MUNICIPALITY:
                    cities[fold(name)].add(pk)
        self._names, self._cities = _unique(named), _unique(cities)

    def with_code(self, code: str) -> int | None:
        return self._codes.get(code)

    def named(self, name: str) -> int | None:
        return self._names.get(fold(name))

    def city(self, name: str) -> int | None:
        """A region and its town may have one name: an address means the town."""
        return self._cities.get(fold(name)) or self.named(name)


def _unique(named: dict[str, set[int]]) -> dict[str, int]:
    return {name: next(iter(pks)) for name, pks in named.items() if name and len(pks) == 1}


def place_locations(names: PlaceNames) -> None:
    """A location without a place lies where its address says."""
    lost = ServiceLocation.objects.filter(place=None, is_hidden=False).prefetch_related("addresses")
    found = []
    for location in lost:
        cities = {names.city(address.city) for address in location.addresses.all()}
        if len(cities) == 1 and (place := cities.pop()):
            location.place_id = place
            found.append(location)
    ServiceLocation.objects.bulk_update(found, ["place"], batch_size=200)


def sheltering_services() -> "QuerySet[ServiceNeed, Any]":
    """The services whose locations nobody may learn."""
    return ServiceNeed.objects.filter(need__code__in=HIDING_NEEDS).values("service_id")


def hide_shelters() -> int:
    """Hide every location of a service that shelters people, forget what leads there; how many changed."""
    given = ServiceAtLocation.objects.filter(service__in=sheltering_services()).values("location_id")
    to_hide = ServiceLocation.objects.filter(Q(is_hidden=True) | Q(pk__in=given))
    addresses = dict(Address.objects.filter(location__in=to_hide).values_list("pk", "location_id"))
    changed = [location for location in to_hide if location.hide()]
    Address.objects.filter(pk__in=addresses).delete()
    names = [*ServiceLocation.TELLING, "is_hidden"]
    ServiceLocation.objects.bulk_update(changed, names, batch_size=100)
    if changed or addresses:
        _forget_kept({str(pk) for pk in (*addresses, *(location.pk for location in to_hide))})
    return len(changed)


def _forget_kept(ids: set[str]) -> None:
    """Rows that nothing reads may tell of a location too: its access, its classes, its history."""
    about = ("location_id", "link_id", "resource_id")
    tables = ("accessibility", "attribute", "metadata")
    rows = KeptRow.objects.filter(table__in=tables)
    gone = [row.pk for row in rows if ids & {row.values.get(name) for name in about}]
    KeptRow.objects.filter(pk__in=gone).delete()


def renew_search_texts() -> None:
    """Work out anew by which words providers and services are found."""
    providers = list(ServiceProvider.objects.all())
    _renew(providers, {row.pk: [row.name, row.alternate_name] for row in providers})
    needs: dict[UUID, list[str]] = defaultdict(list)
    for service, names in ServiceNeed.objects.values_list("service_id", "need__names"):
        needs[service] += names.values()
    services = list(Service.objects.select_related("provider"))
    _renew(
        services,
        {
            row.pk: [row.name, row.alternate_name, row.provider.name, row.provider.alternate_name]
            + needs[row.pk]
            for row in services
        },
    )


def _renew(rows: list[Any], words: dict[UUID, list[str]]) -> None:
    changed = []
    for row in rows:
        text = search_text({}, *words[row.pk])
        if row.search_text != text:
            row.search_text = text
            changed.append(row)
    if changed:
        type(changed[0]).objects.bulk_update(changed, ["search_text"], batch_size=200)
