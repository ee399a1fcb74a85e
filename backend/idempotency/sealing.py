"""Answers sealed so that only the sender's key and the root secret together open them."""

import secrets

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from backend.common import crypto

_SALT_BYTES = 16


def seal_answer(answer: bytes, *, key: str, digest: str, status: int) -> bytes:
    """An intake answer holds a receipt secret: not even database and root secret together may show it."""
    salt = secrets.token_bytes(_SALT_BYTES)
    return salt + crypto.seal(_answer_key(key, salt), answer, _place(digest, status))


def open_answer(sealed: bytes, *, key: str, digest: str, status: int) -> bytes:
    """The answer as it was given. Raises SealBroken when it was changed or moved."""
    salt, body = sealed[:_SALT_BYTES], sealed[_SALT_BYTES:]
    return crypto.open_sealed(_answer_key(key, salt), body, _place(digest, status))


def _answer_key(key: str, salt: bytes) -> bytes:
    # Not crypto.subkey: it remembers what it derived, and a sender's key must not stay in memory.
    material = crypto.subkey("idempotency answer") + key.encode("ascii")
    return HKDF(algorithm=SHA256(), length=crypto.KEY_BYTES, salt=salt, info=b"dosja:answer").derive(material)


def _place(digest: str, status: int) -> bytes:
    return crypto.aad("idempotency", digest, status)
