"""What each policy says, as SQL: a row shows where it, or what it belongs to, has one of the keys at hand."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from backend.common.secondlock import MASTER_KEY, SETTING
from backend.secondlock.graph import Bearer, bearers

NAME: Final = "dosja_second_lock"
# Called by name in policies, and inlined by the planner.
FUNCTIONS: Final = f"""
CREATE OR REPLACE FUNCTION dosja_keys() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(nullif(current_setting('{SETTING}', true), ''), '{{}}')::uuid[];
CREATE OR REPLACE FUNCTION dosja_master() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN '{MASTER_KEY}'::uuid = ANY (dosja_keys());
"""
# Written as sub-selects, both are looked up once a statement and not once a row.
_KEYS: Final = "(SELECT dosja_keys())::uuid[]"
_MASTER: Final = "(SELECT dosja_master())"


@dataclass(frozen=True, slots=True)
class Policy:
    """One table's lock: which rows show, and which may be written.

    `in_parts`: a policy for each verb instead of one for all. PostgreSQL looks for circles in whole policies,
    so what is read while another table is judged has to stand apart from what judges a new row.
    """

    table: str
    using: str
    check: str
    in_parts: bool = False

    @property
    def parts(self) -> dict[str, str]:
        """The policies of the table: name and what follows `CREATE POLICY … ON …`."""
        if not self.in_parts:
            return {NAME: f"USING ({self.using}) WITH CHECK ({self.check})"}
        return {
            NAME: f"FOR SELECT USING ({self.using})",
            f"{NAME}_insert": f"FOR INSERT WITH CHECK ({self.check})",
            f"{NAME}_update": f"FOR UPDATE USING ({self.using}) WITH CHECK ({self.check})",
            f"{NAME}_delete": f"FOR DELETE USING ({self.using})",
        }

    @property
    def digest(self) -> str:
        """Stands in the comment of each policy, so that a database can be compared with the code."""
        return hashlib.sha256(f"{FUNCTIONS}\n{sorted(self.parts.items())}".encode()).hexdigest()[:32]

    def statements(self) -> Iterator[str]:
        """Puts the policies on their table, in the place of older ones."""
        table = f'"{self.table}"'
        yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY"
        for name, words in self.parts.items():
            yield f"DROP POLICY IF EXISTS {name} ON {table}"
            yield f"CREATE POLICY {name} ON {table} {words}"
            yield f"COMMENT ON POLICY {name} ON {table} IS '{self.digest}'"


def policies() -> dict[str, Policy]:
    """The lock of every table that bears cases, by table."""
    return {bearer.table: _policy(bearer) for bearer in bearers()}


def _policy(bearer: Bearer) -> Policy:
    if bearer.table in _OPENING:
        return _opening(bearer, _OPENING[bearer.table])
    if bearer.table == "cases_case":
        return _case(bearer)
    if bearer.table == "complaints_complaint":
        return _complaint(bearer)
    return _belonging(bearer)


def _belonging(bearer: Bearer) -> Policy:
    """With what it belongs to, or for the partners that stand in it; written only with the former."""
    parents = [_visible(bearer.table, parent.table, parent.key, parent.column) for parent in bearer.parents]
    own = [f"{bearer.table}.{column} = ANY ({_KEYS})" for column in bearer.partners]
    using = _any(_MASTER, *own, *parents)
    return Policy(bearer.table, using, _any(_MASTER, *parents) if _is_certain(bearer) else using)


def _is_certain(bearer: Bearer) -> bool:
    from django.apps import apps

    columns = {parent.column for parent in bearer.parents}
    fields = apps.get_model(bearer.label)._meta.concrete_fields
    return all(not field.null for field in fields if field.column in columns)


def _case(bearer: Bearer) -> Policy:
    """For its owner, whom it was handed over to, a receipt or a letter, and whom something opens it to."""
    own = [f"cases_case.{column} = ANY ({_KEYS})" for column in bearer.partners]
    named = [f"cases_case.{column} = ANY ({_KEYS})" for column in ("id", "complaint_id")]
    opened = [
        f"EXISTS (SELECT 1 FROM {table} o WHERE o.case_id = cases_case.id AND o.{to} = ANY ({_KEYS}))"
        for table, to in (
            ("cases_caseaccess", "principal"),
            ("cases_partnerreferral", "to_partner_id"),
            ("cases_transfer", "to_partner_id"),
        )
    ]
    using = _any(_MASTER, *own, *named, *opened)
    return Policy(bearer.table, using, using)


def _complaint(bearer: Bearer) -> Policy:
    own = [f"complaints_complaint.{column} = ANY ({_KEYS})" for column in ("partner_id", "id")]
    using = _any(_MASTER, *own, _visible("complaints_complaint", "cases_case", "complaint_id", "id"))
    return Policy(bearer.table, using, using)


# What opens a case to another partner. The policy on cases looks in here, so these must not look at cases:
# PostgreSQL refuses the circle, and takes any sub-select for one.
_OPENING: Final = {
    "cases_caseaccess": ("principal", "owner_id", "case_id"),
    "cases_partnerreferral": ("from_partner_id", "to_partner_id", "case_id"),
    "cases_transfer": ("from_partner_id", "to_partner_id", "case_id"),
}


def _opening(bearer: Bearer, columns: tuple[str, ...]) -> Policy:
    using = _any("dosja_master()", *(f"{bearer.table}.{column} = ANY (dosja_keys())" for column in columns))
    check = _any(_MASTER, _visible(bearer.table, "cases_case", "id", "case_id"))
    return Policy(bearer.table, using, check, in_parts=True)


def _visible(table: str, parent: str, key: str, column: str) -> str:
    """The parent's own policy answers."""
    return f"EXISTS (SELECT 1 FROM {parent} p WHERE p.{key} = {table}.{column})"


def _any(*conditions: str) -> str:
    return " OR ".join(conditions)
