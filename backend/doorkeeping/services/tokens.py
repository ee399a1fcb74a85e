"""Form tokens: a page that was given out, filled in at the pace of a person, and sent once."""

import base64
import binascii
import hashlib
import hmac
import secrets
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final

from backend.common import clock, crypto
from backend.doorkeeping.services.spending import spend_once

LIFETIME: Final = timedelta(hours=24)
_TIME_BYTES: Final = 6
_RANDOM_BYTES: Final = 12
_MAC_BYTES: Final = 18
_LENGTH: Final = _TIME_BYTES + _RANDOM_BYTES + _MAC_BYTES


class Verdict(StrEnum):
    """What a token says about the sending it came with."""

    GOOD = "good"
    MISSING = "missing"
    FORGED = "forged"  # or given out with another form
    EXPIRED = "expired"
    USED = "used"
    TOO_FAST = "too_fast"


def new_form_token(subject: str) -> str:
    """A token for one sending of one form; the subject says which. Nothing of it is stored."""
    given_out = int(clock.now().timestamp()).to_bytes(_TIME_BYTES, "big") + secrets.token_bytes(_RANDOM_BYTES)
    return base64.urlsafe_b64encode(given_out + _mac(subject, given_out, crypto.current_root())).decode()


def spend(token: str, subject: str, least_seconds: int) -> Verdict:
    """What the token is worth for this form. From now on it counts as used. Nothing raises."""
    if not token:
        return Verdict.MISSING
    given_out = _read(token, subject)
    if given_out is None:
        return Verdict.FORGED
    now, began = clock.now(), datetime.fromtimestamp(int.from_bytes(given_out[:_TIME_BYTES], "big"), UTC)
    if now >= began + LIFETIME:
        return Verdict.EXPIRED
    if not spend_once("token", given_out.hex(), until=began + LIFETIME):
        return Verdict.USED
    return Verdict.TOO_FAST if now < began + timedelta(seconds=least_seconds) else Verdict.GOOD


def _read(token: str, subject: str) -> bytes | None:
    try:
        raw = base64.b64decode(token.encode("ascii"), altchars=b"-_", validate=True)
    except (ValueError, binascii.Error):
        return None
    given_out, mac = raw[:-_MAC_BYTES], raw[-_MAC_BYTES:]
    if len(raw) != _LENGTH:
        return None
    genuine = (_mac(subject, given_out, root) for root in crypto.root_keys())
    return given_out if any(hmac.compare_digest(mac, one) for one in genuine) else None


def _mac(subject: str, given_out: bytes, root: crypto.RootKey) -> bytes:
    # The subject comes last, the rest has a fixed length: no two tokens are written alike.
    written = given_out + subject.encode()
    return hmac.new(crypto.subkey("doorkeeping token", root), written, hashlib.sha256).digest()[:_MAC_BYTES]
