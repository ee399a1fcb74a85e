"""What waits for a person at the beginning of the day: the work list in parts, and what has no task yet."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from backend.cases.page import CaseFilters, count_of_cases, page_of_cases
from backend.cases.page.sections import Section, sections_of_tasks
from backend.cases.page.tasks import A_WEEK, TaskFilters
from backend.cases.services.digests import zone_of
from backend.cases.stages import State
from backend.cases.worklist.kinds import ASKED_FROM_ABOVE, FOR_THE_TEAM, OFFERS, TaskKind
from backend.common import clock
from backend.custody.services.waiting import WaitingIdentities, waiting_identities
from backend.intake.services.quarantine import Waiting, waiting_in_quarantine
from backend.mailroom.models import IncomingMail
from backend.mailroom.services.waiting import waiting_mails
from backend.partners.actors import Actor
from backend.partners.models import Partner

ROWS: Final = 10
NEW_STATES: Final = (State.RECEIVED, State.TRIAGE)
_DAY: Final = timedelta(days=1)
# Each task stands in one part: what everybody of the team is asked for, and institutions that are silent,
# have parts of their own whatever the day; of the rest, what is late comes first.
_SILENT: Final = frozenset({TaskKind.OVERDUE})
_ONES_OWN: Final = (frozenset(TaskKind) - FOR_THE_TEAM - _SILENT) | ASKED_FROM_ABOVE
_NAMED: Final = frozenset({TaskKind.ANSWER_ARRIVED, TaskKind.COMPLAINANT_WROTE})


@dataclass(frozen=True, slots=True)
class List:
    """The first rows of something, how many there are up to a limit, whether there are more."""

    rows: list[Any]
    count: int
    capped: bool


@dataclass(frozen=True, slots=True)
class Today:
    """A part is None where it is not for this person's role."""

    day: date
    filters: dict[str, TaskFilters]
    tasks: dict[str, Section]
    new: List | None
    mail: List | None
    quarantine: Waiting | None
    identities: WaitingIdentities | None


def today_for(actor: Actor, *, partner: Partner | None, mine: bool) -> Today:
    """Everything that waits, in all of one's partners or in one of them."""
    day = clock.today(_clocks(actor, partner))
    filters = _lists(actor, partner, day, mine=mine)
    sorts = _may("triage_cases", actor, partner)
    return Today(
        day=day,
        filters=filters,
        tasks=sections_of_tasks(actor, filters, size=ROWS),
        new=_new(actor, partner) if sorts else None,
        mail=_mail(actor, partner) if _may("refer_cases", actor, partner) else None,
        quarantine=waiting_in_quarantine(actor, partner) if sorts else None,
        identities=waiting_identities(actor, partner),
    )


def _clocks(actor: Actor, partner: Partner | None) -> str:
    if partner is not None:
        return partner.time_zone
    return zone_of(actor.user) if actor.user is not None else "UTC"


def _may(permission: str, actor: Actor, partner: Partner | None) -> bool:
    held = actor.partners_with(permission)
    return bool(held) if partner is None else partner.pk in held


def _lists(actor: Actor, partner: Partner | None, day: date, *, mine: bool) -> dict[str, TaskFilters]:
    """The parts of the work list, in the order in which one looks at them."""
    team = None if partner is None else partner.pk

    def some(kinds: Collection[TaskKind], *, mine: bool = mine, **narrowed: Any) -> TaskFilters:
        return TaskFilters(mine=mine, kinds=sorted(kinds), team=team, **narrowed)

    found: dict[str, TaskFilters] = {}
    if _may("read_complaints", actor, partner):
        found["overdue"] = some(_ONES_OWN, due_until=day - _DAY)
        found["silent"] = some(_SILENT)
        found["answered"] = some({TaskKind.ANSWER_ARRIVED}, due_from=day)
        found["written"] = some({TaskKind.COMPLAINANT_WROTE}, due_from=day)
        found["week"] = some(_ONES_OWN - _NAMED, due_from=day, due_until=day + A_WEEK)
        if mine:
            nobodys = _ONES_OWN | _SILENT
            if _may("triage_cases", actor, partner):
                # Those stand among the new complaints.
                nobodys -= {TaskKind.ACKNOWLEDGE}
            found["nobodys"] = some(nobodys, mine=False, nobodys=True, due_until=day + A_WEEK)
    if _may("approve_referrals", actor, partner):
        approvals = {TaskKind.APPROVAL_WANTED}
        found["approvals"] = some(approvals, mine=False, letters_not_by=actor.id)
    if any(_may(permission, actor, partner) for permission in OFFERS.values()):
        found["offers"] = some(OFFERS, mine=False)
    return found


def _new(actor: Actor, partner: Partner | None) -> List:
    """New complaints, those that wait longest first."""
    owner = None if partner is None else partner.pk
    filters = CaseFilters(states=[str(one) for one in NEW_STATES], owner=owner)
    page = page_of_cases(actor, filters, order="opened_at", size=ROWS)
    count, capped = count_of_cases(actor, filters)
    return List(page.rows, count, capped)


def _mail(actor: Actor, partner: Partner | None) -> List:
    rows: list[IncomingMail]
    rows, count, capped = waiting_mails(actor, partner, most=ROWS)
    return List(rows, count, capped)
