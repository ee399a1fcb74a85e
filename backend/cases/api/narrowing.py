"""From a list's query parameters to filters, and from a page's end to the next address."""

from datetime import UTC, datetime, time, timedelta
from typing import Any
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


def filters_in(query: dict[str, Any], actor: Actor) -> CaseFilters:
    """The filters that a checked query asks for. Raises Invalid for codes that do not exist."""
    return CaseFilters(
        states=_states(query),
        kinds=frozenset(query.get("kind", ())),
        severities=frozenset(int(value) for value in query.get("severity", ())),
        categories=_under(lookups.category_ids_under, query.get("category")),
        institutions=_one_institution(query.get("institution")),
        places=_under(lookups.place_ids_under, query.get("place")),
        assignee=_assignee(query.get("assignee"), actor),
        overdue=query["overdue"],
        opened_from=_midnight(query.get("opened_from")),
        opened_before=_midnight(query.get("opened_to"), days=1),
        owner=_owner(query.get("owner")),
        tag=fold(query["tag"]) if query.get("tag") else None,
    )


def next_address(request: Request, cursor: str | None) -> str | None:
    """This list's address with the cursor of its next page."""
    return None if cursor is None else replace_query_param(request.build_absolute_uri(), "cursor", cursor)


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


def _owner(slug: str | None) -> UUID | None:
    if slug is None:
        return None
    found = Partner.objects.filter(slug=slug).values_list("pk", flat=True).first()
    if found is None:
        raise Invalid.field("owner", "unknown_partner", _("No partner has this slug."))
    return found


def _midnight(day: Any, *, days: int = 0) -> datetime | None:
    return None if day is None else datetime.combine(day + timedelta(days=days), time.min, UTC)
