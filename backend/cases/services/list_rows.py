"""Rows of a list as every reader of it gets them: on the screen, and in a file that leaves."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from backend.cases.page import EXTRAS
from backend.cases.stages import RUNNING, STAGE_OF
from backend.common import clock
from backend.common.languages import current_language, label_in
from backend.directory import lookups


def shown_rows(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Rows of a list, without a query: names of places, institutions and categories come from memory."""
    category, institution, place = (_entries(one) for one in _SHOWN)
    today = clock.now().date()
    return [_shown_row(row, category, institution, place, today) for row in rows]


_SHOWN = (lookups.categories, lookups.institutions, lookups.places)
_Entries = Callable[[int | None], dict[str, str] | None]


def _entries(lookup: lookups.Lookup[Any]) -> _Entries:
    known, language = lookup.known(), current_language().value
    # The same few names stand on most rows of a page.
    before: dict[int, dict[str, str]] = {}

    def shown(id: int | None) -> dict[str, str] | None:
        if id is None:
            return None
        if id not in before:
            # Not known: added a moment ago by another process.
            entry = known.get(id) or lookup.with_id(id)
            before[id] = {"code": entry.code, "name": label_in(entry.names, language)}
        return before[id]

    return shown


def _waits_for(found: Mapping[str, Any] | None, institution: _Entries) -> dict[str, Any] | None:
    if found is None:
        return None
    shown = {name: found[name] for name in ("due_at", "running")}
    return {"institution": institution(found["institution_id"]), **shown}


def _shown_row(
    row: Mapping[str, Any], category: _Entries, institution: _Entries, place: _Entries, today: date
) -> dict[str, Any]:
    assignee = row["assignee_id"] if row["readable"] else None
    return {
        "id": str(row["id"]),
        "reference": row["reference"],
        "owner": row["owner_slug"],
        "kind": row["kind"],
        "state": row["state"],
        "stage": STAGE_OF[row["state"]],
        "severity": row["severity"],
        "category": category(row["category_id"]),
        "institution": institution(row["institution_id"]),
        "place": place(row["place_id"]),
        "opened_at": row["opened_at"],
        "due_at": row["due_at"],
        "overdue": is_overdue(row["state"], row["due_at"], today),
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


def is_overdue(state: str, due_at: date | None, today: date) -> bool:
    """Overdue is computed, never a state: due before today (UTC) and still in work."""
    return due_at is not None and state in RUNNING and due_at < today
