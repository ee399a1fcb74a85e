"""What an actor may see, as SQL: the rule of `visible_to`, asked again of every row that leaves."""

from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from backend.cases.partner_stages import SharedField
from backend.cases.sql import Piece, bound, one_of
from backend.common import clock
from backend.partners.actors import Actor, ActorKind


class Opening(Enum):
    """What a share has to open, so that a row counts as seen."""

    ANYTHING = "anything"
    SUMMARY = "summary"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class Sight:
    """Partners whose cases an actor sees with one permission, and the person who may be named."""

    partners: tuple[UUID, ...]
    person: UUID | None

    @property
    def principals(self) -> tuple[UUID, ...]:
        """Whom rows in the table of exceptions may stand for."""
        return self.partners if self.person is None else (*self.partners, self.person)


def sight_of(actor: Actor, permission: str) -> Sight:
    """Programs are never named on a case, and whoever holds no permission anywhere sees nothing."""
    named = actor.id if actor.kind is ActorKind.STAFF else None
    return Sight(actor.partners_with(permission), named)


def allowed(sight: Sight, opening: Opening) -> Piece:
    """True of a case `c` that may be seen, and of which a share opens so much. Index and copied rows only
    propose: a share row that outlived its share, or the restriction of its case, must not show it."""
    own = one_of("c.owner_id", sight.partners)
    shared = _shared(sight, opening)
    open_to_partner = f"(NOT c.restricted AND ({own.text} OR {shared.text}))"
    if sight.person is None:
        return Piece(open_to_partner, (*own.values, *shared.values))
    named = Piece(
        f"(c.restricted AND {own.text} AND EXISTS (SELECT 1 FROM cases_caseuserobjectpermission g"
        " JOIN auth_permission p ON p.id = g.permission_id AND p.codename = 'named_on_case'"
        " WHERE g.content_object_id = c.id AND g.user_id = %s))",
        (*own.values, bound(sight.person)),
    )
    return Piece(f"({open_to_partner} OR {named.text})", (*own.values, *shared.values, *named.values))


def _shared(sight: Sight, opening: Opening) -> Piece:
    partners = one_of("s.partner_id", sight.partners)
    opens = _OPENS[opening]
    return Piece(
        "EXISTS (SELECT 1 FROM cases_caseshare s WHERE s.case_id = c.id AND s.ended_at IS NULL"
        f" AND (s.ends_at IS NULL OR s.ends_at > %s) AND {partners.text}{opens.text})",
        (bound(clock.now()), *partners.values, *opens.values),
    )


_OPENS = {
    Opening.ANYTHING: Piece(""),
    Opening.SUMMARY: Piece(
        " AND (s.fields IS NULL OR s.fields LIKE %s)", (f"% {SharedField.SUMMARY.value} %",)
    ),
    Opening.EVERYTHING: Piece(" AND s.fields IS NULL"),
}
