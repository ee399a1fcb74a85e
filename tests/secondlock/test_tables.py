"""Every table that bears cases is locked, and what is weak is told."""

from typing import Any

import pytest
from django.core.checks import WARNING, run_checks
from django.core.management import CommandError, call_command
from django.db import connection

from backend.cases.models import Case
from backend.partners.models import User
from backend.secondlock.graph import ROOTS, bearers, bearing_models
from backend.secondlock.installing import grant, lock_tables
from backend.secondlock.policies import policies
from backend.secondlock.weaknesses import weaknesses
from tests.application_role import ROLE, as_owner
from tests.casework import sent

on_postgres = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no row-level security")

# Told by the database itself, so that a mistake in reading the models does not hide itself.
LEADING_TO_CASES = """
WITH RECURSIVE bearing AS (
    SELECT oid FROM pg_class WHERE relname IN ('cases_case', 'complaints_complaint') AND relkind = 'r'
    UNION SELECT k.conrelid FROM pg_constraint k JOIN bearing b ON k.confrelid = b.oid WHERE k.contype = 'f'
)
SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity,
    (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid)
FROM pg_class c JOIN bearing USING (oid)
"""


@pytest.mark.postgres
@on_postgres
def test_every_table_whose_keys_lead_to_a_case_has_a_forced_policy(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(LEADING_TO_CASES)
        found = {table: (forced, number) for table, forced, number in cursor.fetchall()}
    assert len(found) > 35, "the walk found next to nothing: is it still looking in the right place?"
    assert set(found) == set(policies())
    assert {table: facts for table, facts in found.items() if not facts[0] or not facts[1]} == {}


def test_words_identity_and_receipts_are_among_the_tables_that_bear_cases() -> None:
    known = {model._meta.label for model in bearing_models()}
    assert known >= {
        *ROOTS,
        *(
            "complaints.Message",
            "complaints.Receipt",
            "complaints.Attachment",
            "identity.ComplainantIdentity",
        ),
        *("identity.ContactMark", "cases.Note", "cases.CaseSearch", "cases.Dossier", "cases.Delivery"),
        *("mailroom.IncomingMail", "imports.ImportedCase", "intake.Quarantined"),
    }


def test_every_table_that_bears_cases_knows_whose_it_is() -> None:
    lost = [one.table for one in bearers() if not (one.belongs or one.partners or one.holders)]
    assert lost == []


@pytest.mark.postgres
@on_postgres
def test_the_suite_itself_works_under_the_lock(db: None) -> None:
    assert weaknesses(connection) == []
    call_command("lock_tables", "--check")
    assert "dosja.W002" not in {one.id for one in run_checks(databases=["default"])}


@pytest.mark.postgres
@on_postgres
def test_a_superuser_is_named_as_a_weakness(db: None, settings: Any) -> None:
    with as_owner(connection):
        (told, *_rest) = weaknesses(connection)
        assert "superuser" in told
        with pytest.raises(CommandError, match="superuser"):
            call_command("lock_tables", "--check")
        assert {one.level for one in run_checks(databases=["default"]) if one.id == "dosja.W002"} == {WARNING}
        # Who migrates for another role is the owner, and is not told so each time.
        settings.DOSJA_DATABASE_ROLE = ROLE
        assert "dosja.W002" not in {one.id for one in run_checks(databases=["default"])}


@pytest.mark.postgres
@on_postgres
@pytest.mark.parametrize(
    ("weakening", "told"),
    [
        ("ALTER TABLE cases_note NO FORCE ROW LEVEL SECURITY", "not enabled and forced on cases_note"),
        ("DROP POLICY dosja_second_lock ON cases_note", "not the one of this version on cases_note"),
        (
            "CREATE POLICY all_of_it ON cases_note USING (true)",
            "each of which opens more rows, are on cases_note",
        ),
        (f"GRANT DELETE ON audit_auditevent TO {ROLE}", "may DELETE on audit_auditevent"),
        (f"ALTER TABLE cases_note OWNER TO {ROLE}", "owns 1 locked tables"),
    ],
)
def test_a_lock_that_was_loosened_is_told(db: None, weakening: str, told: str) -> None:
    with as_owner(connection), connection.cursor() as cursor:
        cursor.execute(weakening)
    assert any(told in one for one in weaknesses(connection)), weaknesses(connection)


@pytest.mark.postgres
@on_postgres
def test_locking_again_repairs_and_changes_nothing_where_all_is_well(db: None) -> None:
    with as_owner(connection):
        assert lock_tables() == []
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE cases_note DISABLE ROW LEVEL SECURITY")
            cursor.execute("DROP POLICY dosja_second_lock ON cases_transfer")
            cursor.execute(f"GRANT UPDATE ON audit_auditevent TO {ROLE}")
        assert lock_tables() == ["cases_note", "cases_transfer"]
        grant(ROLE)
    assert weaknesses(connection) == []


@pytest.mark.postgres
@on_postgres
def test_a_table_that_was_migrated_back_shows_nothing_until_the_lock_fits(
    case_of_arta: Case, arta: User
) -> None:
    """The way back to the release before: it puts on its own lock."""
    sent(case_of_arta, arta)
    with as_owner(connection), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE cases_institutionreferral DROP owner_id CASCADE")
        assert lock_tables() == []
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM cases_institutionreferral")
        assert cursor.fetchone() == (0,)
    assert any("cases_institutionreferral" in one for one in weaknesses(connection))


@pytest.mark.parametrize("name", ['x"; DROP TABLE cases_case; --', "Role", ""])
def test_a_role_is_given_nothing_under_a_name_that_is_none(name: str) -> None:
    with pytest.raises(ValueError, match="name of a role"):
        grant(name)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="about SQLite")
def test_sqlite_has_nothing_to_lock(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert (lock_tables(), weaknesses(connection)) == ([], [])
    call_command("lock_tables")
    assert "nothing to lock" in capsys.readouterr().out
