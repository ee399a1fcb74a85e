"""What keeps the second lock from holding in this database, as sentences for who keeps the server."""

from collections.abc import Iterator
from typing import Any

from backend.secondlock.installing import APPENDED_ONLY, appended_only
from backend.secondlock.policies import NAME, policies


def weaknesses(connection: Any) -> list[str]:
    """Every reason; none on SQLite, which has no such lock."""
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        return [*_of_role(cursor), *_of_tables(cursor), *_of_privileges(cursor, connection)]


def _of_role(cursor: Any) -> Iterator[str]:
    cursor.execute("SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
    role, is_super, bypasses = cursor.fetchone()
    if is_super:
        yield f"The role {role} is a superuser: no policy holds it."
    elif bypasses:
        yield f"The role {role} has BYPASSRLS: no policy holds it."
    cursor.execute(
        "SELECT count(*) FROM pg_class WHERE relname = ANY (%s) AND relkind = 'r'"
        " AND relnamespace = current_schema()::regnamespace"
        " AND pg_has_role(current_user, relowner, 'MEMBER')",
        [list(policies())],
    )
    (owned,) = cursor.fetchone()
    if owned and not is_super:
        yield f"The role {role} owns {owned} locked tables, or may act as their owner."


def _of_tables(cursor: Any) -> Iterator[str]:
    cursor.execute(
        "SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity, obj_description(p.oid, 'pg_policy'),"
        " (SELECT array_agg(a.polname::text) FROM pg_policy a WHERE a.polrelid = c.oid)"
        " FROM pg_class c LEFT JOIN pg_policy p ON p.polrelid = c.oid AND p.polname = %s"
        " WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace",
        [NAME],
    )
    found = {table: facts for table, *facts in cursor.fetchall()}
    wanted = policies()
    open_, old, more = [], [], []
    for table, policy in wanted.items():
        forced, digest, names = found.get(table, (False, None, None))
        open_ += [] if forced else [table]
        old += [] if digest == policy.digest else [table]
        more += [table] if set(names or ()) - {NAME} else []
    yield from _listed("Row-level security is not enabled and forced on", open_)
    yield from _listed("The policy is missing or not the one of this version on", old)
    yield from _listed("More policies than ours, each of which opens more rows, are on", more)


def _listed(words: str, tables: list[str]) -> Iterator[str]:
    if tables:
        yield f"{words} {', '.join(tables)}."


def _of_privileges(cursor: Any, connection: Any) -> Iterator[str]:
    for table in appended_only(connection):
        for verb in (*APPENDED_ONLY, "TRUNCATE"):
            cursor.execute("SELECT has_table_privilege(current_user, %s, %s)", [table, verb])
            if cursor.fetchone()[0]:
                yield f"The role may {verb} on {table}, whose rows stay as they were written."
