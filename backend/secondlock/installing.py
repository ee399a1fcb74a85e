"""Puts the lock into a database: functions, policies, and what the application's role may do."""

import re
from typing import Any, Final

from django.db import ProgrammingError, connections, transaction
from django.db.utils import DEFAULT_DB_ALIAS

from backend.common.append_only import PREFIX
from backend.secondlock.policies import NAME, Policy, functions, policies

# Where both are refused by triggers, the role does not even get the privilege.
APPENDED_ONLY: Final = ("UPDATE", "DELETE")
_ROLE: Final = re.compile(r"[a-z_][a-z0-9_]{0,62}")
# A table, a column: by PostgreSQL's codes.
_NOT_THERE: Final = ("42P01", "42703")
# Bits of pg_trigger.tgtype.
_VERBS: Final = {"UPDATE": 16, "DELETE": 8}


def lock_tables(*, using: str = DEFAULT_DB_ALIAS) -> list[str]:
    """Put policies on the tables that lack theirs or have an older one; names these tables. Needs the owner.

    In one transaction: no moment passes in which a table is open.
    """
    connection = connections[using]
    if connection.vendor != "postgresql":
        return []
    standing = _standing(connection)
    changed = [one for table, one in policies().items() if standing.get(table) != one.digest]
    if not changed:
        return []
    with transaction.atomic(using=using), connection.cursor() as cursor:
        cursor.execute(functions())
        return [policy.table for policy in changed if _put_on(policy, cursor, using)]


def _put_on(policy: Policy, cursor: Any, using: str) -> bool:
    """False where the table lacks what the policy names, since it was migrated in part, or back.

    It stays as it is; where the policy went with its column, it shows nothing.
    """
    try:
        with transaction.atomic(using=using):
            for statement in policy.statements():
                cursor.execute(statement)
    except ProgrammingError as error:
        if getattr(error.__cause__, "sqlstate", None) not in _NOT_THERE:
            raise
        return False
    return True


def grant(role: str, *, using: str = DEFAULT_DB_ALIAS) -> None:
    """Give the application's role what the application does, and take away what it never does.

    Raises ValueError for a name that is none of a role. Needs the owner of the tables.
    """
    if not _ROLE.fullmatch(role):
        raise ValueError("The name of a role has small letters, digits and underscores.")
    connection = connections[using]
    if connection.vendor != "postgresql":
        return
    with transaction.atomic(using=using), connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        (schema,) = cursor.fetchone()
        for statement in (
            f'GRANT USAGE ON SCHEMA "{schema}" TO "{role}"',
            f'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "{schema}" TO "{role}"',
            f'GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA "{schema}" TO "{role}"',
            f'REVOKE TRUNCATE, REFERENCES, TRIGGER ON ALL TABLES IN SCHEMA "{schema}" FROM "{role}"',
            f'REVOKE ALL ON "django_migrations" FROM "{role}"',
            f'GRANT SELECT ON "django_migrations" TO "{role}"',
        ):
            cursor.execute(statement)
        for table in appended_only(connection):
            cursor.execute(f'REVOKE UPDATE, DELETE ON "{table}" FROM "{role}"')


def appended_only(connection: Any) -> list[str]:
    """The tables whose rows the triggers let nobody change and nobody remove."""
    verbs = " + ".join(f"(bool_or(tgtype & {bit} > 0))::int" for bit in _VERBS.values())
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
            " WHERE starts_with(t.tgname, %s) AND t.tgqual IS NULL"
            " AND c.relnamespace = current_schema()::regnamespace"
            f" GROUP BY c.relname HAVING {verbs} = {len(_VERBS)} ORDER BY c.relname",
            [PREFIX],
        )
        return [table for (table,) in cursor.fetchall()]


def _standing(connection: Any) -> dict[str, str]:
    """By table, the digest of the policy that stands, where the lock is enabled and forced."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, obj_description(p.oid, 'pg_policy') FROM pg_policy p"
            " JOIN pg_class c ON c.oid = p.polrelid WHERE p.polname = %s AND c.relrowsecurity"
            " AND c.relforcerowsecurity AND c.relnamespace = current_schema()::regnamespace",
            [NAME],
        )
        return dict(cursor.fetchall())
