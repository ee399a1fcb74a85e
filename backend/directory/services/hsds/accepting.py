"""Which rows of an import may be taken: form, references, recurrences, nothing about a hidden location."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from backend.directory.models import (
    KeptRow,
    ServiceAtLocation,
    ServiceLocation,
    ServiceNeed,
    ServiceTargetGroup,
)
from backend.directory.services.hsds.mapping import MAPPED
from backend.directory.services.hsds.report import ImportReport, Refusal
from backend.directory.services.hsds.rows import Found, Rows, Values, checked
from backend.directory.services.hsds.tables import TABLES
from backend.directory.services.hsds.terms import (
    HIDDEN,
    MARKS,
    OUR_MARKS,
    OUR_TAXONOMIES,
    Terms,
    term_id,
)
from backend.directory.services.opening import BrokenRule, check_schedule
from backend.directory.services.searchable import HIDING_NEEDS, sheltering_services

Accepted = dict[str, dict[str, tuple[Found, Values]]]
HIDING_TERMS: Final = {term_id("needs", code) for code in HIDING_NEEDS}
_WITHIN_TABLE: Final = {"parent_id", "parent_organization_id"}


@dataclass
class Known:
    """The ids that a reference may name: of rows that are here, and of rows accepted so far."""

    terms: Terms
    ids: dict[str, set[str]] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)

    @classmethod
    def here(cls, terms: Terms, rows: Rows) -> "Known":
        """What this installation knows, and which locations are hidden by it or by the import."""
        known = cls(terms, {name: set() for name in TABLES})
        for name, mapped in MAPPED.items():
            known.ids[name] = set(map(str, mapped.model._default_manager.values_list("pk", flat=True)))
        for table, id in KeptRow.objects.values_list("table", "hsds_id"):
            known.ids[table].add(str(id))
        known.ids["taxonomy"] |= set(OUR_TAXONOMIES)
        known.ids["taxonomy_term"] |= terms.ids
        for model in (ServiceNeed, ServiceTargetGroup):
            known.ids["attribute"] |= set(map(str, model.objects.values_list("pk", flat=True)))
        known.hidden = _hidden(rows)
        return known


def _hidden(rows: Rows) -> set[str]:
    """Locations that are hidden here, marked so in the import, or at which either says that a service
    shelters people."""
    hidden = ServiceLocation.objects.filter(is_hidden=True).values_list("pk", flat=True)
    marked = [one for one in rows["attribute"] if _id(one, "taxonomy_term_id") == HIDDEN]
    sheltering = set(map(str, sheltering_services().values_list("service_id", flat=True))) | {
        _id(one, "link_id") for one in rows["attribute"] if _id(one, "taxonomy_term_id") in HIDING_TERMS
    }
    brought = [one for one in rows["service_at_location"] if _id(one, "service_id") in sheltering]
    return {
        *map(str, hidden),
        *(_id(one, "link_id") for one in marked),
        *(_id(one, "location_id") for one in brought),
        *_locations_of(sheltering),
    }


def _locations_of(services: set[str]) -> set[str]:
    """Where they are given, as far as it is known here."""
    pairs = ServiceAtLocation.objects.values_list("service_id", "location_id")
    return {str(location) for service, location in pairs if str(service) in services}


def _id(found: Found, name: str) -> str:
    """An id as it will be compared, whether or not it is one."""
    text = str(found.given.get(name) or "").strip()
    try:
        return str(UUID(text))
    except ValueError:
        return text


def accept(rows: Rows, known: Known, report: ImportReport) -> Accepted:
    """The rows that may be taken; every other is refused in the report, and so is what hangs under it."""
    accepted: Accepted = {name: {} for name in TABLES}
    for name in TABLES:
        for found in rows[name]:
            values = _accepted(found, known, accepted[name], report)
            if values is not None:
                accepted[name][values["id"]] = (found, values)
        _drop_orphans(name, accepted[name], known, report)
        known.ids[name] |= set(accepted[name])
    return accepted


def refuse(found: Found, field: str, code: str, report: ImportReport) -> None:
    """Note that a row is not taken."""
    report.refusals.append(Refusal(found.table, found.row, found.where, found.id, field, code))
    report.count(found.table, "refused")


def notice(found: Found, field: str, code: str, report: ImportReport) -> None:
    """Note something about a row that is taken."""
    report.notices.append(Refusal(found.table, found.row, found.where, found.id, field, code))


def _accepted(
    found: Found, known: Known, before: Mapping[str, object], report: ImportReport
) -> Values | None:
    values = checked(found)
    problem = found.problem
    if values is not None:
        problem = (
            (("id", "duplicate_id") if values["id"] in before else None)
            or _unknown_reference(found.table, values, known)
            or _beyond_column(found.table, values)
            or _about_hidden(found.table, values, known)
            or _broken_rule(found.table, values)
            or _misplaced_term(found.table, values, known)
        )
    if problem or values is None:
        refuse(found, *(problem or ("", "unreadable")), report)
        return None
    for name in found.unknown:
        notice(found, name, "unknown_field", report)
    return values


def _unknown_reference(table: str, values: Values, known: Known) -> tuple[str, str] | None:
    if table in ("attribute", "metadata"):
        id, kind = ("link_id", "link_entity") if table == "attribute" else ("resource_id", "resource_type")
        if values[kind] not in TABLES:
            return kind, "unknown_word"
        if values[id] not in known.ids[values[kind]]:
            return id, "unknown_reference"
    for name, field_ in TABLES[table].fields.items():
        here = name in _WITHIN_TABLE or name not in values or field_.target is None
        if not here and values[name] not in known.ids[str(field_.target)]:
            return name, "unknown_reference"
    return None


def _beyond_column(table: str, values: Values) -> tuple[str, str] | None:
    name = MAPPED[table].too_long(values) if table in MAPPED else None
    return (name, "too_long") if name else None


def _about_hidden(table: str, values: Values, known: Known) -> tuple[str, str] | None:
    """An address, an access, a classification or a change of a hidden location would lead to it."""
    if table in ("address", "accessibility") and values.get("location_id") in known.hidden:
        return "location_id", "address_hidden"
    about = values.get("link_id") or values.get("resource_id")
    if about in known.hidden and values.get("taxonomy_term_id") != HIDDEN:
        return ("link_id" if table == "attribute" else "resource_id"), "address_hidden"
    return None


def _broken_rule(table: str, values: Values) -> tuple[str, str] | None:
    if table != "schedule":
        return None
    mapped = MAPPED["schedule"]
    try:
        check_schedule(mapped.model(**mapped.columns_of(values)))
    except BrokenRule as broken:
        return broken.field, broken.code
    return None


def _misplaced_term(table: str, values: Values, known: Known) -> tuple[str, str] | None:
    if table != "attribute":
        return None
    term, entity = values["taxonomy_term_id"], values["link_entity"]
    of_services = term in known.terms.needs or term in known.terms.target_groups
    if of_services and entity != "service":
        return "link_entity", "unknown_word"
    if term in OUR_MARKS and entity not in MARKS[OUR_MARKS[term]][0]:
        return "link_entity", "unknown_word"
    return None


def _drop_orphans(
    table: str, accepted: dict[str, tuple[Found, Values]], known: Known, report: ImportReport
) -> None:
    """A row may name one of its own table that stands further down; one whose parent was refused goes too."""
    names = _WITHIN_TABLE & set(TABLES[table].fields)
    while names:
        there = known.ids[table] | set(accepted)
        orphans = [
            (id, name)
            for id, (_found, values) in accepted.items()
            for name in names
            if values.get(name) and values[name] not in there
        ]
        if not orphans:
            return
        for id, name in orphans:
            refuse(accepted.pop(id)[0], name, "unknown_reference", report)
