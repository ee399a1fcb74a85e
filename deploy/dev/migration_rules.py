"""The rules by which tables change while the last release still runs (docs/upgrades.md)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations as ops
from django.db.migrations.operations.base import Operation
from django.db.migrations.operations.fields import FieldOperation
from django.db.migrations.operations.models import IndexOperation, ModelOperation
from django.db.migrations.state import ProjectState
from django.db.models import Model
from django.db.models.fields import NOT_PROVIDED

from backend.common.migrating import AddIndexWhileServing

RULES = {
    "removes": "the last release still reads and writes it",
    "forgets": "rows of the next release would lack it: make it null, or give it a db_default, before",
    "renames": "the last release knows the old name",
    "not_null": "rows of the last release would lack it: give it a db_default, or leave it null",
    "type": "the table is written anew under a lock, or values of the last release do not fit",
    "index": "writing waits while it is built: AddIndexWhileServing, in a migration that is not atomic",
    "constraint": "rows of the last release may break it, and the table is locked while it is looked through",
    "one_way": "nobody can go back: give it a reverse, if only noop",
    "mixed": "rows are changed while the tables are locked: two migrations",
    "atomic": "half of it would stay when it stops: one step, or nothing but indexes built while serving",
}
# What SQL of our own may do to a table, by rule. What Python executes is not seen.
SQL = {
    "removes": r"DROP\s+TABLE\s+(?:IF\s+EXISTS\s+)?\"?(\w+)"
    r"|TABLE\s+\"?(\w+)\"?\s+DROP\s+(?:COLUMN\s+)?(?!CONSTRAINT)",
    "renames": r"TABLE\s+\"?(\w+)\"?\s+RENAME\s+(?!CONSTRAINT)",
    "not_null": r"TABLE\s+\"?(\w+)\"?\s+ALTER\s+(?:COLUMN\s+)?\S+\s+SET\s+NOT\s+NULL",
    "type": r"TABLE\s+\"?(\w+)\"?\s+ALTER\s+(?:COLUMN\s+)?\S+\s+(?:SET\s+DATA\s+)?TYPE\s",
    "index": r"CREATE\s+(?:UNIQUE\s+)?INDEX\s+(?!CONCURRENTLY)(?:IF\s+NOT\s+EXISTS\s+)?"
    r"\"?\w+\"?\s+ON\s+\"?(\w+)",
}
WHILE_SERVING = (AddIndexWhileServing, AddIndexConcurrently, RemoveIndexConcurrently)


class Side(Enum):
    """What a step changes."""

    BOTH = "database and models"
    DATABASE = "the database alone"
    MODELS = "the models alone"


@dataclass(frozen=True)
class Step:
    """One operation, and the models as they are before it."""

    operation: Operation
    side: Side
    app: str
    state: ProjectState


@dataclass(frozen=True)
class Finding:
    """A rule that is broken, and by what."""

    rule: str
    what: str


class Release:
    """The models of the last release, which runs while the migrations of the next one are applied."""

    def __init__(self, state: ProjectState) -> None:
        self._models = state.models
        self.tables = {
            model.options.get("db_table") or f"{app}_{name}" for (app, name), model in state.models.items()
        }

    def has(self, app: str, model: str) -> bool:
        return (app, model.lower()) in self._models

    def field(self, app: str, model: str, name: str) -> Any | None:
        found = self._models.get((app, model.lower()))
        return found.fields.get(name) if found else None


def findings(migration: Any, state: ProjectState, release: Release) -> list[Finding]:
    """Everything about one migration; `state`, the models before it, is moved on."""
    found = [finding for step in _steps(migration, state) for finding in _of_step(step, release)]
    found += _of_whole(migration, release)
    accepted: dict[str, str] = getattr(migration, "accepted", {})
    left = [one for one in found if not accepted.get(one.rule, "").strip()]
    needless = accepted.keys() - {one.rule for one in found}
    return [*left, *(Finding(rule, "it accepts this and does not need to") for rule in sorted(needless))]


def _steps(migration: Any, state: ProjectState) -> Iterator[Step]:
    app = migration.app_label
    for operation in migration.operations:
        if isinstance(operation, ops.SeparateDatabaseAndState):
            aside = state.clone()
            yield from _moving(operation.database_operations, Side.DATABASE, app, aside)
            yield from _moving(operation.state_operations, Side.MODELS, app, state)
        else:
            yield from _moving([operation], Side.BOTH, app, state)


def _moving(operations: Sequence[Operation], side: Side, app: str, state: ProjectState) -> Iterator[Step]:
    for operation in operations:
        yield Step(operation, side, app, state)
        operation.state_forwards(app, state)


def _of_step(step: Step, release: Release) -> Iterator[Finding]:
    operation, app = step.operation, step.app
    if isinstance(operation, ops.RunSQL):
        yield from _of_sql(operation, release)
    elif isinstance(operation, ops.RunPython):
        if operation.reverse_code is None:
            yield Finding("one_way", "RunPython")
    elif isinstance(operation, FieldOperation) and release.has(app, operation.model_name):
        yield from _of_field(step, operation, release)
    elif step.side is not Side.MODELS and release.has(app, _model_of(operation)):
        yield from _of_model(operation, app)


def _model_of(operation: Operation) -> str:
    names = ("old_name", "model_name", "name")
    return next((str(getattr(operation, name)) for name in names if getattr(operation, name, None)), "")


def _of_model(operation: Operation, app: str) -> Iterator[Finding]:
    name = f"{app}.{_model_of(operation)}"
    if isinstance(operation, ops.DeleteModel):
        yield Finding("removes", name)
    elif isinstance(operation, ops.RenameModel | ops.AlterModelTable):
        yield Finding("renames", name)
    elif isinstance(operation, ops.AddIndex) and not isinstance(operation, WHILE_SERVING):
        yield Finding("index", f"{operation.index.name} of {name}")
    elif isinstance(operation, ops.AddConstraint):
        yield Finding("constraint", f"{operation.constraint.name} of {name}")
    elif isinstance(operation, ops.AlterUniqueTogether | ops.AlterIndexTogether):
        yield Finding("constraint", name)
    elif isinstance(operation, ops.AlterOrderWithRespectTo) and operation.order_with_respect_to:
        yield Finding("not_null", f"{name}._order")


def _of_field(step: Step, operation: Any, release: Release) -> Iterator[Finding]:
    app, model = step.app, operation.model_name
    name = getattr(operation, "old_name", None) or operation.name
    place, before = f"{app}.{model}.{name}", release.field(app, model, name)
    if isinstance(operation, ops.AddField) and step.side is not Side.MODELS:
        yield from _of_new_field(operation.field, place)
    elif before is None:
        return  # Of this release alone: the last one does not know it.
    elif isinstance(operation, ops.RemoveField):
        yield from _of_removed_field(step, model, name, place)
    elif isinstance(operation, ops.RenameField):
        yield Finding("renames", place)
    elif isinstance(operation, ops.AlterField) and step.side is not Side.MODELS:
        yield from _of_altered_field(before, operation.field, place)


def _of_new_field(field: Any, place: str) -> Iterator[Finding]:
    if field.many_to_many or getattr(field, "generated", False):
        return
    if not field.null and not _database_fills(field):
        yield Finding("not_null", place)
    if field.unique or field.db_index:
        yield Finding("index", place)


def _of_removed_field(step: Step, model: str, name: str, place: str) -> Iterator[Finding]:
    """From the models first, while its column stays for the last release; the column a release later."""
    now = step.state.models[step.app, model.lower()].fields[name]
    if step.side is not Side.MODELS:
        yield Finding("removes", place)
    elif not (now.many_to_many or now.null or _database_fills(now)):
        yield Finding("forgets", place)


def _of_altered_field(before: Any, after: Any, place: str) -> Iterator[Finding]:
    if before.db_column != after.db_column:
        yield Finding("renames", place)
    if before.null and not after.null:
        yield Finding("not_null", place)
    if not _fits(before, after):
        yield Finding("type", place)
    if (after.unique or after.db_index) and not (before.unique or before.db_index):
        yield Finding("index", place)
    if after.unique and not before.unique:
        yield Finding("constraint", place)


def _database_fills(field: Any) -> bool:
    return getattr(field, "db_default", NOT_PROVIDED) is not NOT_PROVIDED


def _fits(before: Any, after: Any) -> bool:
    """Whether PostgreSQL leaves the rows as they are, and takes what it took."""
    if before.is_relation or after.is_relation:
        return _target(before) == _target(after)
    old, new = str(before.db_type(_postgresql())), str(after.db_type(_postgresql()))
    if old == new or (old.startswith("varchar") and new == "text"):
        return True
    lengths = [re.fullmatch(r"varchar\((\d+)\)", one) for one in (old, new)]
    return all(lengths) and int(lengths[0][1]) <= int(lengths[1][1])  # type: ignore[index]


def _target(field: Any) -> str:
    model: Any = field.related_model
    name = model._meta.label if isinstance(model, type) and issubclass(model, Model) else model
    return f"{type(field).__name__} {name}".lower()


@cache
def _postgresql() -> Any:
    """For the names of its types; nobody connects."""
    from django.db.backends.postgresql.base import DatabaseWrapper

    return DatabaseWrapper({"NAME": "nowhere", "OPTIONS": {}}, "nowhere")


def _of_sql(operation: ops.RunSQL, release: Release) -> Iterator[Finding]:
    if operation.reverse_sql is None:
        yield Finding("one_way", "RunSQL")
    for text in _texts(operation.sql):
        for rule, pattern in SQL.items():
            for match in re.finditer(pattern, text, re.IGNORECASE):
                table = next(name for name in match.groups() if name)
                if table in release.tables:
                    yield Finding(rule, f"SQL on {table}")


def _texts(sql: Any) -> Iterator[str]:
    """A string, or a list of strings and of (string, parameters)."""
    for one in [sql] if isinstance(sql, str) else sql:
        yield one if isinstance(one, str) else one[0]


def _of_whole(migration: Any, release: Release) -> Iterator[Finding]:
    operations = migration.operations
    changing_tables = [one for one in operations if _touches(one, migration.app_label, release)]
    if changing_tables and any(isinstance(one, ops.RunPython) for one in operations):
        yield Finding("mixed", "RunPython beside changes of tables")
    serving = [one for one in operations if isinstance(one, WHILE_SERVING)]
    if serving and migration.atomic:
        yield Finding("atomic", "an index built while serving needs atomic = False")
    if not migration.atomic and len(operations) > 1 and len(serving) < len(operations):
        yield Finding("atomic", f"{len(operations)} operations without a transaction")


def _touches(operation: Operation, app: str, release: Release) -> bool:
    if isinstance(operation, ops.SeparateDatabaseAndState):
        return any(_touches(one, app, release) for one in operation.database_operations)
    changing = FieldOperation | ModelOperation | IndexOperation
    return isinstance(operation, changing) and release.has(app, _model_of(operation))
