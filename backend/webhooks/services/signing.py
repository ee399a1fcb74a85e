"""Secrets and signatures as Standard Webhooks wants them."""

import hashlib
import hmac
import secrets
from base64 import b64decode, b64encode
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from backend.webhooks.models import WebhookEndpoint

_PREFIX: Final = "whsec_"


def new_secret() -> str:
    """256 random bits, as they are shown once."""
    return _PREFIX + b64encode(secrets.token_bytes(32)).decode()


def new_message_id() -> str:
    """Says nothing of what it names, and is never given twice."""
    return f"msg_{secrets.token_hex(16)}"


def headers_for(
    endpoint: WebhookEndpoint, *, message_id: str, body: bytes, at: datetime
) -> Mapping[str, str]:
    """What a try carries: the id, this moment, and a signature by every secret that is good now."""
    stamp = str(int(at.timestamp()))
    signed = f"{message_id}.{stamp}.".encode() + body
    made = " ".join(_signature(secret, signed) for secret in _good_secrets(endpoint, at))
    return {"webhook-id": message_id, "webhook-timestamp": stamp, "webhook-signature": made}


def _good_secrets(endpoint: WebhookEndpoint, at: datetime) -> list[str]:
    good = [str(endpoint.secret)]
    if endpoint.previous_until is not None and endpoint.previous_until > at and endpoint.previous_secret:
        good.append(str(endpoint.previous_secret))
    return good


def _signature(secret: str, signed: bytes) -> str:
    key = b64decode(secret.removeprefix(_PREFIX))
    return "v1," + b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
