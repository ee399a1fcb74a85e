"""Which rows a receipt opens under the second lock."""

from uuid import UUID

from backend.cases.models import Case
from backend.common import secondlock
from backend.complaints.models import Complaint


def keys_of_receipt(complaint: Complaint) -> tuple[UUID, ...]:
    """The keys of who holds the complaint's receipt: the complaint, its case, and the case that this one was
    merged into. One query."""
    with secondlock.holding(complaint.pk):
        cases = list(Case.objects.filter(complaint=complaint).values_list("pk", "duplicate_of"))
    return (complaint.pk, *(key for case in cases for key in case if key))
