"""Which tables bear cases, read from the models: whatever leads to a case or a complaint by foreign keys.

A new table is locked because it has such a key, not because somebody remembered to list it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.apps import apps
from django.db import connection
from django.db.models import CASCADE, ForeignKey, Model

ROOTS: Final = ("cases.Case", "complaints.Complaint")
PARTNER: Final = "partners.Partner"


@dataclass(frozen=True, slots=True)
class Parent:
    """A foreign key (its column) to another table that bears cases."""

    column: str
    table: str
    key: str
    type: str


@dataclass(frozen=True, slots=True)
class Holder:
    """A foreign key to a table that bears no cases and names a partner: a webhook's address, a sealed key."""

    column: str
    table: str
    key: str
    partner: str


@dataclass(frozen=True, slots=True)
class Bearer:
    """A table that bears cases: to whose rows its own belong, and which partners stand in the row itself."""

    table: str
    label: str
    parents: tuple[Parent, ...]
    partners: tuple[str, ...]
    # Whether it never lacks a parent; where it may, and names no partner, who else says whose it is.
    belongs: bool
    holders: tuple[Holder, ...]


def bearers() -> tuple[Bearer, ...]:
    """All of them, in the order of their tables."""
    models = bearing_models()
    return tuple(sorted((_bearer(model, models) for model in models), key=lambda one: one.table))


def bearing_models() -> set[type[Model]]:
    """The roots, and every model with a foreign key to one that bears cases."""
    known: set[type[Model]] = {apps.get_model(label) for label in ROOTS}
    candidates = [model for model in apps.get_models(include_auto_created=True) if _has_own_table(model)]
    while more := {
        model
        for model in candidates
        if model not in known and any(key.related_model in known for key in _keys_of(model))
    }:
        known |= more
    return known


def _has_own_table(model: type[Model]) -> bool:
    return model._meta.managed and not model._meta.proxy and not model._meta.swapped


def _keys_of(model: type[Model]) -> Iterator[ForeignKey[Any, Any]]:
    for field in model._meta.concrete_fields:
        if isinstance(field, ForeignKey) and field.related_model is not model:
            yield field


def _bearer(model: type[Model], known: set[type[Model]]) -> Bearer:
    parents = _belonging([key for key in _keys_of(model) if key.related_model in known])
    partners = _partners_of(model)
    belongs = bool(parents) and not any(key.null for key in parents)
    return Bearer(
        table=model._meta.db_table,
        label=model._meta.label,
        parents=tuple(_parent(key) for key in parents),
        partners=tuple(str(key.column) for key in partners),
        belongs=belongs,
        holders=() if belongs or partners else tuple(_holders_of(model, known)),
    )


def _partners_of(model: type[Model]) -> list[ForeignKey[Any, Any]]:
    partner = apps.get_model(PARTNER)
    return [key for key in _keys_of(model) if key.related_model is partner]


def _holders_of(model: type[Model], known: set[type[Model]]) -> Iterator[Holder]:
    for key in _keys_of(model):
        if key.null or key.related_model in known:
            continue
        target = key.target_field
        for partner in _partners_of(target.model):
            yield Holder(
                str(key.column), target.model._meta.db_table, str(target.column), str(partner.column)
            )


def _belonging(keys: list[ForeignKey[Any, Any]]) -> list[ForeignKey[Any, Any]]:
    """Where a row goes with its parent and never lacks it, that parent alone says who sees the row."""
    certain = [key for key in keys if not key.null and key.remote_field.on_delete is CASCADE]
    required = [key for key in keys if not key.null]
    return certain or required or keys


def _parent(key: ForeignKey[Any, Any]) -> Parent:
    target = key.target_field
    type = target.rel_db_type(connection) or ""
    return Parent(str(key.column), target.model._meta.db_table, str(target.column), type)
