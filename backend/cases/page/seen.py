"""How far given cases are open to an actor: asked again of what was put together earlier."""

from collections.abc import Collection
from uuid import UUID

from backend.cases.page.sight import Opening, allowed, sight_of
from backend.cases.sql import Piece, as_uuid, one_of, rows_of
from backend.partners.actors import Actor

Seen = tuple[bool, bool]
"""Whether everything of a row may be read, and whether its summary may."""


def seen_of(actor: Actor, ids: Collection[UUID]) -> dict[UUID, Seen]:
    """Of these cases those that the actor may know of. One query; some hundred at a time."""
    sight, readers = sight_of(actor, "view_cases"), sight_of(actor, "read_complaints")
    if not sight.partners or not ids:
        return {}
    read, summarised = (
        allowed(readers, opening) if readers.partners else Piece("1 = 0")
        for opening in (Opening.EVERYTHING, Opening.SUMMARY)
    )
    named, known = one_of("c.id", ids), allowed(sight, Opening.ANYTHING)
    text = (
        f"SELECT c.id, {read.text} AS readable, {summarised.text} AS summarised FROM cases_case c"
        f" WHERE {named.text} AND {known.text}"
    )
    found = rows_of(Piece(text, (*read.values, *summarised.values, *named.values, *known.values)))
    return {as_uuid(key): (bool(readable), bool(short)) for key, readable, short in found}
