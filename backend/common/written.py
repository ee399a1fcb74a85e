"""Questions that Django writes once in a process, for what is asked with every request or every intake.

To write such a question takes Django longer than the database takes to answer it. Only the writing is kept,
never an answer: each asking goes to the database.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Generic, NamedTuple, TypeVar

from django.db import connections, router, transaction
from django.db.models import AutoField, Field, Model, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.query import get_related_populators

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Several:
    """As many values of a kind as are told."""

    kind: Field[Any, Any]


class _Slot(NamedTuple):
    """The place of a value in a written question."""

    name: str
    number: int
    kind: Field[Any, Any]


class Written(Generic[Row]):
    """A queryset of a model for some values: `Written(Place, lambda code: Place.objects.filter(code=code),
    code=CharField())`. None of them may be None. All else in it has to be the same for everybody and at any
    time: no moment and no actor's partners but by such a value."""

    def __init__(
        self,
        model: type[Model],
        question: Callable[..., QuerySet[Any, Row]],
        **kinds: Field[Any, Any] | Several,
    ) -> None:
        self._model: Final = model
        self._question: Final = question
        self._kinds: Final = kinds
        self._statements: Final = dict[tuple[object, ...], _Statement]()

    def queryset(self, **values: Any) -> Any:
        """The same for Django to write, and to ask more of."""
        return self._question(**values)

    def first(self, **values: Any) -> Row | None:
        """The first row for these values."""
        return next(iter(self.all(**values)), None)

    def all(self, **values: Any) -> list[Row]:
        """The rows for these values: models, or what `values()` says of them. One query."""
        database = router.db_for_read(self._model)
        connection = connections[database]
        told = {name: self._told(name, value) for name, value in values.items()}
        # In a test, the same process may talk to another engine under the same name.
        key = (database, connection.vendor, *(len(told[name]) for name in self._kinds))
        statement = self._statements.get(key) or self._statements.setdefault(key, self._write(database, told))
        with connection.cursor() as cursor:
            cursor.execute(statement.sql, [_filled(one, told, connection) for one in statement.parameters])
            found = cursor.fetchall()
        return [statement.read(list(one), connection) for one in found]

    def _told(self, name: str, value: Any) -> Sequence[Any]:
        """Several values with the first repeated, so that a few statements do for any number of them."""
        if not isinstance(self._kinds[name], Several):
            return (value,)
        wanted = 1 << (len(value) - 1).bit_length()
        return (*value, *[next(iter(value))] * (wanted - len(value)))

    def _write(self, database: str, told: Mapping[str, Sequence[Any]]) -> "_Statement":
        slots = {name: _slots(name, kind, len(told[name])) for name, kind in self._kinds.items()}
        compiler = self._question(**slots).using(database).query.get_compiler(database)
        sql, parameters = compiler.as_sql()
        if missing := self._kinds.keys() - {one.name for one in parameters if isinstance(one, _Slot)}:
            # Whatever is the reason, rows of all cases would answer.
            raise ValueError(f"the question does not ask for {sorted(missing)}")
        columns = [column for column, _sql, _alias in compiler.select]
        converters = [(place, *one) for place, one in compiler.get_converters(columns).items()]
        return _Statement(sql, tuple(parameters), converters, _shape(compiler, database))


@dataclass(frozen=True, slots=True)
class _Statement:
    """A question as it is sent, and how its rows are read."""

    sql: str
    parameters: tuple[Any, ...]
    converters: list[tuple[int, list[Any], Any]]
    shape: Callable[[list[Any]], Any]

    def read(self, values: list[Any], connection: Any) -> Any:
        for place, converters, column in self.converters:
            for convert in converters:
                values[place] = convert(values[place], column, connection)
        return self.shape(values)


def _slots(name: str, kind: Field[Any, Any] | Several, count: int) -> Any:
    if isinstance(kind, Several):
        return [_slot(_Slot(name, number, kind.kind)) for number in range(count)]
    return _slot(_Slot(name, 0, kind))


def _slot(slot: _Slot) -> RawSQL:
    return RawSQL("%s", [slot], output_field=slot.kind)


def _filled(parameter: Any, told: Mapping[str, Sequence[Any]], connection: Any) -> Any:
    if not isinstance(parameter, _Slot):
        return parameter
    return parameter.kind.get_db_prep_value(told[parameter.name][parameter.number], connection)


def _shape(compiler: Any, database: str) -> Callable[[list[Any]], Any]:
    """What Django makes of a row: a model with the rows that come along, or a dictionary."""
    if not compiler.query.default_cols:
        told = tuple(compiler.query.selected)
        return lambda row: dict(zip(told, row, strict=True))
    kind: Any = compiler.klass_info
    first, last = kind["select_fields"][0], kind["select_fields"][-1] + 1
    names = [column.target.attname for column, *_ in compiler.select[first:last]]
    related = get_related_populators(kind, compiler.select, database)  # type: ignore[call-arg]  # of Django 6
    annotated = tuple((compiler.annotation_col_map or {}).items())

    def made(row: list[Any]) -> Any:
        instance = kind["model"].from_db(database, names, row[first:last])
        for one in related:
            one.populate(row, instance)
        for name, place in annotated:
            setattr(instance, name, row[place])
        return instance

    return made


def insert(*rows: Model) -> None:
    """New rows of one table, as `save(force_insert=True)` or `bulk_create` would write them. Without signals:
    nobody listens for any."""
    if not rows:
        return
    model = type(rows[0])
    database = router.db_for_write(model)
    connection = connections[database]
    insertion = _insertion(model, database)
    values = [
        field.get_db_prep_save(field.pre_save(row, add=True), connection)
        for row in rows
        for field in insertion.fields
    ]
    with transaction.mark_for_rollback_on_error(database), connection.cursor() as cursor:
        cursor.execute(insertion.for_rows(len(rows)), values)
        numbers = cursor.fetchall() if insertion.numbers else ()
    for row, (number,) in zip(rows, numbers, strict=False):
        row.pk = number
    for row in rows:
        row._state.adding, row._state.db = False, database


class _Insertion(NamedTuple):
    """How rows of a table are written. The database numbers them where the model leaves that to it."""

    head: str
    row: str
    numbers: str
    fields: list[Field[Any, Any]]

    def for_rows(self, count: int) -> str:
        return f"{self.head} VALUES {', '.join([self.row] * count)}{self.numbers}"


@cache
def _insertion(model: type[Model], database: str) -> _Insertion:
    quoted = connections[database].ops.quote_name
    told = [field for field in model._meta.concrete_fields if not isinstance(field, AutoField)]
    columns = ", ".join(quoted(str(field.column)) for field in told)
    key = model._meta.pk
    return _Insertion(
        f"INSERT INTO {quoted(model._meta.db_table)} ({columns})",
        f"({', '.join(['%s'] * len(told))})",
        "" if key in told else f" RETURNING {quoted(str(key.column))}",
        told,
    )
