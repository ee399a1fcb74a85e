"""The directory of service providers as rows of HSDS tables. Where a hidden location is, no row tells."""

from collections.abc import Iterable
from typing import Any

from backend.directory.models import (
    KeptRow,
    Service,
    ServiceArea,
    ServiceLocation,
    ServiceNeed,
    ServiceProvider,
    ServiceTargetGroup,
)
from backend.directory.services.hsds.mapping import MAPPED
from backend.directory.services.hsds.rows import Values
from backend.directory.services.hsds.tables import TABLES
from backend.directory.services.hsds.terms import PLACE_URI, mark, taxonomy_rows, term_id, term_rows


def export_tables() -> dict[str, list[Values]]:
    """All rows by table, each table by id; the same directory gives the same rows."""
    tables: dict[str, list[Values]] = {name: [] for name in TABLES}
    for name, mapped in MAPPED.items():
        rows = mapped.model._default_manager.all()
        if name == "service_area":
            rows = rows.select_related("place")
        tables[name] = [_area(row) if name == "service_area" else mapped.values_of(row) for row in rows]
    for kept in KeptRow.objects.all():
        tables[kept.table].append(_in_order(kept.table, kept.values))
    tables["attribute"] += [*_needs(), *_target_groups(), *_marks()]
    used = {row["taxonomy_term_id"] for row in tables["attribute"]}
    tables["taxonomy_term"] += term_rows(used)
    tables["taxonomy"] += taxonomy_rows(row.get("taxonomy_id", "") for row in tables["taxonomy_term"])
    return {name: sorted(rows, key=lambda row: str(row["id"])) for name, rows in tables.items()}


def _in_order(table: str, values: Values) -> Values:
    """JSON columns come back in an order of their own."""
    return {name: values[name] for name in TABLES[table].fields if name in values}


def _area(area: ServiceArea) -> Values:
    """Our place is the area's identifier, where nobody gave it another."""
    uri = area.uri
    if not uri and area.place_id:
        uri = f"{PLACE_URI}{area.place.code}"  # type: ignore[union-attr]
    area.uri = uri
    return MAPPED["service_area"].values_of(area)


def _attribute(row: Any, term: str) -> Values:
    told = {"id": str(row.pk), "link_id": str(row.service_id), "taxonomy_term_id": term}
    return _in_order("attribute", {**told, "link_entity": "service", **row.more})


def _needs() -> Iterable[Values]:
    for row in ServiceNeed.objects.select_related("need"):
        yield _attribute(row, term_id("needs", row.need.code))


def _target_groups() -> Iterable[Values]:
    for row in ServiceTargetGroup.objects.select_related("target_group"):
        yield _attribute(row, term_id("target_groups", row.target_group.code))


def _marks() -> Iterable[Values]:
    for provider in ServiceProvider.objects.all():
        if provider.source:
            yield mark("source", "organization", provider.pk, provider.source)
        if provider.verified_on:
            yield mark("verified_on", "organization", provider.pk, provider.verified_on.isoformat())
    for service in Service.objects.exclude(source=""):
        yield mark("source", "service", service.pk, service.source)
    for location in ServiceLocation.objects.select_related("place"):
        if location.is_hidden:
            yield mark("address_hidden", "location", location.pk)
        if location.place:
            yield mark("place", "location", location.pk, location.place.code)
