"""Sealed identities: made at intake for keys that the server does not have, and handed out as they lie."""

import json
from collections.abc import Mapping
from typing import Final
from uuid import UUID

from django.db.models import UUIDField

from backend.common.age import sealed_to
from backend.common.written import Written
from backend.complaints.models import Complaint
from backend.identity.errors import IdentityErased
from backend.identity.models import ComplainantIdentity, SealingKey

# The length of the file shall not tell how long a name is.
_BLOCK: Final = 512


def sealing_key_of(partner_id: UUID) -> SealingKey | None:
    """The key to which what comes in for a partner is sealed; None where it does not seal identities."""
    return _SEALING.first(partner=partner_id)


_SEALING: Final = Written(
    SealingKey,
    lambda partner: SealingKey.objects.filter(partner=partner, retired_at__isnull=True, seals=True),
    partner=UUIDField(),
)


def sealed_details(details: Mapping[str, str], key: SealingKey) -> bytes:
    """All details as JSON in an age file that the server cannot open again."""
    told = json.dumps({name: text for name, text in details.items() if text.strip()}, ensure_ascii=False)
    plain = told.encode()
    return sealed_to(key.public, plain + b" " * (-len(plain) % _BLOCK))


def sealing_key_behind(complaint: Complaint) -> SealingKey | None:
    """The key to which a complainant's identity is sealed; None where it is not sealed, or not there."""
    kept = ComplainantIdentity.objects.filter(complaint=complaint, sealing_key__isnull=False)
    found = kept.select_related("sealing_key").first()
    return found.sealing_key if found else None


def sealed_identity(*, complaint_id: UUID) -> bytes:
    """The age file, for a custodian's browser. Raises IdentityErased.

    Note with `note_reveal` before that it is unsealed.
    """
    kept = ComplainantIdentity.objects.select_related("identity_key__partner_key")
    found = kept.filter(
        complaint=complaint_id, sealing_key__isnull=False, identity_key__destroyed_at__isnull=True
    ).first()
    if found is None or found.sealed is None:
        raise IdentityErased()
    return bytes(found.sealed)
