"""Questions to the database that Django writes once.

Django writes a query anew each time it is asked, which takes longer than the database takes to answer about
one case. Here its text is kept, and how its rows are read; only the ids change.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar
from uuid import UUID, uuid4

from django.db import connections, router
from django.db.models import Model, QuerySet
from django.db.models.query import get_related_populators

Row = TypeVar("Row")


class WrittenOnce(Generic[Row]):
    """A queryset of a model for some ids, none of them None. All else in it has to be the same for everybody
    and at any time: no moment and no actor's partners."""

    def __init__(self, model: type[Model], asked: Callable[..., QuerySet[Any, Row]]) -> None:
        self._model, self._asked = model, asked
        self._texts: Final[dict[tuple[str, str, int], _Text]] = {}

    def queryset(self, *ids: UUID) -> Any:
        """The same for Django to write, and to ask more of."""
        return self._asked(*ids)

    def one(self, *ids: UUID) -> Row | None:
        """The first row."""
        return next(iter(self.all(*ids)), None)

    def all(self, *ids: UUID) -> list[Row]:
        """The rows: models, or what `values()` says of them. One query."""
        alias = router.db_for_read(self._model)
        connection = connections[alias]
        # The same process may talk to another engine under the same name in a test.
        key = (alias, connection.vendor, len(ids))
        text = self._texts.get(key) or self._texts.setdefault(key, self._written(alias, len(ids)))
        with connection.cursor() as cursor:
            cursor.execute(text.sql, text.values_with(ids, connection))
            rows = cursor.fetchall()
        return [text.read(row, connection) for row in rows]

    def _written(self, alias: str, count: int) -> "_Text":
        connection = connections[alias]
        stand_ins = [uuid4() for _ in range(count)]
        compiler = self._asked(*stand_ins).using(alias).query.get_compiler(using=alias)
        sql, values = compiler.as_sql()
        places = {_bound(stand_in, connection): number for number, stand_in in enumerate(stand_ins)}
        taken = tuple(places.get(value) if isinstance(value, UUID | str) else None for value in values)
        if missing := set(places.values()) - set(taken):
            # Whatever is the reason, rows of all cases would answer.
            raise ValueError(f"the query does not ask for its ids {sorted(missing)}")
        converters = compiler.get_converters([column for column, _sql, _name in compiler.select])
        return _Text(sql, tuple(values), taken, tuple(converters.items()), _shape(compiler, alias))


def among(ids: Collection[Any]) -> list[UUID]:
    """Ids for a text that asks for any of them: one of them repeated, so that few texts do for any number."""
    listed = [one if isinstance(one, UUID) else UUID(one) for one in ids]
    wanted = 1 << (len(listed) - 1).bit_length()
    return listed + listed[:1] * (wanted - len(listed))


@dataclass(frozen=True, slots=True)
class _Text:
    """A query as one engine takes it. `places`: which id stands where, None for another value."""

    sql: str
    values: tuple[Any, ...]
    places: tuple[int | None, ...]
    converters: tuple[tuple[int, Any], ...]
    shape: Callable[[Any], Any]

    def values_with(self, ids: tuple[UUID, ...], connection: Any) -> list[Any]:
        bound = [_bound(one, connection) for one in ids]
        pairs = zip(self.places, self.values, strict=True)
        return [value if place is None else bound[place] for place, value in pairs]

    def read(self, row: Any, connection: Any) -> Any:
        values = list(row)
        for place, (converters, column) in self.converters:
            for convert in converters:
                values[place] = convert(values[place], column, connection)
        return self.shape(values)


def _bound(value: UUID, connection: Any) -> Any:
    """An id as the engine's driver takes it."""
    return value if connection.features.has_native_uuid_field else value.hex


def _shape(compiler: Any, alias: str) -> Callable[[Any], Any]:
    """What Django makes of a row: a model with the rows that come along, or a dictionary."""
    if not compiler.query.default_cols:
        told = tuple(compiler.query.selected)
        return lambda row: dict(zip(told, row, strict=True))
    kind: Any = compiler.klass_info
    first, last = kind["select_fields"][0], kind["select_fields"][-1] + 1
    names = [column.target.attname for column, *_ in compiler.select[first:last]]
    related = get_related_populators(kind, compiler.select, alias)  # type: ignore[call-arg]  # of Django 6
    annotated = tuple((compiler.annotation_col_map or {}).items())

    def made(row: Any) -> Any:
        instance = kind["model"].from_db(alias, names, row[first:last])
        for one in related:
            one.populate(row, instance)
        for name, place in annotated:
            setattr(instance, name, row[place])
        return instance

    return made
