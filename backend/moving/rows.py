"""One row as JSON and back: names of columns to plain values; sealed words are opened, and sealed anew."""

from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import AutoField, BinaryField, Field, ForeignKey, JSONField, Model

from backend.keyring.fields import EncryptedBytesField, EncryptedField, EncryptedJSONField
from backend.moving.belonging import Owned, Pointed, Shared, belonging
from backend.moving.errors import ArchiveUnfit

Names = Callable[[type[Model], Any], Any]


def columns(model: type[Model]) -> list["Field[Any, Any]"]:
    """What of a row is written: all but a running number (which the new place draws) and what stays."""
    how = belonging(model)
    without = how.without if isinstance(how, Owned | Pointed) else {}
    return [
        column
        for column in model._meta.concrete_fields
        if not isinstance(column, AutoField) and column.name not in without
    ]


def keys_of(model: type[Model]) -> tuple[str, ...]:
    """The foreign keys under whose data keys a model seals its words."""
    fields = model._meta.concrete_fields
    return tuple(sorted({field.key for field in fields if isinstance(field, EncryptedField)}))


def pointers(model: type[Model]) -> Iterable["ForeignKey[Any, Any]"]:
    """The foreign keys that are written."""
    return [column for column in columns(model) if isinstance(column, ForeignKey)]


def written(row: Model, name_of: Names) -> dict[str, Any]:
    """A row's columns. `name_of` says how what a foreign key points to is known elsewhere.

    Raises KeyDestroyed where the words of the row were erased."""
    return {column.name: _value(row, column, name_of) for column in columns(type(row))}


def _value(row: Model, column: "Field[Any, Any]", name_of: Names) -> Any:
    if isinstance(column, ForeignKey):
        target = getattr(row, column.attname)
        return None if target is None else name_of(column.related_model, target)
    return _plain(getattr(row, column.name if isinstance(column, EncryptedField) else column.attname))


def _plain(value: Any) -> Any:
    if isinstance(value, bytes | memoryview | bytearray):
        return b64encode(bytes(value)).decode("ascii")
    if isinstance(value, UUID | Decimal):
        return str(value)
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return value


def read(model: type[Model], values: Mapping[str, Any], found: Names) -> Model:
    """The row of a table that is not saved yet. `found` answers the key here of what a name elsewhere means.

    Raises ArchiveUnfit for other columns than those of this release, and for values that are none."""
    expected = {column.name: column for column in columns(model)}
    if values.keys() != expected.keys():
        raise ArchiveUnfit(f"the rows of {model._meta.label} have other columns than here")
    row = model(**_left_behind(model))
    for name, column in expected.items():
        try:
            _set(row, column, values[name], found)
        except (ValidationError, ValueError, TypeError):
            # Never the value: it may be somebody's words.
            raise ArchiveUnfit(f"{model._meta.label} holds a {name} that is none") from None
    return row


def _left_behind(model: type[Model]) -> Mapping[str, Any]:
    how = belonging(model)
    return how.without if isinstance(how, Owned | Pointed) else {}


def _set(row: Model, column: "Field[Any, Any]", value: Any, found: Names) -> None:
    if isinstance(column, ForeignKey):
        setattr(row, column.attname, None if value is None else found(column.related_model, value))
    elif isinstance(column, EncryptedField):
        setattr(row, column.name, _bytes(value) if isinstance(column, EncryptedBytesField) else value)
    elif isinstance(column, BinaryField):
        setattr(row, column.attname, _bytes(value))
    elif isinstance(column, JSONField | EncryptedJSONField):
        setattr(row, column.attname, value)
    else:
        setattr(row, column.attname, column.to_python(value))


def _bytes(value: str | None) -> bytes | None:
    return None if value is None else b64decode(value, validate=True)


def natural_key(model: type[Model]) -> tuple[str, ...]:
    """The columns by which a row of the whole network is known."""
    how = belonging(model)
    if not isinstance(how, Shared):
        raise TypeError(f"{model._meta.label} is not shared")
    return how.key
