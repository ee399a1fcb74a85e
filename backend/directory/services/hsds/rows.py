"""One row as it was found, and how its values are checked against the fields of its table."""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email

from backend.common.characters import has_refused_characters
from backend.directory.services.hsds.tables import TABLES, Field, Table

Values = dict[str, Any]
Rows = dict[str, list["Found"]]

_TIME: Final = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)?|24:00(:00)?")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_LONGEST: Final = 20_000
# Screens make links of these: nothing that runs.
_is_web = URLValidator(schemes=["http", "https", "ftp"])


@dataclass
class Found:
    """A row and where it stood. `problem` is the first thing that is wrong with it: field and code."""

    table: str
    row: int
    where: str
    given: Mapping[str, Any]
    problem: tuple[str, str] | None = None
    unknown: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Its id as far as one can be told."""
        return str(self.given.get("id") or "")[:60]


class Wrong(Exception):
    """A value that its field does not take."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def checked(found: Found) -> Values | None:
    """The row's values in plain form without the empty ones; None, with `problem` set, if one is wrong."""
    table = TABLES[found.table]
    values: Values = {}
    for name, field in table.fields.items():
        try:
            value = _plain(field, found.given.get(name))
        except Wrong as wrong:
            found.problem = found.problem or (name, wrong.code)
            continue
        if value is not None:
            values[name] = value
        elif field.required or field.tabular:
            found.problem = found.problem or (name, "required")
    found.unknown = tuple(sorted(_unknown(table, found.given)))
    return None if found.problem else values


def _unknown(table: Table, given: Mapping[str, Any]) -> Iterable[str]:
    filled = (name for name, value in given.items() if value not in (None, "", [], {}))
    return {str(name)[:60] for name in filled} - set(table.fields)


def _plain(field: Field, value: Any) -> Any:
    if isinstance(value, str):
        value = value.strip()
    if value is None or value == "":
        return None
    if field.type == "number":
        return _number(value)
    if not isinstance(value, str):
        raise Wrong("not_text")
    if len(value) > _LONGEST:
        raise Wrong("too_long")
    if has_refused_characters(value):
        raise Wrong("characters")
    return _CHECKS.get(field.type, _as_it_is)(value) if not field.words else _word(field, value)


def _as_it_is(value: str) -> str:
    return value


def _word(field: Field, value: str) -> str:
    if value not in field.words:
        raise Wrong("unknown_word")
    return value


def _number(value: Any) -> int | float:
    if isinstance(value, bool):
        raise Wrong("not_a_number")
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        raise Wrong("not_a_number") from None
    if not math.isfinite(number) or abs(number) > 1e15:
        raise Wrong("not_a_number")
    return int(number) if number.is_integer() else number


def _uuid(value: str) -> str:
    try:
        return str(UUID(value))
    except ValueError:
        raise Wrong("invalid_id") from None


def _day(value: str) -> str:
    try:
        if _DAY.fullmatch(value):
            return date.fromisoformat(value).isoformat()
    except ValueError:
        pass
    raise Wrong("invalid_date")


def _moment(value: str) -> str:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        raise Wrong("invalid_date") from None
    return value


def _time(value: str) -> str:
    if not _TIME.fullmatch(value):
        raise Wrong("invalid_time")
    return value


def _email(value: str) -> str:
    try:
        validate_email(value)
    except ValidationError:
        raise Wrong("invalid_email") from None
    return value


def _uri(value: str) -> str:
    if value.startswith("urn:") and " " not in value:
        return value
    try:
        _is_web(value)
    except ValidationError:
        raise Wrong("invalid_uri") from None
    return value


_CHECKS: Final = {
    "uuid": _uuid,
    "date": _day,
    "date-time": _moment,
    "time": _time,
    "email": _email,
    "uri": _uri,
}
