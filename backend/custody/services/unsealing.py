"""Unsealing an identity: what a custodian's browser needs to seal parts of it again for who asked.

As with reading, the event is committed before a byte leaves. The custodian's browser shows none of it.
"""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from backend.cases.services.permits import complaint_of
from backend.custody import errors
from backend.custody.models import IdentityRequest, KeyCopy
from backend.custody.services.deciding import required
from backend.custody.services.grounds import stands
from backend.custody.services.keeping import move
from backend.custody.stages import RequestVerb
from backend.identity.models import IdentityLook
from backend.identity.services import note_reveal, sealed_identity, sealing_key_behind
from backend.partners.actors import Actor


@dataclass(frozen=True, slots=True, repr=False)
class Unsealed:
    """The sealed identity, the custodian's copy of the key that opens it, and for whom to seal what again."""

    sealed: bytes
    wrapped: bytes
    public: str
    request: IdentityRequest


def unseal(request_id: UUID, *, expected: int | None, actor: Actor) -> Unsealed:
    """Hand a sealed identity to a custodian who is about to approve. The server opens nothing of it.

    Raises NotFound, Stale, NotAllowed, NotSealed, RequestWrongState, OwnRequest, GroundLost, NotAdmitted or
    IdentityErased. Not to be called inside a transaction: that it was unsealed stays in the audit log and on
    the complainant's page, whatever happens afterwards.
    """
    request, copy, complaint_id = _noted(request_id, expected, actor)
    sealed = sealed_identity(complaint_id=complaint_id)
    return Unsealed(sealed, bytes(copy.wrapped), copy.sealing_key.public, request)


@transaction.atomic(durable=True)
def _noted(request_id: UUID, expected: int | None, actor: Actor) -> tuple[IdentityRequest, KeyCopy, UUID]:
    request, row = required(RequestVerb.UNSEAL, request_id, expected, actor)
    if not stands(request):
        raise errors.GroundLost()
    complaint = complaint_of(request.case)
    copies = KeyCopy.objects.filter(sealing_key=sealing_key_behind(complaint), holder=actor.user)
    copy = copies.select_related("sealing_key").first()
    if copy is None:
        raise errors.NotAdmitted()
    note_reveal(
        complaint=complaint,
        reason=IdentityLook.Reason(request.reason),
        owner_id=request.partner_id,
        actor=actor,
        kind=IdentityLook.Kind.UNSEALED,
    )
    move(request, row, actor, reason=request.reason, wanted=request.wanted)
    return request, copy, complaint.pk
