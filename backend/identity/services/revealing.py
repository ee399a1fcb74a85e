"""Reading the vault: first that it is read is noted, then, in a transaction of its own, what was asked for.

Who may is decided by `custody`, which alone calls this.
"""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from backend.complaints.models import ComplainantKind, Complaint
from backend.identity.errors import IdentityErased, IdentitySealed, NobodyToReveal
from backend.identity.models import ComplainantIdentity, IdentityLook
from backend.identity.services.comparing import role_of
from backend.partners.actors import Actor


def is_kept(complaint: Complaint) -> bool:
    """Whether there is an identity that could be read."""
    return ComplainantIdentity.objects.filter(
        complaint=complaint, identity_key__destroyed_at__isnull=True
    ).exists()


def require_kept(complaint: Complaint) -> None:
    """Raises NobodyToReveal or IdentityErased."""
    if complaint.complainant_kind == ComplainantKind.ANONYMOUS:
        raise NobodyToReveal()
    if not is_kept(complaint):
        raise IdentityErased()


@transaction.atomic
def note_reveal(
    *,
    complaint: Complaint,
    reason: IdentityLook.Reason,
    owner_id: UUID,
    actor: Actor,
    kind: IdentityLook.Kind = IdentityLook.Kind.REVEALED,
) -> IdentityLook:
    """Note for the complainant that the identity is shown, or unsealed, now. Raises NobodyToReveal or
    IdentityErased.

    Part of the reading, which leaves the audit line; commit it before `reveal` or `sealed_identity`.
    """
    if actor.user is None:
        raise ValueError("only a person reads")
    require_kept(complaint)
    return IdentityLook.objects.create(
        complaint=complaint,
        kind=kind,
        reason=reason,
        role=role_of(actor, owner_id),
        actor=actor.user,
    )


def reveal(*, complaint_id: UUID, wanted: Sequence[str]) -> dict[str, str]:
    """What was asked for of an identity, and nothing else is opened. Raises IdentityErased or
    IdentitySealed."""
    kept = ComplainantIdentity.objects.select_related("identity_key__partner_key")
    identity = kept.filter(complaint=complaint_id, identity_key__destroyed_at__isnull=True).first()
    if identity is None:
        raise IdentityErased()
    if identity.sealing_key_id is not None:
        raise IdentitySealed()
    return {name: str(getattr(identity, name)) for name in wanted}
