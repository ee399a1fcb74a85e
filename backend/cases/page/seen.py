"""How far given cases are open to an actor: asked again of what was put together earlier."""

from collections.abc import Collection
from uuid import UUID

from backend.cases.page.sight import Depth, how_far, sight_of
from backend.cases.sql import Piece, as_uuid, one_of, rows_of
from backend.partners.actors import Actor

Seen = tuple[bool, bool]
"""Whether everything of a row may be read, and whether its summary may."""


def seen_of(actor: Actor, ids: Collection[UUID]) -> dict[UUID, Seen]:
    """Of these cases those that the actor may know of. One query; some hundred at a time."""
    sight, readers = sight_of(actor, "view_cases"), sight_of(actor, "read_complaints")
    if not sight.partners or not ids:
        return {}
    named, depth = one_of("c.id", ids), how_far(sight, readers)
    found = rows_of(
        Piece(
            f"SELECT c.id, {depth.text} AS depth FROM cases_case c WHERE {named.text}",
            (*depth.values, *named.values),
        )
    )
    return {
        as_uuid(key): (far >= Depth.EVERYTHING, far >= Depth.SUMMARY)
        for key, far in found
        if far >= Depth.EXISTENCE
    }
