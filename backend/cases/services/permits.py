"""Who may do which step now: used by every service that moves a state, and shown as `allowed_actions`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from backend.cases import errors
from backend.cases.models import Case, InstitutionReferral
from backend.cases.services.guards import ON_CASE, ON_REFERRAL
from backend.cases.stages import (
    BY_RECEIPT,
    CASE_TABLE,
    REFERRAL_TABLE,
    Guard,
    Transition,
    find,
    rows_from,
)
from backend.common.errors import NotAllowed, Problem
from backend.complaints.models import Complaint
from backend.keyring.models import DataKey
from backend.partners.actors import Actor, ActorKind

# Guards that a reason given with the step lifts: shown as a hint, checked in the service.
LIFTED_BY_A_REASON = frozenset({Guard.NO_WAITING_REFERRAL, Guard.APPEAL_WINDOW})
# Guards that only say which of two verbs fits: a verb that does not fit is left out, not shown as refused.
_CHOOSING = frozenset(
    {
        Guard.NEEDS_APPROVAL,
        Guard.NEEDS_NO_APPROVAL,
        Guard.HAS_TERM,
        Guard.CLOCK_RUNS,
        Guard.CLOCK_STANDS,
        Guard.APPEALABLE,
    }
)


@dataclass(frozen=True, slots=True)
class AllowedAction:
    """A step that the actor's role allows here; `refusal` says what still stands against it."""

    verb: str
    refusal: Problem | None
    reason_lifts: bool = False
    """The refusal is lifted where a reason is given with the step."""


def require(verb: str, case: Case, actor: Actor, *, lifted: frozenset[Guard] = frozenset()) -> Transition:
    """The table's row for a verb on a case. Raises NotAllowed, WrongState or the guard's own problem."""
    row = find(CASE_TABLE, case.state, verb)
    _require_permission(CASE_TABLE, verb, case, actor)
    if row is None:
        raise errors.WrongState(state=case.state, verb=verb)
    _raise_first(ON_CASE[guard](case, actor) for guard in row.guards if guard not in lifted)
    return row


def require_on_referral(
    verb: str, referral: InstitutionReferral, actor: Actor, *, lifted: frozenset[Guard] = frozenset()
) -> Transition:
    """The table's row for a verb on a referral. Raises NotAllowed, ReferralWrongState, a guard's problem."""
    row = find(REFERRAL_TABLE, referral.state, verb)
    _require_permission(REFERRAL_TABLE, verb, referral.case, actor)
    if row is None:
        raise errors.ReferralWrongState(state=referral.state, verb=verb)
    _raise_first(ON_REFERRAL[guard](referral, actor) for guard in row.guards if guard not in lifted)
    return row


def require_permission(permission: str, case: Case, actor: Actor) -> None:
    """The actor holds a permission at the partner that owns the case. Raises NotAllowed."""
    if actor.kind is not ActorKind.SYSTEM and not actor.may(permission, case.owner_id):
        raise NotAllowed()


def allowed_actions(case: Case, actor: Actor) -> list[AllowedAction]:
    """The steps on a case that have an address of their own and that the actor's role allows."""
    rows = (row for row in rows_from(CASE_TABLE, case.state) if not row.caused_by)
    # A guard that stands before several steps is asked once.
    refusal_of = cache(lambda guard: ON_CASE[guard](case, actor))
    return [_allowed(row, refusal_of) for row in rows if actor.may(row.permission, case.owner_id)]


def _allowed(row: Transition, refusal_of: Callable[[Guard], Problem | None]) -> AllowedAction:
    for guard in row.guards:
        if refusal := refusal_of(guard):
            return AllowedAction(row.verb, refusal, reason_lifts=guard in LIFTED_BY_A_REASON)
    return AllowedAction(row.verb, None)


def allowed_on_referral(referral: InstitutionReferral, actor: Actor) -> list[AllowedAction]:
    """The steps on a referral that the actor's role allows."""
    allowed = []
    for row in rows_from(REFERRAL_TABLE, referral.state):
        if not actor.may(row.permission, referral.case.owner_id):
            continue
        if any(ON_REFERRAL[guard](referral, actor) for guard in row.guards if guard in _CHOOSING):
            continue
        refusals = (ON_REFERRAL[guard](referral, actor) for guard in row.guards)
        allowed.append(AllowedAction(row.verb, next((found for found in refusals if found), None)))
    return allowed


def complaint_of(case: Case) -> Complaint:
    """The complaint that a case works. Raises WrongState for what a hand-over left behind."""
    if case.complaint is None:
        raise errors.WrongState(state=case.state)
    return case.complaint


def key_of(case: Case) -> DataKey:
    """The key of a case's words. Raises WrongState for what a hand-over left behind."""
    if case.data_key is None:
        raise errors.WrongState(state=case.state)
    return case.data_key


def _require_permission(table: Iterable[Transition], verb: str, case: Case, actor: Actor) -> None:
    """Asked before the state, so that who may nothing learns nothing about the state."""
    permissions = {row.permission for row in table if row.verb == verb}
    if actor.kind is not ActorKind.SYSTEM and not any(_holds(actor, name, case) for name in permissions):
        raise NotAllowed()


def _holds(actor: Actor, permission: str, case: Case) -> bool:
    if permission == BY_RECEIPT:
        return actor.kind is ActorKind.COMPLAINANT and actor.case_id == case.pk
    return actor.may(permission, case.owner_id)


def _raise_first(problems: Iterable[Problem | None]) -> None:
    for problem in problems:
        if problem is not None:
            raise problem
