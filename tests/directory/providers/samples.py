"""Invented providers as HSDS has them, and an empty directory to put them in."""

from typing import Any
from uuid import UUID, uuid5

from backend.directory.models import (
    Address,
    Contact,
    KeptRow,
    Phone,
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
from backend.directory.services import hsds
from backend.directory.services.hsds.report import ImportReport
from backend.directory.services.hsds.terms import mark, term_id
from backend.partners.actors import Actor

_SPACE = UUID("00000000-0000-4000-8000-000000000000")
# What hangs under others goes first.
OWN = (
    *(KeptRow, ServiceNeed, ServiceTargetGroup, ServiceLanguage, Schedule, ServiceArea, Phone, Contact),
    *(Address, ServiceAtLocation, ServiceLocation, Service, ServiceProvider),
)


def uid(name: str) -> str:
    """The same id for the same name."""
    return str(uuid5(_SPACE, name))


def wiped() -> None:
    """A directory without providers."""
    for model in OWN:
        model._default_manager.all().delete()


def taken(rows: Any, **options: Any) -> ImportReport:
    """Rows imported by the installation itself."""
    return hsds.import_tables(rows, actor=Actor.system(), **options)


def document(*services: dict[str, Any], organizations: tuple[dict[str, Any], ...] = ()) -> dict[str, Any]:
    return {"organizations": list(organizations), "services": list(services)}


def organization(name: str = "centre", **more: Any) -> dict[str, Any]:
    return {"id": uid(name), "name": f"Qendra {name}", "description": "Invented.", **more}


def service(name: str = "legal", *, needs: tuple[str, ...] = (), **more: Any) -> dict[str, Any]:
    """A service of an organization, with attributes for its needs."""
    attributes = [attribute(name, "needs", need) for need in needs] + more.pop("attributes", [])
    whole = {"id": uid(name), "name": f"Shërbimi {name}", "status": "active", **more}
    whole.setdefault("organization", organization())
    return {**whole, **({"attributes": attributes} if attributes else {})}


def attribute(service_name: str, taxonomy: str, code: str) -> dict[str, Any]:
    return {"id": uid(f"{service_name}:{taxonomy}:{code}"), "taxonomy_term_id": term_id(taxonomy, code)}


def area(name: str, place: str) -> dict[str, Any]:
    return {"id": uid(f"area {name}"), "name": name, "uri": f"urn:dosja:place:{place}"}


def at(name: str, **location: Any) -> dict[str, Any]:
    """A service at a location."""
    whole = {"id": uid(f"location {name}"), "location_type": "physical", "name": name, **location}
    return {"id": uid(f"at {name}"), "location": whole}


def address(name: str, city: str = "Pukë", **more: Any) -> dict[str, Any]:
    told = {"id": uid(f"address {name}"), "address_1": "Rr. e Shkollës 1", "city": city, "country": "AL"}
    return {**told, "state_province": "Shkodër", "postal_code": "4401", "address_type": "physical", **more}


def hidden(location_name: str) -> dict[str, Any]:
    """The mark of a hidden location."""
    return mark("address_hidden", "location", uid(f"location {location_name}"))
