"""Reading an identity: the event is committed before a byte of it is opened."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction

from backend.cases.models import Case
from backend.cases.services.permits import complaint_of
from backend.common import clock
from backend.custody.models import IdentityRequest
from backend.custody.services import permits
from backend.custody.services.grounds import require_works
from backend.custody.services.keeping import move
from backend.custody.stages import RequestVerb
from backend.identity.models import IdentityLook
from backend.identity.services import note_reveal, reveal
from backend.partners.actors import Actor

_MINUTE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, repr=False)
class Read:
    """What was asked for of an identity, and until when it may be read; of a sealed one, the age file to the
    asker's own key. It has no readable repr."""

    details: dict[str, str]
    until: datetime
    version: int
    resealed: bytes | None = None


def read_identity(case_id: UUID, request_id: UUID, *, actor: Actor) -> Read:
    """Show what was asked for to who asked, while the approval lasts.

    Raises NotFound, NotAllowed, ConflictDeclared, RequestWrongState, NotOpenYet, ReadingOver, NobodyToReveal
    or IdentityErased. Not to be called inside a transaction: that it is read stays in the audit log and on
    the complainant's page, whatever happens afterwards.
    """
    request, complaint_id = _noted(case_id, request_id, actor)
    if request.is_sealed:
        return Read({}, request.expires_at, request.version, bytes(request.resealed or b""))
    details = reveal(complaint_id=complaint_id, wanted=request.wanted)
    return Read(details, request.expires_at, request.version)


@transaction.atomic(durable=True)
def _noted(case_id: UUID, request_id: UUID, actor: Actor) -> tuple[IdentityRequest, UUID]:
    case = Case.objects.readable_by(actor).locked(case_id)
    # Somebody else's is not there, also for a colleague who reads the case.
    request = IdentityRequest.objects.of_case(case).asked_by(actor).locked(request_id)
    request.case = case
    require_works(case, actor)
    row = permits.require(RequestVerb.READ, request, actor)
    complaint = complaint_of(case)
    reason = IdentityLook.Reason(request.reason)
    note_reveal(complaint=complaint, reason=reason, owner_id=case.owner_id, actor=actor)
    request.readings += 1
    if request.first_read_at is None:
        request.first_read_at = clock.now()
        request.expires_at = request.first_read_at + request.minutes * _MINUTE
    move(request, row, actor, reason=request.reason, wanted=request.wanted, reading=request.readings)
    return request, complaint.pk
