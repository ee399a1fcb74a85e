"""A token names a complaint to whoever reported it. Nothing of it is stored; it opens nothing but the public
id, and only once there is one."""

import base64
import binascii
from typing import Final
from uuid import UUID

from backend.cases.models import PublicSummary
from backend.common import crypto
from backend.georeport import errors
from backend.partners.models import Partner

_LABEL: Final = "georeport token"
_LONGEST: Final = 100


def token_of(complaint_id: UUID) -> str:
    """The complaint's id, sealed: two tokens of one complaint are not alike, and none can be made up."""
    sealed = crypto.seal(crypto.subkey(_LABEL), complaint_id.bytes, crypto.aad(_LABEL))
    return base64.urlsafe_b64encode(sealed).decode().rstrip("=")


def public_id_of(token: str, partner: Partner) -> UUID | None:
    """Under which id the public finds it. None where it is not public, whatever became of it: a case, a
    complaint in quarantine and one that was erased look alike. Raises TokenUnknown."""
    complaint_id = _read(token)
    found = PublicSummary.objects.public_of(partner).filter(case__complaint=complaint_id)
    return found.values_list("pk", flat=True).first()


def _read(token: str) -> UUID:
    try:
        sealed = base64.b64decode(token[:_LONGEST].encode("ascii") + b"==", altchars=b"-_", validate=True)
    except (ValueError, binascii.Error):
        raise errors.TokenUnknown() from None
    for root in crypto.root_keys():
        try:
            return UUID(bytes=crypto.open_sealed(crypto.subkey(_LABEL, root), sealed, crypto.aad(_LABEL)))
        except (crypto.SealBroken, ValueError):
            continue
    raise errors.TokenUnknown()
