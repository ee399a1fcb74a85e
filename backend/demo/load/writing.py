"""Writes rows of many tables at once: by COPY where the database's role may, else by bulk_create."""

from collections.abc import Callable, Iterable
from typing import Any, Final

import orjson
from django.apps import apps
from django.db import connection, models, transaction

from backend.demo.load.tables import TABLES, Row
from backend.keyring.fields import EncryptedField
from backend.keyring.sealed import Sealed

_AT_ONCE: Final = 500
Rows = dict[str, list[tuple[Any, ...]]]


def write(rows: Iterable[Row]) -> int:
    """All of them in one transaction, table by table. Answers how many there were."""
    held: Rows = {label: [] for label in TABLES}
    for label, row in rows:
        held[label].append(row)
    # As they would have come: the lines of all cases by their time.
    held["cases.CaseEvent"].sort(key=lambda row: row[2])
    with transaction.atomic():
        _put = _copy if may_copy() else _create
        for label, found in held.items():
            if found:
                _put(label, found)
    return sum(map(len, held.values()))


def may_copy() -> bool:
    """COPY neither asks a row-level policy nor, here, a foreign key: only a superuser of PostgreSQL may."""
    if connection.vendor != "postgresql":
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        return bool(cursor.fetchone()[0])


def set_sequences() -> None:
    """Rows with ids of their own were written: the next id comes after them."""
    numbered = [apps.get_model(label) for label in TABLES]
    from django.core.management.color import no_style

    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), numbered):
            cursor.execute(statement)


def _copy(label: str, rows: list[tuple[Any, ...]]) -> None:
    model = apps.get_model(label)
    names = TABLES[label]
    columns = ", ".join(names)
    plain = [place for place, name in enumerate(names) if _is_json(model, name)]
    with connection.cursor() as cursor:
        # Every row here is made to fit: foreign keys are checked by nobody.
        cursor.execute("SET LOCAL session_replication_role = replica")
        with cursor.copy(f"COPY {model._meta.db_table} ({columns}) FROM STDIN") as target:
            for row in rows:
                target.write_row(_with_json(row, plain) if plain else row)


def _with_json(row: tuple[Any, ...], plain: list[int]) -> list[Any]:
    cells = list(row)
    for place in plain:
        if cells[place] is not None:
            cells[place] = orjson.dumps(cells[place]).decode()
    return cells


def _create(label: str, rows: list[tuple[Any, ...]]) -> None:
    model = apps.get_model(label)
    made = [_cell_maker(model, name) for name in TABLES[label]]
    names = TABLES[label]
    model._base_manager.bulk_create(
        [
            model(**{name: make(cell) for name, make, cell in zip(names, made, row, strict=True)})
            for row in rows
        ],
        batch_size=_AT_ONCE,
    )


def _cell_maker(model: type[models.Model], name: str) -> Callable[[Any], Any]:
    """What is sealed already is not sealed again."""
    if isinstance(_field(model, name), EncryptedField):
        return lambda cell: None if cell is None else Sealed(cell)
    return lambda cell: cell


def _is_json(model: type[models.Model], name: str) -> bool:
    return isinstance(_field(model, name), models.JSONField)


def _field(model: type[models.Model], name: str) -> Any:
    return next(field for field in model._meta.concrete_fields if field.attname == name)
