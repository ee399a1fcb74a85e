"""What a request stands on: the case is where it was, who asked works it, there is an identity."""

from backend.cases.errors import ConflictDeclared
from backend.cases.models import Case
from backend.cases.services import permits
from backend.common.errors import NotAllowed
from backend.complaints.models import Complaint
from backend.custody.models import IdentityRequest
from backend.identity.services import is_kept
from backend.partners.actors import Actor, ActorKind, actor_of


def require_works(case: Case, actor: Actor) -> None:
    """A person of the owning partner who works the case and has no conflict of interest in it.

    Raises NotAllowed or ConflictDeclared.
    """
    if actor.kind is not ActorKind.STAFF:
        raise NotAllowed()
    permits.require_permission("work_cases", case, actor)
    if case.conflicts.filter(user=actor.user).exists():
        raise ConflictDeclared()


def stands(request: IdentityRequest) -> bool:
    """Whether everything is still as it was when it was asked."""
    case, person = request.case, actor_of(request.requester)
    if case.owner_id != request.partner_id or not person.may("work_cases", case.owner_id):
        return False
    reads = Case.objects.readable_by(person).filter(pk=case.pk).exists()
    conflict = case.conflicts.filter(user=request.requester).exists()
    return reads and not conflict and _has_identity(case)


def _has_identity(case: Case) -> bool:
    found = Complaint.objects.filter(pk=case.complaint_id) if case.complaint_id else Complaint.objects.none()
    complaint = found.first()
    return complaint is not None and is_kept(complaint)
