"""Sealing and keyed digests: AES-256-GCM under subkeys of the root secret, each value bound to its place."""

import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from backend.common.errors import Problem

KEY_BYTES: Final = 32
# The first byte of everything sealed says how: a later algorithm takes the next number, the old stays known.
_AES_256_GCM: Final = b"\x01"
_NONCE_BYTES: Final = 12
_TAG_BYTES: Final = 16
# One encoder for all: json.dumps would make a new one for each of these.
_written: Final = json.JSONEncoder(separators=(",", ":")).encode
OVERHEAD: Final = len(_AES_256_GCM) + _NONCE_BYTES + _TAG_BYTES


class SealBroken(Problem):
    """Sealed bytes were cut, changed or moved from their place. Says nothing of what is in them."""

    status, code = 500, "key.seal_broken"
    title = _("A protected text could not be opened. The administrator has been told.")


@dataclass(frozen=True, slots=True)
class RootKey:
    """One root secret, known in the database by a short digest that does not lead back to it."""

    id: str
    secret: bytes

    def __repr__(self) -> str:
        return f"<root key {self.id}>"


def new_key() -> bytes:
    """A random key of 256 bits."""
    return secrets.token_bytes(KEY_BYTES)


def current_root() -> RootKey:
    """The root key under which everything new is wrapped."""
    return _root(bytes(settings.DOSJA_ROOT_KEY))


def root_keys() -> tuple[RootKey, ...]:
    """The current root key and, while rotating, those before it, which open and never seal."""
    old = (bytes(secret) for secret in getattr(settings, "DOSJA_ROOT_KEYS_OLD", ()))
    return (current_root(), *(_root(secret) for secret in old))


def subkey(label: str, root: RootKey | None = None) -> bytes:
    """A key for one purpose, derived from the root secret (the current one): one label, one purpose."""
    return _derived((root or current_root()).secret, label)


def digest(label: str, value: str) -> str:
    """A keyed digest (hex) of something that may be compared but not read. Changes with the root key."""
    return _digest(subkey("digest:" + label), value)


def digests(label: str, value: str) -> tuple[str, ...]:
    """The digest under every configured root key, to find what was written before a rotation."""
    return tuple(_digest(subkey("digest:" + label, root), value) for root in root_keys())


def keyed_digest(key: bytes, label: str, value: str) -> str:
    """A digest (hex) under a key of the caller's, for digests that must outlive the root key."""
    return _digest(_derived(key, "digest:" + label), value)


def aad(*parts: str | int | UUID) -> bytes:
    """The place of a value as associated data. A JSON list, so that no two places are written alike."""
    plain = [str(part) if isinstance(part, UUID) else part for part in parts]
    return _written(plain).encode("ascii")


def seal(key: bytes, plaintext: bytes, aad: bytes) -> bytes:
    """Version byte, random nonce, ciphertext with tag."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return _AES_256_GCM + nonce + AESGCM(key).encrypt(nonce, plaintext, _AES_256_GCM + aad)


def open_sealed(key: bytes, sealed: bytes, aad: bytes) -> bytes:
    """What `seal` was given, from the same key and place only. Raises SealBroken."""
    if len(sealed) < OVERHEAD or sealed[:1] != _AES_256_GCM:
        raise SealBroken()
    nonce, body = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
    try:
        return AESGCM(key).decrypt(nonce, body, _AES_256_GCM + aad)
    except InvalidTag:
        # "from None": the traceback that reaches a log should not carry local variables of the library.
        raise SealBroken() from None


@lru_cache(maxsize=8)
def _root(secret: bytes) -> RootKey:
    if len(secret) < KEY_BYTES:
        raise ValueError("a root key needs at least 32 bytes")
    return RootKey(hashlib.sha256(b"dosja root key id\0" + secret).hexdigest()[:16], secret)


@lru_cache(maxsize=64)
def _derived(secret: bytes, label: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=b"dosja:" + label.encode()).derive(
        secret
    )


def _digest(key: bytes, value: str) -> str:
    return hmac.new(key, value.encode(), hashlib.sha256).hexdigest()
