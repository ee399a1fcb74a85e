"""Migration operations that let the database itself refuse edits of rows that must stay as written."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation, OperationCategory
from django.db.migrations.state import ProjectState

PREFIX = "dosja_keeps_"
_FUNCTION = """
CREATE OR REPLACE FUNCTION dosja_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% refused: rows of % stay as they were written', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$
"""


class _Refusal(Operation):
    """Triggers that answer some verbs with an IntegrityError, on SQLite and PostgreSQL.

    SQLite forgets the triggers of a table that a later migration rebuilds (adding a constraint, altering a
    column): that migration repeats the operation at its end. A test compares migrations and database.
    """

    reversible = True
    reduces_to_sql = True
    category = OperationCategory.SQL
    verbs: ClassVar[tuple[str, ...]]

    def __init__(self, table: str, columns: Sequence[str] = ()) -> None:
        self.table = table
        self.columns = tuple(columns)

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The models do not change."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        for statement in (*self._dropped(schema_editor), *self._created(schema_editor)):
            # No parameters: with an empty list, a driver would look for placeholders in the text.
            schema_editor.execute(statement, params=None)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        for statement in self._dropped(schema_editor):
            # No parameters: with an empty list, a driver would look for placeholders in the text.
            schema_editor.execute(statement, params=None)

    def describe(self) -> str:
        return f"Refuse {', '.join(self.verbs)} on {self.table}"

    def trigger_names(self, vendor: str) -> list[str]:
        """The triggers that stand in the database after this operation."""
        verbs = self._postgresql_verbs() if vendor == "postgresql" else self._sqlite_verbs()
        return [self._name(verb) for verb in verbs]

    def _name(self, verb: str) -> str:
        return f"{PREFIX}{self.table}_{verb.lower()}"

    def _dropped(self, schema_editor: BaseDatabaseSchemaEditor) -> Iterable[str]:
        on_table = f' ON "{self.table}"' if schema_editor.connection.vendor == "postgresql" else ""
        return [
            f'DROP TRIGGER IF EXISTS "{self._name(verb)}"{on_table}' for verb in (*self.verbs, "TRUNCATE")
        ]

    def _created(self, schema_editor: BaseDatabaseSchemaEditor) -> Iterable[str]:
        if schema_editor.connection.vendor == "postgresql":
            return [_FUNCTION, *(self._for_postgresql(verb) for verb in self._postgresql_verbs())]
        return [self._for_sqlite(verb) for verb in self._sqlite_verbs()]

    def _sqlite_verbs(self) -> tuple[str, ...]:
        # INSERT OR REPLACE removes the row in its way past every UPDATE and DELETE trigger.
        return (*self.verbs, "REPLACE") if "UPDATE" in self.verbs else self.verbs

    def _postgresql_verbs(self) -> tuple[str, ...]:
        # TRUNCATE empties a table past every row trigger.
        return (*self.verbs, "TRUNCATE") if "DELETE" in self.verbs else self.verbs

    def _for_postgresql(self, verb: str) -> str:
        level = "STATEMENT" if verb == "TRUNCATE" else "ROW"
        return (
            f'CREATE TRIGGER "{self._name(verb)}" BEFORE {verb} ON "{self.table}" FOR EACH {level}'
            f"{self._when(verb, 'IS DISTINCT FROM')} EXECUTE FUNCTION dosja_refuse()"
        )

    def _for_sqlite(self, verb: str) -> str:
        event = "INSERT" if verb == "REPLACE" else verb
        return (
            f'CREATE TRIGGER "{self._name(verb)}" BEFORE {event} ON "{self.table}" FOR EACH ROW'
            f"{self._when(verb, 'IS NOT')} BEGIN SELECT RAISE(ABORT, "
            f"'{verb} refused: rows of {self.table} stay as they were written'); END"
        )

    def _when(self, verb: str, differs: str) -> str:
        if verb == "REPLACE":
            # The table's name comes from a migration, never from outside.
            return f' WHEN EXISTS (SELECT 1 FROM "{self.table}" WHERE "id" = NEW."id")'  # noqa: S608
        if verb != "UPDATE" or not self.columns:
            return ""
        changed = " OR ".join(f'OLD."{column}" {differs} NEW."{column}"' for column in self.columns)
        return f" WHEN ({changed})"


class AppendOnly(_Refusal):
    """`AppendOnly("audit_auditevent")`: rows are added, never edited, never deleted."""

    verbs = ("UPDATE", "DELETE")

    def __init__(self, table: str) -> None:
        super().__init__(table)


class WordsNeverEdited(_Refusal):
    """`WordsNeverEdited("complaints_complaint")`: rows may go (erasure) but never change; with `columns`,
    those columns never change (named as in the database: an encrypted field's ends in `_sealed`)."""

    verbs = ("UPDATE",)


class NeverDeleted(_Refusal):
    """`NeverDeleted("audit_auditchain")`: rows may change but never go."""

    verbs = ("DELETE",)

    def __init__(self, table: str) -> None:
        super().__init__(table)


class SetOnce(_Refusal):
    """`SetOnce("complaints_message", ("read_at",))`: these columns are filled in once and then stay so."""

    verbs = ("UPDATE",)

    def _name(self, verb: str) -> str:
        return f"{PREFIX}{self.table}_once"

    def _sqlite_verbs(self) -> tuple[str, ...]:
        return self.verbs

    def _when(self, verb: str, differs: str) -> str:
        changed = (
            f'(OLD."{name}" IS NOT NULL AND OLD."{name}" {differs} NEW."{name}")' for name in self.columns
        )
        return f" WHEN ({' OR '.join(changed)})"


class SettledRows(_Refusal):
    """`SettledRows("forms_formversion", "state", "published")`: who has come so far neither changes
    nor goes."""

    verbs = ("UPDATE", "DELETE")

    def __init__(self, table: str, column: str, value: str) -> None:
        super().__init__(table)
        self.column, self.value = column, value

    def _when(self, verb: str, differs: str) -> str:
        if verb == "TRUNCATE":
            return ""
        if verb == "REPLACE":
            return super()._when(verb, differs)
        return f""" WHEN (OLD."{self.column}" = '{self.value}')"""
