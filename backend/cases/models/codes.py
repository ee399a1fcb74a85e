"""A column that holds a few codes of our own, in which either engine can look for one."""

from collections.abc import Iterable
from typing import Any

from django.db import models


class CodesField(models.CharField[Any, Any]):
    """A list of codes as one text, ` complaint files `; on the instance, a list.

    `fields__contains=held("files")` finds the rows that hold one; a JSON column cannot be asked so on SQLite.
    """

    # What the type checker takes a column for: codes go in as any iterable and come out as a list.
    _pyi_private_set_type: Any
    _pyi_private_get_type: Any

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> list[str] | None:
        return None if value is None else value.split()

    def to_python(self, value: Any) -> list[str] | None:
        return value.split() if isinstance(value, str) else value

    def get_prep_value(self, value: Any) -> str | None:
        if value is None or isinstance(value, str):
            return value
        return f" {' '.join(value)} "

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj)) or ""


def held(code: str) -> str:
    """What the text of a column contains that holds this code."""
    return f" {code} "


def in_order(codes: Iterable[str], known: Iterable[str]) -> list[str]:
    """Codes, each once, in the order in which they are known."""
    wanted = set(codes)
    return [code for code in known if code in wanted]
