"""What a public door noticed about a sending. It never refuses one: at worst, somebody looks at it first."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.conf import settings

from backend.doorkeeping.services import buckets, proofs, tokens
from backend.doorkeeping.services.tokens import Verdict
from backend.intake.stages import Reason
from backend.partners.models import Partner


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Screening:
    """All that a door knows of a sending besides what it says. Not printed: it holds an address.

    `sender` comes from `doorkeeping.senders.sender_of`; `token` is None at a door that gives out none.
    """

    sender: str = ""
    proof: str = ""
    token: str | None = None
    trap: str = ""


class _Way(StrEnum):
    """What speaks for a sending. Each is counted apart, so that a flood on one leaves the others free."""

    PROVEN = "proven"
    BY_PAGE = "by_page"
    BARE = "bare"


# The door told this in so many words; everything else only ever counts.
_TELLING: Final = {Verdict.FORGED: Reason.FORGED_FORM, Verdict.TOO_FAST: Reason.TOO_FAST}


def form_subject(partner: Partner) -> str:
    """What the tokens of a partner's form are given out for."""
    return f"form:{partner.pk}"


def reasons_to_look(screening: Screening, partner: Partner) -> tuple[Reason, ...]:
    """Why somebody should look at this sending before it becomes a case; nothing for nearly all of them.

    Part of filing, in its transaction: a sending that fails has neither spent its proof nor been counted.
    """
    verdict = None
    if screening.token is not None:
        subject, least = form_subject(partner), settings.DOSJA_FORM_LEAST_SECONDS
        verdict = tokens.spend(screening.token, subject, least)
    proven = proofs.spend(screening.proof)
    way = _Way.PROVEN if proven else _Way.BY_PAGE if verdict is Verdict.GOOD else _Way.BARE
    return tuple(_reasons(screening, verdict, way, partner))


def _reasons(screening: Screening, verdict: Verdict | None, way: _Way, partner: Partner) -> Iterator[Reason]:
    if screening.trap.strip():
        yield Reason.TRAP_FILLED
    if verdict in _TELLING:
        yield _TELLING[verdict]
    most = settings.DOSJA_PROVEN_SENDER_LIMIT if way is _Way.PROVEN else settings.DOSJA_SENDER_LIMIT
    if screening.sender and buckets.count(f"filed {way}", screening.sender) > most:
        yield Reason.MANY_FROM_SENDER
    if way is not _Way.PROVEN and _count_of(way, partner) > settings.DOSJA_UNPROVEN_LIMIT:
        yield Reason.MANY_UNPROVEN


def _count_of(way: _Way, partner: Partner) -> int:
    return buckets.count(f"filed for {way}", str(partner.pk))
