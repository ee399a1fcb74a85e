"""The case of a complaint opens: at once when it is filed, or when it is released from quarantine."""

from uuid import UUID

from backend.cases.models import Case
from backend.cases.services.opening import open_case
from backend.complaints.models import Complaint
from backend.partners.actors import Actor


def open_case_of(*, complaint: Complaint, case_id: UUID, actor: Actor) -> Case:
    """The case, with everything that the complaint brings for it. Last in a transaction: it takes the locks
    that all intakes of a partner share (its running number, the head of its audit chain)."""
    return open_case(
        case_id=case_id,
        owner=complaint.partner,
        complaint=complaint,
        data_key=complaint.data_key,
        actor=actor,
    )
