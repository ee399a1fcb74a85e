"""A case and its list rows as an actor may see them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import prefetch_related_objects

from backend.cases.api.opened import shown_opened
from backend.cases.api.serializers import CaseSerializer, DeidentifiedCaseSerializer, is_overdue
from backend.cases.models import Case
from backend.cases.page import EXTRAS
from backend.cases.services import access
from backend.cases.services.opened import agreed_with
from backend.cases.stages import STAGE_OF, State
from backend.directory import lookups
from backend.partners.actors import Actor
from backend.partners.models import User

# What a detail needs beside the row, in the same query.
WITH = ("owner", "complaint__satisfaction", "data_key", "assignee")


def shown_case(case_id: UUID, actor: Actor) -> dict[str, Any]:
    """One case, in full for those who may read it, as far as it was agreed for people of another partner,
    de-identified for those who may only know of it.

    Raises NotFound. At most seven queries.
    """
    readable = Case.objects.readable_by(actor).select_related(*WITH).filter(pk=case_id).first()
    if readable is None:
        return _shown_in_part(case_id, actor)
    prefetch_related_objects([readable], "tags")
    named = access.named_on(readable) if readable.restricted else []
    people = list(User.objects.filter(pk__in=named).order_by("name")) if named else []
    return dict(CaseSerializer(readable, context={"people": people, "actor": actor}).data)


def _shown_in_part(case_id: UUID, actor: Actor) -> dict[str, Any]:
    case = Case.objects.visible_to(actor).select_related(*WITH).found(case_id)
    if (agreed := agreed_with(case, actor)) is not None:
        return shown_opened(case, agreed)
    return dict(DeidentifiedCaseSerializer(case).data)


def shown_rows(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Rows of a list, without a query: names of places, institutions and categories come from memory."""
    category, institution, place = (_entries(one) for one in _SHOWN)
    return [_shown_row(row, category, institution, place) for row in rows]


_SHOWN = (lookups.categories, lookups.institutions, lookups.places)
_Entries = Callable[[int | None], dict[str, str] | None]


def _entries(lookup: lookups.Lookup[Any]) -> _Entries:
    known = lookup.known()

    def shown(id: int | None) -> dict[str, str] | None:
        if id is None:
            return None
        # Not known: added a moment ago by another process.
        entry = known.get(id) or lookup.with_id(id)
        return {"code": entry.code, "name": entry.name}

    return shown


def _waits_for(found: Mapping[str, Any] | None, institution: _Entries) -> dict[str, Any] | None:
    if found is None:
        return None
    shown = {name: found[name] for name in ("due_at", "running")}
    return {"institution": institution(found["institution_id"]), **shown}


def _shown_row(
    row: Mapping[str, Any], category: _Entries, institution: _Entries, place: _Entries
) -> dict[str, Any]:
    assignee = row["assignee_id"] if row["readable"] else None
    return {
        "id": str(row["id"]),
        "reference": row["reference"],
        "owner": row["owner_slug"],
        "kind": row["kind"],
        "state": row["state"],
        "stage": STAGE_OF[State(row["state"])],
        "severity": row["severity"],
        "category": category(row["category_id"]),
        "institution": institution(row["institution_id"]),
        "place": place(row["place_id"]),
        "opened_at": row["opened_at"],
        "due_at": row["due_at"],
        "overdue": is_overdue(row["state"], row["due_at"]),
        "outcome": row["outcome"] or None,
        "restricted": row["restricted"],
        "summary": row["summary"] if row["summarised"] else None,
        "assignee": {"id": str(assignee), "name": row["assignee_name"]} if assignee else None,
        "resolved_at": row["resolved_at"],
        "closed_at": row["closed_at"],
        **{name: row.get(name) for name in EXTRAS},
        "waits_for": _waits_for(row.get("waits_for"), institution),
        "version": row["version"],
    }
