"""Marks of what was collected, beside the door."""

from uuid import uuid4

from backend.cases.models import Case
from backend.collecting.models import FieldAccess, Submission


def submission_of(case: Case, access: FieldAccess) -> Submission:
    """A case as if it had come from the field."""
    return Submission.objects.create(
        complaint=case.complaint,
        partner=case.owner,
        access=access,
        instance=uuid4().hex,
        content=uuid4().hex,
        files_named=1,
    )
