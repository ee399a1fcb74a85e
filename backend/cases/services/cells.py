"""A row of the list as cells of a spreadsheet, in the reader's words."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.utils.formats import date_format

from backend.cases.models import Outcome, Severity
from backend.cases.stages import Stage, State
from backend.cases.worklist.kinds import TaskKind
from backend.common.kinds import CaseKind

_CHOICES: Final[dict[str, Any]] = {
    "kind": CaseKind,
    "stage": Stage,
    "state": State,
    "severity": Severity,
    "outcome": Outcome,
}


def cell(row: Mapping[str, Any], column: str, zone: ZoneInfo) -> Any:
    """What stands under a column. Moments are shown on the clocks of the partner whose case it is."""
    value = row[column]
    if value is None or value == "":
        return None
    if column in _CHOICES:
        return str(_CHOICES[column](value).label)
    if isinstance(value, datetime):
        return value.astimezone(zone)
    return _SHOWN[column](value) if column in _SHOWN else value


def _name(value: Mapping[str, Any]) -> str:
    return str(value["name"])


_SHOWN: Final[dict[str, Callable[[Any], Any]]] = {
    "category": _name,
    "institution": _name,
    "place": _name,
    "assignee": _name,
    "tags": ", ".join,
    "waits_for": lambda waits: waits["institution"]["name"],
    "next_task": lambda task: f"{TaskKind(task['kind']).label}, {date_format(task['due_on'])}",
}
