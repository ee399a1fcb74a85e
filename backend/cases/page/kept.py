"""Filters of a list as JSON, for a worker that walks it later."""

from dataclasses import fields
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from backend.cases.page.filters import NOBODY, CaseFilters

_MOMENTS: Final = ("opened_from", "opened_before", "changed_after")


def filters_to_keep(filters: CaseFilters) -> dict[str, Any]:
    """What narrows anything, as JSON has it."""
    values = {field.name: getattr(filters, field.name) for field in fields(filters)}
    return {name: _plain(value) for name, value in values.items() if value is not None}


def kept_filters(kept: dict[str, Any]) -> CaseFilters:
    """The same filters again."""
    return CaseFilters(**{name: _read(name, value) for name, value in kept.items()})


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    return value if isinstance(value, str | int) else sorted(_plain(one) for one in value)


def _read(name: str, value: Any) -> Any:
    if name in _MOMENTS:
        return datetime.fromisoformat(value)
    if name == "owner" or (name == "assignee" and value != NOBODY):
        return UUID(value)
    return frozenset(UUID(one) for one in value) if name == "ids" else value
