"""A complaint that waits to be looked at has no case yet. What its author does meanwhile is kept."""

from typing import Any, Final

from backend.audit.services import record
from backend.cases.models import Case
from backend.complaints.models import Complaint
from backend.complaints.services import hold_complaint
from backend.partners.actors import Actor, ActorKind

AUTHOR: Final = Actor(ActorKind.COMPLAINANT)
"""The complainant, of whom there is no case to name."""


def held_case_of(complaint: Complaint) -> Case | None:
    """The case, held. None where there is none, and then none is opened until this transaction ends.

    Raises UnknownReceipt where the complaint was deleted as spam meanwhile.
    """
    held = Case.objects.select_for_update(of=("self",))
    case = held.filter(complaint=complaint).first()
    if case is None:
        hold_complaint(complaint)
        # It may have been opened between the two looks.
        case = held.filter(complaint=complaint).first()
    return case


def tell_without_case(complaint: Complaint, action: str, **facts: Any) -> None:
    """A line in the audit log of the partner; the story begins with the case."""
    record(AUTHOR, f"complaint.{action}", complaint, chain=complaint.partner_id, **facts)
