"""Who may do which step on a request, and what still stands against it."""

from collections.abc import Callable, Collection
from typing import Final

from backend.cases.services.permits import AllowedAction
from backend.common import clock
from backend.common.errors import NotAllowed, Problem
from backend.custody import errors
from backend.custody.models import IdentityRequest
from backend.custody.stages import (
    REQUEST_TABLE,
    RequestGuard,
    RequestState,
    RequestTransition,
    RequestVerb,
    Side,
    row_of,
    rows_from,
)
from backend.partners.actors import Actor, ActorKind

AT_DESK: Final = frozenset({Side.CUSTODIAN, Side.COORDINATOR})
IN_CASE: Final = frozenset({Side.REQUESTER})


def require(verb: RequestVerb, request: IdentityRequest, actor: Actor) -> RequestTransition:
    """The table's row for a verb. Raises NotAllowed, RequestWrongState, NotSealed, ReadingOver or
    a guard's own problem."""
    sides = sides_of(actor, request)
    # Asked before the state, so that who may nothing learns nothing about the state.
    if not any(row.verb == verb and row.sides & sides for row in REQUEST_TABLE):
        raise NotAllowed()
    row = row_of(request.standing, verb)
    if row is not None and row.of_sealed and not request.is_sealed:
        raise errors.NotSealed()
    if row is None:
        over = verb is RequestVerb.READ and request.standing == RequestState.EXPIRED
        raise errors.ReadingOver() if over else errors.RequestWrongState(state=request.standing)
    if problem := _against(row, request, actor):
        raise problem
    return row


def allowed_on(request: IdentityRequest, actor: Actor, *, where: Collection[Side]) -> list[AllowedAction]:
    """The steps that the actor may take, in the case or at the custodians' desk. Asks nothing of the
    database."""
    sides = sides_of(actor, request) & frozenset(where)
    there = (row for row in rows_from(request.standing) if request.is_sealed or not row.of_sealed)
    rows = (row for row in there if row.sides & sides)
    return [AllowedAction(row.verb, _against(row, request, actor)) for row in rows]


def sides_of(actor: Actor, request: IdentityRequest) -> frozenset[Side]:
    """On which sides a person stands. Of programs, on none."""
    if actor.kind is not ActorKind.STAFF:
        return frozenset()
    stands = {
        Side.REQUESTER: actor.id == request.requester_id,
        Side.CUSTODIAN: actor.may("reveal_identity", request.partner_id),
        Side.COORDINATOR: request.delayed and actor.may("manage_partner", request.partner_id),
    }
    return frozenset(side for side, so in stands.items() if so)


def _against(row: RequestTransition, request: IdentityRequest, actor: Actor) -> Problem | None:
    found = (_GUARDS[guard](request, actor) for guard in row.guards)
    return next((problem for problem in found if problem is not None), None)


def _not_own(request: IdentityRequest, actor: Actor) -> Problem | None:
    return errors.OwnRequest() if actor.id == request.requester_id else None


def _has_opened(request: IdentityRequest, actor: Actor) -> Problem | None:
    if request.opens_at is not None and request.opens_at <= clock.now():
        return None
    return errors.NotOpenYet(opens_at=request.opens_at.isoformat() if request.opens_at else None)


_GUARDS: Final[dict[RequestGuard, Callable[[IdentityRequest, Actor], Problem | None]]] = {
    RequestGuard.NOT_OWN: _not_own,
    RequestGuard.HAS_OPENED: _has_opened,
}
