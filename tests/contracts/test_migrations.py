"""What would stop or harm the last release, while it runs beside the next one, is refused."""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from django.conf import settings
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations as ops
from django.db import models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

from backend.common.migrating import AddIndexWhileServing

pytestmark = pytest.mark.either_engine("postgresql")


def _module() -> ModuleType:
    path = Path(settings.BASE_DIR, "deploy", "dev", "migrations.py")
    spec = importlib.util.spec_from_file_location("migrations_linter", path)
    assert spec is not None and spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(path.parent)
        spec.loader.exec_module(made)
    return made


LINTER = _module()
INDEX = models.Index(fields=["title"], name="letter_title")
CHECK = models.CheckConstraint(condition=models.Q(pages__gt=0), name="letter_has_pages")


def released() -> ProjectState:
    """Letters of a press, and whom they go to."""
    state = ProjectState()
    for name, fields in (
        ("Reader", [("id", models.UUIDField(primary_key=True))]),
        (
            "Letter",
            [
                ("id", models.UUIDField(primary_key=True)),
                ("title", models.CharField(max_length=80)),
                ("pages", models.IntegerField(null=True)),
                ("copies", models.IntegerField(db_default=1)),
                ("reader", models.ForeignKey("press.Reader", models.CASCADE)),
            ],
        ),
    ):
        ops.CreateModel(name, fields).state_forwards("press", state)
    return state


def broken(*operations: Any, atomic: bool = True, **more: Any) -> list[str]:
    """The rules that a migration with these operations breaks."""
    facts = {"operations": list(operations), "atomic": atomic, **more}
    migration = type("Migration", (ops.Migration,), facts)("0002_next", "press")
    state = released()
    return [one.rule for one in LINTER.findings(migration, state, LINTER.Release(released()))]


def only_models(*operations: Any) -> Any:
    return ops.SeparateDatabaseAndState(state_operations=list(operations))


def only_database(*operations: Any) -> Any:
    return ops.SeparateDatabaseAndState(database_operations=list(operations))


def sql(text: str) -> Any:
    return ops.RunSQL(text, ops.RunSQL.noop)


def nothing(apps: Any, schema_editor: Any) -> None:
    """A step over rows."""


ROWS = ops.RunPython(nothing, nothing)
REFUSED = {
    "a removed column": (ops.RemoveField("letter", "title"), ["removes"]),
    "the same, from the database first": (only_database(ops.RemoveField("letter", "title")), ["removes"]),
    "a removed table": (ops.DeleteModel("Letter"), ["removes"]),
    "a table removed by SQL": (sql("DROP TABLE IF EXISTS press_letter CASCADE"), ["removes"]),
    "a column removed by SQL": (sql('ALTER TABLE "press_letter" DROP COLUMN title'), ["removes"]),
    "a needed column forgotten": (only_models(ops.RemoveField("letter", "title")), ["forgets"]),
    "a renamed column": (ops.RenameField("letter", "title", "name"), ["renames"]),
    "a column under another name": (
        ops.AlterField("letter", "title", models.CharField(max_length=80, db_column="name")),
        ["renames"],
    ),
    "a renamed model": (ops.RenameModel("Letter", "Missive"), ["renames"]),
    "another table": (ops.AlterModelTable("letter", "letters"), ["renames"]),
    "a table renamed by SQL": (sql("ALTER TABLE press_letter RENAME TO letters"), ["renames"]),
    "a new column that old rows lack": (
        ops.AddField("letter", "kind", models.CharField(max_length=9, default="post")),
        ["not_null"],
    ),
    "a column that may not be empty any more": (
        ops.AlterField("letter", "pages", models.IntegerField(db_default=1)),
        ["not_null"],
    ),
    "the same by SQL": (sql("ALTER TABLE press_letter ALTER COLUMN pages SET NOT NULL"), ["not_null"]),
    "another type": (ops.AlterField("letter", "copies", models.BigIntegerField(db_default=1)), ["type"]),
    "a shorter column": (ops.AlterField("letter", "title", models.CharField(max_length=20)), ["type"]),
    "a text of numbers": (ops.AlterField("letter", "title", models.IntegerField()), ["type"]),
    "another type by SQL": (sql("ALTER TABLE press_letter ALTER copies TYPE bigint"), ["type"]),
    "a key to elsewhere": (
        ops.AlterField("letter", "reader", models.ForeignKey("press.Letter", models.CASCADE)),
        ["type"],
    ),
    "an index": (ops.AddIndex("letter", INDEX), ["index"]),
    "an index by a field": (
        ops.AlterField("letter", "title", models.CharField(max_length=80, db_index=True)),
        ["index"],
    ),
    "a unique column": (
        ops.AlterField("letter", "title", models.CharField(max_length=80, unique=True)),
        ["index", "constraint"],
    ),
    "a new key with its index": (
        ops.AddField("letter", "writer", models.ForeignKey("press.Reader", models.CASCADE, null=True)),
        ["index"],
    ),
    "an index by SQL": (sql("CREATE UNIQUE INDEX one ON press_letter (title)"), ["index"]),
    "a constraint": (ops.AddConstraint("letter", CHECK), ["constraint"]),
    "together unique": (ops.AlterUniqueTogether("letter", {("title", "pages")}), ["constraint"]),
    "an order": (ops.AlterOrderWithRespectTo("letter", "reader"), ["not_null"]),
    "no way back in Python": (ops.RunPython(nothing), ["one_way"]),
    "no way back in SQL": (ops.RunSQL("SELECT 1"), ["one_way"]),
}
TAKEN = {
    "a new table": ops.CreateModel("Stamp", [("id", models.UUIDField(primary_key=True))]),
    "a column that may be empty": ops.AddField("letter", "kind", models.CharField(max_length=9, null=True)),
    "a column that the database fills": ops.AddField(
        "letter", "kind", models.CharField(max_length=9, db_default="post", default="post")
    ),
    "a longer column": ops.AlterField("letter", "title", models.CharField(max_length=200)),
    "a column without an end": ops.AlterField("letter", "title", models.TextField()),
    "a column that may be empty now": ops.AlterField(
        "letter", "title", models.CharField(max_length=80, null=True)
    ),
    "other words for it": ops.AlterField("letter", "title", models.CharField("Title", max_length=80)),
    "an optional column forgotten": only_models(ops.RemoveField("letter", "pages")),
    "one that the database fills, too": only_models(ops.RemoveField("letter", "copies")),
    "a model forgotten": only_models(ops.DeleteModel("Letter")),
    "what the last release never knew": sql("ALTER TABLE press_old DROP COLUMN title"),
    "an index beside those who write": sql("CREATE INDEX CONCURRENTLY one ON press_letter (title)"),
    "rows, and the way back": ROWS,
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_the_last_release_does_not_survive_is_refused(what: str) -> None:
    operation, rules = REFUSED[what]
    assert broken(operation) == rules


@pytest.mark.parametrize("what", TAKEN)
def test_what_harms_nobody_passes(what: str) -> None:
    assert broken(TAKEN[what]) == []


def test_what_came_with_the_same_release_may_be_changed_at_will() -> None:
    added = ops.AddField("letter", "kind", models.CharField(max_length=9, null=True))
    stamp = ops.CreateModel("Stamp", [("id", models.UUIDField(primary_key=True))])
    assert broken(added, ops.RenameField("letter", "kind", "sort"), ops.RemoveField("letter", "sort")) == []
    assert broken(stamp, ops.AddField("stamp", "price", models.IntegerField(default=1))) == []
    assert broken(stamp, ops.DeleteModel("Stamp")) == []


def test_rows_and_tables_are_changed_by_migrations_of_their_own() -> None:
    added = ops.AddField("letter", "kind", models.CharField(max_length=9, null=True))
    assert broken(added, ROWS) == ["mixed"]
    assert broken(only_database(added), ROWS) == ["mixed"]
    assert broken(ops.CreateModel("Stamp", [("id", models.UUIDField(primary_key=True))]), ROWS) == []


@pytest.mark.parametrize("kind", [AddIndexWhileServing, AddIndexConcurrently])
def test_indexes_are_built_beside_those_who_write_and_without_company(kind: Any) -> None:
    index = kind("letter", INDEX)
    assert broken(index, atomic=False) == []
    assert broken(index, kind("letter", models.Index(fields=["pages"], name="pages")), atomic=False) == []
    assert broken(index) == ["atomic"]
    assert broken(index, ROWS, atomic=False) == ["mixed", "atomic"]
    assert broken(ROWS, ROWS, atomic=False) == ["atomic"]
    assert broken(ROWS, atomic=False) == []


def test_a_rule_may_be_broken_with_a_reason_and_not_for_nothing() -> None:
    index = ops.AddIndex("letter", INDEX)
    assert broken(index, accepted={"index": "Some hundred rows."}) == []
    assert broken(index, accepted={"index": " "}) == ["index"]
    assert broken(index, accepted={"type": "Some hundred rows."}) == ["index", "type"]


def test_the_walk_begins_with_the_last_release() -> None:
    """Of what stands in the tree, in the order of applying: the last forty would not have passed."""
    loader = MigrationLoader(None)
    every = LINTER.ours(loader)
    assert set(LINTER.read_released()) <= set(every), "a released migration is gone"
    assert list(LINTER.look(loader, every)) == []
    found = {(name, one.rule) for name, one in LINTER.look(loader, [*every[:-40], ("cases", "0000_gone")])}
    assert ("cases.0000_gone", "removes") in found
    later = {".".join(key) for key in every[-40:]}
    assert {name for name, _rule in found} - later == {"cases.0000_gone"}
    assert {"index", "not_null"} <= {rule for _name, rule in found}
