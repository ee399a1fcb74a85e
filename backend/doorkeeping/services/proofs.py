"""Proofs of work: a puzzle that costs a program a moment and a person nothing, used once."""

import base64
import binascii
import json
import secrets
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from altcha import Payload, create_challenge, verify_solution
from django.conf import settings

from backend.common import clock, crypto
from backend.doorkeeping.services.spending import spend_once

LIFETIME: Final = timedelta(hours=1)
# What a browser can compute by itself, without foreign code; one try takes about 2 ms, on an old phone 20.
_ALGORITHM: Final = "PBKDF2/SHA-256"
_ITERATIONS: Final = 5_000
_LONGEST: Final = 4_000
FILING: Final = "filing"


def new_challenge(cost: int | None = None, *, purpose: str = FILING) -> dict[str, Any]:
    """A new puzzle, as altcha (version 2) writes it: solved after half of `cost` tries at least, at most all.

    The counter that solves it was drawn here, so that nobody is unlucky with a slow machine.
    """
    most = cost or settings.DOSJA_PROOF_COST
    signing, solving = _keys(crypto.current_root())
    challenge = create_challenge(
        _ALGORITHM,
        _ITERATIONS,
        counter=most // 2 + secrets.randbelow(most - most // 2),
        expires_at=clock.now() + LIFETIME,
        data={"for": purpose},
        hmac_secret=signing,
        hmac_key_secret=solving,
    )
    written: dict[str, Any] = challenge.to_dict()
    return written


def spend(payload: str, *, purpose: str = FILING) -> bool:
    """Whether a solution is right, in time, meant for this door, and was never used before. It is now.

    Anything else is False, never an error: an old browser is no reason to turn somebody away.
    """
    solved = _read(payload)
    if solved is None or not any(_is_right(solved, root) for root in crypto.root_keys()):
        return False
    # Signed by us, and therefore as we wrote it.
    parameters = solved.challenge.parameters
    until = datetime.fromtimestamp(parameters.expires_at or 0, UTC)
    if parameters.data != {"for": purpose} or until <= clock.now():
        return False
    # The challenge is what is spent, not the payload: that can be written in many ways.
    return spend_once("proof", str(solved.challenge.signature), until=until)


def _read(payload: str) -> Payload | None:
    if not payload or len(payload) > _LONGEST:
        return None
    try:
        read: Payload = Payload.from_dict(json.loads(base64.b64decode(payload, validate=True)))
    except (ValueError, KeyError, TypeError, RecursionError, binascii.Error):
        return None
    return read


def _is_right(solved: Payload, root: crypto.RootKey) -> bool:
    signing, solving = _keys(root)
    # verify_solution accepts the same payload any number of times: `spend_once` does not.
    return bool(verify_solution(solved, signing, hmac_key_secret=solving).verified)


def _keys(root: crypto.RootKey) -> tuple[bytes, bytes]:
    return crypto.subkey("doorkeeping challenge", root), crypto.subkey("doorkeeping solution", root)
