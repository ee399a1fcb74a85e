"""A case and its list rows as an actor may see them."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import prefetch_related_objects

from backend.cases.api.fields import shown_entry
from backend.cases.api.serializers import CaseSerializer, DeidentifiedCaseSerializer, is_overdue
from backend.cases.models import Case
from backend.cases.services import access
from backend.cases.stages import STAGE_OF, State
from backend.directory import lookups
from backend.partners.actors import Actor
from backend.partners.models import Partner, User

# What a detail needs beside the row, in the same query.
WITH = ("owner", "complaint", "data_key", "assignee")


def shown_case(case_id: UUID, actor: Actor) -> dict[str, Any]:
    """One case, in full for those who may read it, de-identified for those who may only know of it.

    Raises NotFound. At most seven queries.
    """
    readable = Case.objects.readable_by(actor).select_related(*WITH).filter(pk=case_id).first()
    if readable is None:
        case = Case.objects.visible_to(actor).select_related("owner").found(case_id)
        return dict(DeidentifiedCaseSerializer(case).data)
    prefetch_related_objects([readable], "tags")
    named = access.named_on(readable) if readable.restricted else []
    people = list(User.objects.filter(pk__in=named).order_by("name")) if named else []
    return dict(CaseSerializer(readable, context={"people": people, "actor": actor}).data)


def shown_rows(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Rows of a list: names of people and partners in one query each, of the directory from memory."""
    listed = list(rows)
    people = _names(User, {row["assignee_id"] for row in listed if row["readable"]})
    owners = dict(
        Partner.objects.filter(pk__in={row["owner_id"] for row in listed}).values_list("pk", "slug")
    )
    return [_shown_row(row, people, owners) for row in listed]


def _names(model: type[User], ids: set[UUID | None]) -> dict[UUID, str]:
    wanted = {id for id in ids if id is not None}
    return dict(model.objects.filter(pk__in=wanted).values_list("pk", "name")) if wanted else {}


def _shown_row(row: Mapping[str, Any], people: dict[UUID, str], owners: dict[UUID, str]) -> dict[str, Any]:
    assignee = row["assignee_id"] if row["readable"] else None
    return {
        "id": str(row["id"]),
        "reference": row["reference"],
        "owner": owners[row["owner_id"]],
        "kind": row["kind"],
        "state": row["state"],
        "stage": STAGE_OF[State(row["state"])],
        "severity": row["severity"],
        "category": _entry(lookups.categories, row["category_id"]),
        "institution": _entry(lookups.institutions, row["institution_id"]),
        "place": _entry(lookups.places, row["place_id"]),
        "opened_at": row["opened_at"],
        "due_at": row["due_at"],
        "overdue": is_overdue(row["state"], row["due_at"]),
        "outcome": row["outcome"] or None,
        "restricted": row["restricted"],
        "summary": row["summary"] if row["readable"] else None,
        "assignee": {"id": str(assignee), "name": people.get(assignee, "")} if assignee else None,
        "version": row["version"],
    }


def _entry(lookup: lookups.Lookup[Any], id: int | None) -> dict[str, str] | None:
    return None if id is None else shown_entry(lookup, id)
