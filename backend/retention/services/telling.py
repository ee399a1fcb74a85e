"""What is told of the keeping of one case: to those who work it, and to the complainant."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from backend.cases.models import Case
from backend.complaints.models import Complaint
from backend.partners.actors import Actor
from backend.retention.models import ErasureRequest, PlannedErasure
from backend.retention.rules import ENDED
from backend.retention.services.blocking import blockers_of
from backend.retention.services.due import keeping_of
from backend.retention.services.holds import MAY_HOLD
from backend.retention.services.requests import last_request
from backend.retention.stages import Blocker, Ending


@dataclass(frozen=True, slots=True)
class KeepingTold:
    """Until when a case is kept and what keeps it, for staff."""

    ending: Ending | None
    ended_on: date | None
    months: int | None
    due_on: date | None
    erased_on: date | None
    blockers: list[Blocker]
    may_hold: bool


@dataclass(frozen=True, slots=True)
class ErasureTold:
    """What the complainant learns: the day that was announced, and what became of an own request."""

    has_case: bool
    erased_on: date | None
    request: ErasureRequest | None


def keeping_told(case_id: UUID, actor: Actor) -> KeepingTold:
    """How long a case is kept. Raises NotFound."""
    case = Case.objects.select_related("owner", "duplicate_of").readable(case_id, actor)
    keeping = keeping_of(case)
    return KeepingTold(
        ending=keeping.ending if keeping else None,
        ended_on=keeping.ended_on if keeping else None,
        months=keeping.rule.months if keeping and keeping.rule else None,
        due_on=keeping.due_on if keeping else None,
        erased_on=_announced(case),
        blockers=blockers_of(case),
        may_hold=case.data_key_id is not None and actor.may(MAY_HOLD, case.owner_id),
    )


def erasure_told(complaint: Complaint) -> ErasureTold:
    """What the holder of the receipt learns."""
    case = Case.objects.filter(complaint=complaint).first()
    if case is None:
        return ErasureTold(has_case=False, erased_on=None, request=None)
    return ErasureTold(has_case=True, erased_on=_announced(case), request=last_request(complaint))


def _announced(case: Case) -> date | None:
    if case.state not in ENDED:
        # Taken up again: the announcement is called off in the night.
        return None
    return PlannedErasure.objects.filter(case=case).values_list("due_on", flat=True).first()
