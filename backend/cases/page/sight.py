"""What an actor may see, as SQL: the rule of `visible_to`, asked again of every row that leaves."""

from dataclasses import dataclass
from uuid import UUID

from backend.cases.sql import Piece, bound, one_of
from backend.partners.actors import Actor, ActorKind


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


def allowed(sight: Sight) -> Piece:
    """True of a case `c` that may be seen. Index and copied rows only propose: a share row that outlived its
    share, or the restriction of its case, must not show it."""
    own = one_of("c.owner_id", sight.partners)
    shared = _shared(sight)
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


def _shared(sight: Sight) -> Piece:
    partners = one_of("s.partner_id", sight.partners)
    return Piece(
        "EXISTS (SELECT 1 FROM cases_caseshare s"
        f" WHERE s.case_id = c.id AND s.ended_at IS NULL AND {partners.text})",
        partners.values,
    )
