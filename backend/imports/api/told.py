"""What is told of columns and values, put together from layout, suggestions and mapping."""

from typing import Any

from backend.imports.fields import TARGETS, Holds, Target
from backend.imports.models import ImportRun
from backend.imports.services.mapping import suggestion_for, values_of
from backend.imports.services.meanings import meanings_for
from backend.partners.models import Partner


def columns_told(run: ImportRun) -> dict[str, Any]:
    """All that somebody needs who says which column is what."""
    taken: set[str] = set()
    columns = []
    for number, column in enumerate(run.layout["columns"]):
        suggestion, order = suggestion_for(column, taken)
        if suggestion is not None:
            taken.add(suggestion.value)
        columns.append(
            {
                "column": number,
                "name": column["name"],
                "samples": column["samples"],
                "filled": column["filled"],
                "has_values": column["values"] is not None,
                "suggestion": suggestion,
                "order": order,
            }
        )
    named = ("sheets", "sheet", "header_row", "encoding", "delimiter")
    return {
        **{name: run.layout[name] for name in named},
        "columns": columns,
        "mapping": _mapping(run),
        "targets": [_target(target, run.partner) for target in TARGETS.values()],
    }


def values_told(run: ImportRun, column: int, field: str | None) -> dict[str, Any]:
    """The values of a column, or that they are too many."""
    return {"values": values_of(run, column, field)}


def _mapping(run: ImportRun) -> dict[str, Any]:
    columns = run.mapping.get("columns", {})
    return {
        "columns": [
            {
                "column": int(number),
                "field": told["field"],
                "order": told.get("order"),
                "prefix": told.get("prefix", ""),
                "meanings": [
                    {"value": value, "code": code} for value, code in told.get("meanings", {}).items()
                ],
            }
            for number, told in columns.items()
        ],
        "constants": [
            {"field": field, "value": value} for field, value in run.mapping.get("constants", {}).items()
        ],
    }


def _target(target: Target, partner: Partner) -> dict[str, Any]:
    choices = [(code, str(label)) for code, label in target.choices]
    if target.holds is Holds.MEMBER:
        choices = sorted(meanings_for(target, partner).names.items(), key=lambda item: item[1])
    return {
        "field": target.field,
        "name": str(target.field.label),
        "holds": target.holds.value,
        "required": target.required,
        "joins": target.joins,
        "constant": target.constant,
        "longest": target.longest or None,
        "choices": [{"code": code, "name": name} for code, name in choices],
    }
