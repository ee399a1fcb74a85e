"""Which model holds which HSDS table, and which column which field; what is left goes into `more`."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import DateField

from backend.directory.models import (
    Address,
    Contact,
    Phone,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
    ServiceLanguage,
    ServiceLocation,
    ServiceProvider,
)
from backend.directory.services.hsds.rows import Values
from backend.directory.services.hsds.tables import TABLES

_NAMES: Final = {"service_at_location_id": "at_location_id", "organization_id": "provider_id"}


@dataclass(frozen=True)
class Mapped:
    """A table and its model; `columns` says field → column."""

    table: str
    model: type[Any]
    columns: Mapping[str, str]

    def columns_of(self, values: Values) -> dict[str, Any]:
        """What the model's row holds; every column, so that what is gone from a row is emptied."""
        held = {column: self._plain(column, values.get(name)) for name, column in self.columns.items()}
        held["more"] = {n: v for n, v in values.items() if n not in self.columns and n != "id"}
        return held

    def values_of(self, row: Any) -> Values:
        """The row as HSDS has it, empty fields left out, in the order of the table."""
        held = {name: _shown(getattr(row, column)) for name, column in self.columns.items()}
        held |= {"id": str(row.pk), **row.more}
        return {name: held[name] for name in TABLES[self.table].fields if held.get(name) not in (None, "")}

    def too_long(self, values: Values) -> str | None:
        """The first field that its column cannot hold."""
        for name, column in self.columns.items():
            most = getattr(self.model._meta.get_field(column.removesuffix("_id")), "max_length", None)
            if most and len(str(values.get(name, ""))) > most:
                return name
        return None

    def _plain(self, column: str, value: Any) -> Any:
        field = self.model._meta.get_field(column.removesuffix("_id"))
        if field.is_relation:
            return uuid.UUID(value) if value else None
        if isinstance(field, DateField):
            return date.fromisoformat(value) if value else None
        return value if value is not None else None if field.null else ""


def _shown(value: Any) -> Any:
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    return str(value) if isinstance(value, uuid.UUID | date) else value


def _mapped(table: str, model: type[Any], **renamed: str) -> Mapped:
    """Fields of the same name go together; references and a few others have other names here."""
    own = {field.attname for field in model._meta.concrete_fields} - {"id", "more", "source"}
    named = {name: renamed.get(name) or _NAMES.get(name, name) for name in TABLES[table].fields}
    return Mapped(table, model, {name: column for name, column in named.items() if column in own})


MAPPED: Final[Mapping[str, Mapped]] = {
    one.table: one
    for one in (
        _mapped("organization", ServiceProvider),
        _mapped("service", Service, assured_date="verified_on"),
        _mapped("location", ServiceLocation),
        _mapped("address", Address),
        _mapped("service_at_location", ServiceAtLocation),
        _mapped("service_area", ServiceArea),
        _mapped("contact", Contact),
        _mapped("phone", Phone),
        _mapped("language", ServiceLanguage),
        _mapped("schedule", Schedule),
    )
}
