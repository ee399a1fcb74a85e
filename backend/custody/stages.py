"""The life of a request to read an identity as a table: from, verb, to, on which side, what must hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from backend.identity.models import IdentityLook

MOST_MINUTES: Final = 60
DECIDED_WITHIN: Final = timedelta(days=7)
"""A request that nobody decides is over after that."""
ALONE_WAITS: Final = timedelta(hours=24)
"""How much later an approval opens where the partner has fewer than two custodians."""
OPENED_WITHIN: Final = timedelta(hours=24)
"""An approval that nobody uses is over after that; from the first reading on, the minutes count."""
FEWEST_CUSTODIANS: Final = 2

_Why = IdentityLook.Reason


class RequestReason(models.TextChoices):
    """Why somebody has to know who the complainant is. The complainant reads it."""

    CONTACT = _Why.CONTACT.value, _Why.CONTACT.label
    REFERRAL = _Why.REFERRAL.value, _Why.REFERRAL.label
    SERVICE = _Why.SERVICE.value, _Why.SERVICE.label
    DANGER = _Why.DANGER.value, _Why.DANGER.label
    COURT_ORDER = _Why.COURT_ORDER.value, _Why.COURT_ORDER.label
    OWN_DATA = _Why.OWN_DATA.value, _Why.OWN_DATA.label


class IdentityField(models.TextChoices):
    """What of an identity is asked for, one thing at a time."""

    NAME = "name", _("Name")
    EMAIL = "email", _("E-mail")
    PHONE = "phone", _("Telephone")
    ADDRESS = "address", _("Address")


class RequestState(models.TextChoices):
    REQUESTED = "requested", _("Waits for a custodian")
    APPROVED = "approved", _("Approved")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Taken back")
    EXPIRED = "expired", _("Time is over")
    ENDED = "ended", _("Ended early")


class RequestVerb(models.TextChoices):
    """What may be done to a request."""

    UNSEAL = "unseal", _("Unseal it for who asked")
    APPROVE = "approve", _("Approve")
    DECLINE = "decline", _("Decline")
    WITHDRAW = "withdraw", _("Take it back")
    READ = "read", _("Read")
    END = "end", _("End it early")
    EXPIRE = "expire", _("Let it expire")
    LAPSE = "lapse", _("Let it end with what it stood on")


class Side(models.TextChoices):
    """In which part somebody meets a request."""

    REQUESTER = "requester", _("who asked")
    CUSTODIAN = "custodian", _("a custodian of the owning partner")
    COORDINATOR = "coordinator", _("its coordinator, where the approval waits a day")
    NOBODY = "nobody", _("happens by itself")


class RequestGuard(models.TextChoices):
    """Conditions beside state and side."""

    NOT_OWN = "not_own", _("not the person who asked")
    HAS_OPENED = "has_opened", _("its moment has come")


@dataclass(frozen=True, slots=True)
class RequestTransition:
    """One row: from any of `sources`, `verb` leads to `target`, for those on one of `sides`."""

    sources: frozenset[str]
    verb: str
    target: str
    sides: frozenset[Side]
    guards: tuple[RequestGuard, ...] = ()
    # Of a sealed identity alone: elsewhere there is no such step.
    of_sealed: bool = False


OPEN: Final = (RequestState.REQUESTED, RequestState.APPROVED)
"""States in which something may still come of it."""


def _row(
    sources: RequestState | tuple[RequestState, ...],
    verb: RequestVerb,
    target: RequestState,
    sides: Side | tuple[Side, ...],
    *guards: RequestGuard,
    of_sealed: bool = False,
) -> RequestTransition:
    listed = sources if isinstance(sources, tuple) else (sources,)
    who = sides if isinstance(sides, tuple) else (sides,)
    return RequestTransition(frozenset(listed), verb, target, frozenset(who), guards, of_sealed)


_REQUESTED, _APPROVED = RequestState.REQUESTED, RequestState.APPROVED

REQUEST_TABLE: Final[tuple[RequestTransition, ...]] = (
    _row(_REQUESTED, RequestVerb.UNSEAL, _REQUESTED, Side.CUSTODIAN, RequestGuard.NOT_OWN, of_sealed=True),
    _row(_REQUESTED, RequestVerb.APPROVE, _APPROVED, Side.CUSTODIAN, RequestGuard.NOT_OWN),
    _row(_REQUESTED, RequestVerb.DECLINE, RequestState.DECLINED, Side.CUSTODIAN, RequestGuard.NOT_OWN),
    _row(OPEN, RequestVerb.WITHDRAW, RequestState.WITHDRAWN, Side.REQUESTER),
    _row(_APPROVED, RequestVerb.READ, _APPROVED, Side.REQUESTER, RequestGuard.HAS_OPENED),
    _row(_APPROVED, RequestVerb.END, RequestState.ENDED, (Side.CUSTODIAN, Side.COORDINATOR)),
    _row(OPEN, RequestVerb.EXPIRE, RequestState.EXPIRED, Side.NOBODY),
    _row(OPEN, RequestVerb.LAPSE, RequestState.ENDED, Side.NOBODY),
)


def row_of(state: str, verb: str) -> RequestTransition | None:
    """The row for a verb in a state, if there is one."""
    return next((row for row in REQUEST_TABLE if row.verb == verb and state in row.sources), None)


def rows_from(state: str) -> Iterator[RequestTransition]:
    """Every row that starts in a state."""
    return (row for row in REQUEST_TABLE if state in row.sources)
