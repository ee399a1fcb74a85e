"""Which column is what: suggested from headings and values, said by a person, checked before it is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from backend.audit.services import record
from backend.common import clock
from backend.common.characters import has_refused_characters
from backend.common.errors import FieldError, Invalid, NotFound, require_version
from backend.imports import errors
from backend.imports.fields import LOOKED_UP, TARGETS, Holds, ImportField, Target, suggested_for
from backend.imports.models import ImportRun
from backend.imports.services.cells import DayOrder, day_in, likely_order
from backend.imports.services.meanings import Meaning, Meanings, meanings_for
from backend.imports.stages import BUSY, MAPPABLE, REREADABLE, ImportState
from backend.partners.actors import Actor
from backend.partners.models import Partner

LONGEST_PREFIX: Final = 20


@dataclass(frozen=True, slots=True, repr=False)
class Value:
    """A value that stands in a column: how often, what it is understood as, what else it might mean."""

    value: str
    count: int
    understood: str | None
    suggestions: Sequence[Meaning]


@transaction.atomic
def reread(run_id: UUID, *, how: Mapping[str, Any], expected: int | None, actor: Actor) -> ImportRun:
    """Read the file again another way: another sheet, another line of names, other letters."""
    run = _resting(run_id, REREADABLE, expected, actor)
    run.reading = {name: value for name, value in how.items() if value not in (None, "")}
    run.state, run.version, run.touched_at = ImportState.READING, run.version + 1, clock.now()
    run.problems.all().delete()
    run.save()
    record(actor, "import.read_again", run, chain=run.partner_id)
    return run


@transaction.atomic
def set_mapping(run_id: UUID, *, mapping: Mapping[str, Any], expected: int | None, actor: Actor) -> ImportRun:
    """Say which column is what. What was found in a dry run before does not count any more."""
    run = _resting(run_id, MAPPABLE, expected, actor)
    run.mapping = checked(mapping, width=len(run.layout["columns"]), partner=run.partner)
    run.state, run.version, run.touched_at = ImportState.MAPPING, run.version + 1, clock.now()
    run.rows_done = run.faulty = run.already_there = 0
    run.problem_counts = {}
    run.problems.all().delete()
    run.save()
    record(actor, "import.mapped", run, chain=run.partner_id, columns=len(run.mapping["columns"]))
    return run


def _resting(run_id: UUID, states: Sequence[str], expected: int | None, actor: Actor) -> ImportRun:
    run = ImportRun.objects.visible_to(actor).locked(run_id)
    require_version(run.version, expected)
    if run.state in BUSY:
        raise errors.ImportBusy()
    if run.forgotten_at is not None:
        raise errors.ImportForgotten()
    if run.state not in states:
        raise errors.ImportWrongState(state=run.state)
    return run


def checked(mapping: Mapping[str, Any], *, width: int, partner: Partner) -> dict[str, Any]:
    """A mapping as it is kept: {columns: {number: …}, constants: {field: value}}. Raises Invalid."""
    found: list[FieldError] = []
    columns: dict[str, Any] = {}
    for index, told in enumerate(mapping["columns"]):
        found += _wrong_with_column(f"columns.{index}.", told, width, columns, partner)
        columns[str(told["column"])] = _column(told)
    constants = {told["field"]: told["value"].strip() for told in mapping["constants"]}
    for index, told in enumerate(mapping["constants"]):
        found += _wrong_with_constant(f"constants.{index}.value", told, partner)
    named = {told["field"] for told in columns.values()} | {
        name for name, value in constants.items() if value
    }
    found += [
        FieldError(
            "columns",
            f"required.{name}",
            _("Say where this stands: %(field)s.") % {"field": target.field.label},
        )
        for name, target in TARGETS.items()
        if target.required and name not in named
    ]
    if found:
        raise Invalid(found)
    return {"columns": columns, "constants": constants}


def _column(told: Mapping[str, Any]) -> dict[str, Any]:
    kept: dict[str, Any] = {"field": told["field"]}
    if told.get("order"):
        kept["order"] = told["order"]
    if told.get("prefix"):
        kept["prefix"] = told["prefix"]
    if told.get("meanings"):
        kept["meanings"] = {one["value"]: one["code"] for one in told["meanings"]}
    return kept


def _wrong_with_column(
    prefix: str, told: Mapping[str, Any], width: int, before: Mapping[str, Any], partner: Partner
) -> list[FieldError]:
    target = TARGETS[told["field"]]
    if told["column"] >= width:
        return [FieldError(f"{prefix}column", "no_such_column", _("The sheet has no such column."))]
    if str(told["column"]) in before:
        return [FieldError(f"{prefix}column", "column_twice", _("This column is named twice."))]
    if not target.joins and any(one["field"] == told["field"] for one in before.values()):
        return [FieldError(f"{prefix}field", "field_twice", _("Two columns cannot both be this."))]
    if told.get("meanings"):
        return _wrong_with_meanings(f"{prefix}meanings", told["meanings"], target, partner)
    return []


def _wrong_with_meanings(
    prefix: str, meanings: Sequence[Mapping[str, str]], target: Target, partner: Partner
) -> list[FieldError]:
    if target.holds not in LOOKED_UP:
        return [FieldError(prefix, "no_codes", _("The values of this field have no codes."))]
    known = meanings_for(target, partner).names
    return [
        FieldError(f"{prefix}.{index}.code", "unknown", _("Nothing is known under this code."))
        for index, one in enumerate(meanings)
        if one["code"] and one["code"] not in known
    ]


def _wrong_with_constant(name: str, told: Mapping[str, str], partner: Partner) -> list[FieldError]:
    target, value = TARGETS[told["field"]], told["value"].strip()
    if not target.constant:
        message = _("This cannot be the same for all rows.")
        return [FieldError(name, "no_constant", message)]
    if has_refused_characters(value) or (target.longest and len(value) > target.longest):
        return [FieldError(name, "max_length", _("This text is too long."))]
    if target.holds is Holds.DATE and day_in(value, DayOrder.YMD) is None:
        return [FieldError(name, "invalid", _("Write the day as year-month-day."))]
    if target.holds in LOOKED_UP and value not in meanings_for(target, partner).names:
        return [FieldError(name, "unknown", _("Nothing is known under this code."))]
    return []


def suggestion_for(column: Mapping[str, Any], taken: set[str]) -> tuple[ImportField | None, DayOrder | None]:
    """The field that a column looks like, unless another one took it, and the order of its days."""
    found = suggested_for(column["name"])
    if found is None or (found.value in taken and not TARGETS[found.value].joins):
        return None, None
    order = likely_order(column["samples"]) if TARGETS[found.value].holds is Holds.DATE else None
    return found, order


def values_of(run: ImportRun, column: int, name: str | None) -> list[Value] | None:
    """The values of a column with what each would mean for a field; None where there are too many."""
    columns = run.layout.get("columns", [])
    if column >= len(columns):
        raise NotFound()
    if name is not None and TARGETS[name].holds not in LOOKED_UP:
        raise Invalid.field("field", "no_codes", _("The values of this field have no codes."))
    listed = columns[column]["values"]
    if listed is None:
        return None
    meanings = meanings_for(TARGETS[name], run.partner) if name else Meanings()
    return [_meant(value, count, meanings) for value, count in listed]


def _meant(value: str, count: int, meanings: Meanings) -> Value:
    codes = meanings.of(value)
    understood = codes[0] if len(codes) == 1 else None
    return Value(value, count, understood, () if understood else meanings.suggest(value))
