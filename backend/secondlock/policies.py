"""What each policy says, as SQL: a row shows where it, or what it belongs to, has one of the keys at hand.

A policy is written into every statement and planned with it each time. So it holds the cheap comparison only;
what has to look elsewhere is a function, whose plan a session keeps (ADR 33 has the figures).
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from backend.common.secondlock import MASTER_KEY, SETTING
from backend.secondlock.graph import Bearer, Holder, Parent, bearers

NAME: Final = "dosja_second_lock"
_PREAMBLE: Final = f"""
CREATE OR REPLACE FUNCTION dosja_keys() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(nullif(current_setting('{SETTING}', true), ''), '{{}}')::uuid[];
CREATE OR REPLACE FUNCTION dosja_master() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN '{MASTER_KEY}'::uuid = ANY (dosja_keys());
CREATE OR REPLACE FUNCTION dosja_tokens() RETURNS tsquery LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT string_agg('''@' || replace(key::text, '-', '') || '''', ' | ')
            FROM unnest(dosja_keys()) key)::tsquery;
"""
# What opens a case to another partner. The function below looks in here, so these tables' own policies must
# not look at the case: they have all they need in their rows.
_OPENING: Final = {
    "cases_caseaccess": ("principal", "owner_id", "case_id"),
    "cases_partnerreferral": ("from_partner_id", "to_partner_id", "case_id"),
    "cases_transfer": ("from_partner_id", "to_partner_id", "case_id"),
}
# A search row says itself who may find it, in the words of `cases/search`. A search goes through thousands of
# rows, and asking the case of each by a function would take longer than the search.
_SEARCH: Final = "cases_casesearch"
_FINDS: Final = "vector @@ (SELECT dosja_tokens())"
# Whose receipt or letter it is, whom it was handed over to, whom something opens it to: one after the other,
# since a look-up costs as soon as it may have to be made.
_OPENED: Final = """
CREATE OR REPLACE FUNCTION dosja_opened(the_case uuid, complaint uuid, handed_to uuid) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE keys uuid[] := dosja_keys();
BEGIN
    IF the_case = ANY (keys) OR complaint = ANY (keys) OR handed_to = ANY (keys) THEN RETURN true; END IF;
    IF EXISTS (SELECT FROM cases_caseaccess a WHERE a.case_id = the_case AND a.principal = ANY (keys))
        THEN RETURN true; END IF;
    IF EXISTS (SELECT FROM cases_partnerreferral r
               WHERE r.case_id = the_case AND r.to_partner_id = ANY (keys)) THEN RETURN true; END IF;
    RETURN EXISTS (SELECT FROM cases_transfer t WHERE t.case_id = the_case AND t.to_partner_id = ANY (keys));
END $$;
CREATE OR REPLACE FUNCTION dosja_has_case(the_complaint uuid) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN EXISTS (SELECT FROM cases_case c WHERE c.complaint_id = the_complaint);
END $$;
"""
# Written as sub-selects, both are looked up once a statement and not once a row.
_KEYS: Final = "(SELECT dosja_keys())::uuid[]"
_MASTER: Final = "(SELECT dosja_master())"


@dataclass(frozen=True, slots=True)
class Policy:
    """One table's lock: which rows show, and which may be written."""

    table: str
    using: str
    check: str

    @property
    def digest(self) -> str:
        """Stands in the policy's comment, so that a database can be compared with the code."""
        return hashlib.sha256(f"{functions()}\n{self.using}\n{self.check}".encode()).hexdigest()[:32]

    def statements(self) -> tuple[str, ...]:
        """Puts the policy on its table, in the place of an older one."""
        table = f'"{self.table}"'
        return (
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY",
            f"DROP POLICY IF EXISTS {NAME} ON {table}",
            f"CREATE POLICY {NAME} ON {table} USING ({self.using}) WITH CHECK ({self.check})",
            f"COMMENT ON POLICY {NAME} ON {table} IS '{self.digest}'",
        )


def policies() -> dict[str, Policy]:
    """The lock of every table that bears cases, by table."""
    return {bearer.table: _policy(bearer) for bearer in bearers()}


def functions() -> str:
    """What the policies call: keys, and for each table that others belong to, whether a row of it shows."""
    parents = {parent.table: parent for bearer in bearers() for parent in bearer.parents}
    return "".join([_PREAMBLE, _OPENED, *(_shown(parents[table]) for table in sorted(parents))])


def _shown(parent: Parent) -> str:
    """The parent's own policy answers."""
    return f"""
CREATE OR REPLACE FUNCTION dosja_shows_{parent.table}(wanted {parent.type}) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN EXISTS (SELECT FROM "{parent.table}" p WHERE p."{parent.key}" = wanted);
END $$;
"""


def _policy(bearer: Bearer) -> Policy:
    if bearer.table == "cases_case":
        return _case()
    if bearer.table == "complaints_complaint":
        return _complaint()
    parents = [f"dosja_shows_{parent.table}({parent.column})" for parent in bearer.parents]
    if bearer.table in _OPENING:
        # One comparison, for the function looks in here once for each row that is not one's own.
        named = ", ".join((f"'{MASTER_KEY}'::uuid", *_OPENING[bearer.table]))
        return Policy(bearer.table, f"{_KEYS} && ARRAY[{named}]", _any(*parents))
    finds = (_FINDS,) if bearer.table == _SEARCH else ()
    using = _any(
        *finds, *_own(bearer.partners), *parents, *(_held(bearer.table, holder) for holder in bearer.holders)
    )
    # A row that always belongs to another is written with that one, whichever partner it names itself.
    return Policy(bearer.table, using, _any(*parents) if bearer.belongs else using)


def _case() -> Policy:
    using = _any(*_own(("owner_id",)), "dosja_opened(id, complaint_id, transferred_to_id)")
    return Policy("cases_case", using, using)


def _complaint() -> Policy:
    using = _any(*_own(("partner_id", "id")), "dosja_has_case(id)")
    return Policy("complaints_complaint", using, using)


def _held(table: str, holder: Holder) -> str:
    return (
        f'EXISTS (SELECT FROM "{holder.table}" h'
        f" WHERE h.{holder.key} = {table}.{holder.column} AND h.{holder.partner} = ANY ({_KEYS}))"
    )


def _own(columns: tuple[str, ...]) -> Iterator[str]:
    return (f"{column} = ANY ({_KEYS})" for column in columns)


def _any(*conditions: str) -> str:
    return " OR ".join((_MASTER, *conditions))
