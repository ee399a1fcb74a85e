"""The case of a complaint opens: at once when it is filed, or when it is released from quarantine."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from backend.cases.models import Case
from backend.cases.services.opening import open_case
from backend.complaints.models import Complaint
from backend.partners.actors import Actor


def open_case_of(*, complaint: Complaint, case_id: UUID, judiciary: Mapping[str, Any], actor: Actor) -> Case:
    """The case, with what was told of court and proceedings. Last in a transaction: it takes the locks that
    all intakes of a partner share (its running number, the head of its audit chain)."""
    return open_case(
        case_id=case_id,
        owner=complaint.partner,
        complaint=complaint,
        data_key=complaint.data_key,
        judiciary=judiciary,
        actor=actor,
    )
