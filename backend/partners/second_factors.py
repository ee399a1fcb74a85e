"""Secrets of second factors at rest, sealed: a copy of the database signs nobody in."""

import base64
from typing import Final

from backend.common import crypto
from backend.common.crypto import SealBroken

# By allauth's names. Recovery codes are no factor of their own.
SECOND_FACTORS: Final = ("totp", "webauthn")
_LABEL: Final = "second factor"
_PLACE: Final = crypto.aad("second factor")


def sealed(text: str) -> str:
    """A secret of an app or the seed of recovery codes, as it is kept."""
    return base64.b64encode(crypto.seal(crypto.subkey(_LABEL), text.encode(), _PLACE)).decode()


def opened(kept: str) -> str:
    """What `sealed` was given, also under a root key that is just being replaced. Raises SealBroken."""
    for root in crypto.root_keys():
        try:
            return crypto.open_sealed(crypto.subkey(_LABEL, root), base64.b64decode(kept), _PLACE).decode()
        except SealBroken:
            continue
    raise SealBroken()
