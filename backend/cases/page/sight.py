"""What an actor may see, as SQL: the rule of `visible_to`, asked again of every row that leaves."""

from dataclasses import dataclass
from enum import Enum, IntEnum
from typing import Final
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


class Depth(IntEnum):
    """How much of a case somebody may read."""

    EXISTENCE = 1
    SUMMARY = 2
    EVERYTHING = 3


NEEDED: Final = {
    Opening.ANYTHING: Depth.EXISTENCE,
    Opening.SUMMARY: Depth.SUMMARY,
    Opening.EVERYTHING: Depth.EVERYTHING,
}
_RUNNING: Final = "s.case_id = c.id AND s.ended_at IS NULL AND (s.ends_at IS NULL OR s.ends_at > %s)"


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
    named = _named(sight.person)
    return Piece(
        f"({open_to_partner} OR (c.restricted AND {own.text} AND {named.text}))",
        (*own.values, *shared.values, *own.values, *named.values),
    )


def _named(person: UUID) -> Piece:
    """Counted, of which there is one at most: for EXISTS, PostgreSQL would first read all the cases on which
    somebody is named, each through the second lock, to look up the few restricted ones of a page in them."""
    return Piece(
        "(SELECT count(*) FROM cases_caseuserobjectpermission g WHERE g.content_object_id = c.id"
        " AND g.user_id = %s AND g.permission_id ="
        " (SELECT p.id FROM auth_permission p WHERE p.codename = 'named_on_case')) = 1",
        (bound(person),),
    )


def _shared(sight: Sight, opening: Opening) -> Piece:
    partners = one_of("s.partner_id", sight.partners)
    opens = _OPENS[opening]
    return Piece(
        f"(SELECT count(*) FROM cases_caseshare s WHERE {_RUNNING} AND {partners.text}{opens.text}) > 0",
        (bound(clock.now()), *partners.values, *opens.values),
    )


def how_far(sight: Sight, readers: Sight) -> Piece:
    """Of a case `c` 0 where it may not be known, else a `Depth`: the same rule as `allowed`, asked once. Each
    look at the shares that a statement holds is planned anew, which takes longer than the look.
    `readers`: the same for the permission to read."""
    reading = tuple(one for one in sight.partners if one in readers.partners)
    known, read = one_of("c.owner_id", sight.partners), one_of("c.owner_id", reading)
    own = Piece(f"CASE WHEN {read.text} THEN {Depth.EVERYTHING} ELSE {Depth.EXISTENCE} END", read.values)
    shared = _shared_so_far(sight, reading)
    if sight.person is None:
        hidden = Piece("0")
    else:
        named = _named(sight.person)
        hidden = Piece(
            f"CASE WHEN {known.text} AND {named.text} THEN {own.text} ELSE 0 END",
            (*known.values, *named.values, *own.values),
        )
    return Piece(
        f"CASE WHEN c.restricted THEN {hidden.text} WHEN {read.text} THEN {Depth.EVERYTHING}"
        f" ELSE coalesce({shared.text}, CASE WHEN {known.text} THEN {Depth.EXISTENCE} ELSE 0 END) END",
        (*hidden.values, *read.values, *shared.values, *known.values),
    )


def _shared_so_far(sight: Sight, reading: tuple[UUID, ...]) -> Piece:
    """The farthest of the running shares; NULL without any."""
    partners, read = one_of("s.partner_id", sight.partners), one_of("s.partner_id", reading)
    summary = _OPENS[Opening.SUMMARY]
    return Piece(
        f"(SELECT max(CASE WHEN NOT {read.text} THEN {Depth.EXISTENCE}"
        f" WHEN s.fields IS NULL THEN {Depth.EVERYTHING}"
        f" WHEN 1 = 1{summary.text} THEN {Depth.SUMMARY} ELSE {Depth.EXISTENCE} END)"
        f" FROM cases_caseshare s WHERE {_RUNNING} AND {partners.text})",
        (*read.values, *summary.values, bound(clock.now()), *partners.values),
    )


_OPENS = {
    Opening.ANYTHING: Piece(""),
    Opening.SUMMARY: Piece(
        " AND (s.fields IS NULL OR s.fields LIKE %s)", (f"% {SharedField.SUMMARY.value} %",)
    ),
    Opening.EVERYTHING: Piece(" AND s.fields IS NULL"),
}
