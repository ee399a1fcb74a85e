"""From a list's query parameters to filters, and from a page's end to the next address."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from rest_framework.request import Request
from rest_framework.utils.urls import replace_query_param

from backend.cases.page import NOBODY, CaseFilters
from backend.cases.stages import STAGE_OF
from backend.common.errors import Invalid
from backend.common.folding import fold
from backend.directory import lookups
from backend.partners.actors import Actor
from backend.partners.models import Partner


def filters_in(query: dict[str, Any], actor: Actor, *, ids: Iterable[UUID] | None = None) -> CaseFilters:
    """The filters that a checked query asks for; with `ids`, of these cases only. Raises Invalid for codes
    that do not exist."""
    return CaseFilters(
        states=_states(query),
        kinds=frozenset(query.get("kind", ())),
        severities=frozenset(int(value) for value in query.get("severity", ())),
        categories=_under(lookups.category_ids_under, query.get("category")),
        institutions=_one_institution(query.get("institution")),
        places=_under(lookups.place_ids_under, query.get("place")),
        assignee=_assignee(query.get("assignee"), actor),
        overdue=query.get("overdue"),
        opened_from=_midnight(query.get("opened_from")),
        opened_before=_midnight(query.get("opened_to"), days=1),
        owner=_id_of_partner(query, "owner"),
        tag=fold(query["tag"]) if query.get("tag") else None,
        ids=None if ids is None else frozenset(ids),
        changed_after=query.get("changed_after"),
    )


_EVERYTHING: Final[dict[str, dict[str, Any]]] = {
    "kind": {"kinds": frozenset()},
    "severity": {"severities": frozenset()},
    "category": {"categories": None},
    "institution": {"institutions": None},
    "place": {"places": None},
    "owner": {"owner": None},
    "assignee": {"assignee": None},
    "overdue": {"overdue": None},
    "tag": {"tag": None},
}
"""What a filter is where it narrows nothing."""


def filters_of_facets(
    names: Iterable[str], query: dict[str, Any], filters: CaseFilters
) -> dict[str, CaseFilters]:
    """For each facet the filters without its own: what else could be chosen there."""

    def without(name: str) -> CaseFilters:
        if name in ("state", "stage"):
            others = {other: value for other, value in query.items() if other != name}
            return replace(filters, states=_states(others))
        return replace(filters, **_EVERYTHING[name])

    return {name: without(name) for name in names}


def next_address(request: Request, cursor: str | None) -> str | None:
    """This list's address with the cursor of its next page."""
    return None if cursor is None else replace_query_param(request.build_absolute_uri(), "cursor", cursor)


def partner_in(query: dict[str, Any], *, field: str = "partner") -> Partner | None:
    """The partner that a parameter names by its slug, if it names one. Raises Invalid where there is none."""
    slug = query.get(field)
    if slug is None:
        return None
    found = Partner.objects.filter(slug=slug).first()
    if found is None:
        raise Invalid.field(field, "unknown_partner", _("No partner has this slug."))
    return found


def _id_of_partner(query: dict[str, Any], field: str) -> UUID | None:
    found = partner_in(query, field=field)
    return None if found is None else found.pk


def _states(query: dict[str, Any]) -> frozenset[str] | None:
    """States and stages narrow each other; None where neither was asked for."""
    if "state" not in query and "stage" not in query:
        return None
    in_stages = {state for state, stage in STAGE_OF.items() if stage in query.get("stage", STAGE_OF.values())}
    return frozenset(str(state) for state in in_stages if state in query.get("state", in_stages))


def _under(find: Any, code: str | None) -> tuple[int, ...] | None:
    return None if code is None else find(code)


def _one_institution(code: str | None) -> tuple[int, ...] | None:
    return None if code is None else (lookups.institution_of(code).id,)


def _assignee(value: str | None, actor: Actor) -> UUID | str | None:
    if value in (None, NOBODY):
        return value
    if value == "me":
        return actor.id
    try:
        return UUID(value)
    except ValueError:
        message = _("Send the id of a member of staff, me or nobody.")
        raise Invalid.field("assignee", "invalid_assignee", message) from None


def _midnight(day: Any, *, days: int = 0) -> datetime | None:
    return None if day is None else datetime.combine(day + timedelta(days=days), time.min, UTC)
