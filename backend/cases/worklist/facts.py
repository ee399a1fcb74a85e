"""What the rules look at: one case as plain values, on one day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from backend.cases.worklist.days import IsWorking
from backend.cases.worklist.kinds import TaskKind


@dataclass(frozen=True, slots=True)
class ReferralFacts:
    """A referral to an institution. `entered` numbers its arrival in the present state, `since` is that day:
    who comes to the same state again stands at another occasion."""

    id: UUID
    state: str
    entered: int
    since: date
    clock_runs: bool = False
    due_at: date | None = None
    appeal_until: date | None = None
    appealed: bool = False


@dataclass(frozen=True, slots=True)
class Happening:
    """Something with an id and a day: a message, a share's end, an answer, a letter of which nobody knows."""

    id: UUID
    on: date
    referral: UUID | None = None


@dataclass(frozen=True, slots=True)
class OfferFacts:
    """What another partner is asked to take over, and until when, if that is said."""

    id: UUID
    kind: TaskKind
    to_partner: UUID
    made_on: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class PartnerAnswer:
    """What became of a person referred to another partner; `said` is a code, the same for one occasion."""

    id: UUID
    said: str
    on: date


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """One case on one day, the day of its owner's clocks. Days are that owner's, too."""

    id: UUID
    state: str
    today: date
    is_working: IsWorking
    opened_on: date
    partner_wrote: bool = False
    unread: Happening | None = None
    resolved_on: date | None = None
    rated: bool = False
    reopening_asked_on: date | None = None
    hearing_on: date | None = None
    hearing_time: time | None = None
    referrals: Sequence[ReferralFacts] = ()
    arrived_answers: Sequence[Happening] = ()
    unclear_deliveries: Sequence[Happening] = ()
    failed_deliveries: Sequence[Happening] = ()
    ending_shares: Sequence[Happening] = ()
    offers: Sequence[OfferFacts] = ()
    partner_answers: Sequence[PartnerAnswer] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """A task that should be open. `occasion` tells it from others of its kind, for good: what a person has
    done is not wanted again for the same occasion."""

    kind: TaskKind
    occasion: str
    due_on: date
    due_time: time | None = None
    referral: UUID | None = None
    about: UUID | None = None
    team: UUID | None = None

    @property
    def key(self) -> str:
        return f"{self.kind.value}:{self.occasion}"
