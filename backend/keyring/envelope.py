"""Wrapping: root key around partner key, partner key around data key, each bound to its row."""

import logging
from dataclasses import dataclass
from uuid import UUID

from backend.common import crypto
from backend.common.crypto import SealBroken
from backend.keyring import alarms
from backend.keyring.errors import KeyDestroyed, RootKeyMissing
from backend.keyring.memory import ShortMemory
from backend.keyring.models import DataKey, PartnerKey

logger = logging.getLogger("dosja.keyring")
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class OpenKey:
    """A data key, unwrapped: what it belongs to and the key itself, which is never printed."""

    subject_id: UUID
    purpose: str
    secret: bytes

    def __repr__(self) -> str:
        return "<open key>"


# A key destroyed by another process stays readable here for these seconds, no longer.
_data_keys: ShortMemory[OpenKey] = ShortMemory(size=1_000, seconds=5)
_partner_keys: ShortMemory[bytes] = ShortMemory(size=100, seconds=60)


def forget(data_key_id: UUID) -> None:
    """Drop one data key from this process's memory."""
    _data_keys.forget(data_key_id)


def forget_all() -> None:
    """Drop every unwrapped key from this process's memory."""
    _data_keys.clear()
    _partner_keys.clear()


def open_key(data_key_id: UUID, loaded: DataKey | None = None) -> OpenKey:
    """The data key, unwrapped; `loaded` spares the query. Raises KeyDestroyed, SealBroken, RootKeyMissing."""
    if loaded is not None and loaded.wrapped is None:
        raise KeyDestroyed()
    if (known := _data_keys.get(data_key_id)) is not None:
        return known
    data_key = loaded or DataKey.objects.select_related("partner_key").get(pk=data_key_id)
    opened = OpenKey(data_key.subject_id, data_key.purpose, unwrap_data_key(data_key))
    _data_keys.keep(data_key_id, opened)
    return opened


def wrap_partner_key(partner_key: PartnerKey, secret: bytes) -> None:
    """Put the key into its row, wrapped by the current root key."""
    root = crypto.current_root()
    partner_key.root_key_id = root.id
    partner_key.wrapped = crypto.seal(_wrapping_key(root), secret, _place_of_partner_key(partner_key))


def unwrap_partner_key(partner_key: PartnerKey) -> bytes:
    """The partner's key. Raises RootKeyMissing, SealBroken."""
    root = next((root for root in crypto.root_keys() if root.id == partner_key.root_key_id), None)
    if root is None:
        logger.critical("partner key %s needs root key %s", partner_key.pk, partner_key.root_key_id)
        raise RootKeyMissing()
    try:
        place = _place_of_partner_key(partner_key)
        return crypto.open_sealed(_wrapping_key(root), bytes(partner_key.wrapped), place)
    except SealBroken:
        alarms.note("keyring.partnerkey.wrapped", partner_key.pk, model=PartnerKey)
        raise


def wrap_data_key(data_key: DataKey, secret: bytes) -> None:
    """Put the key into its row, wrapped by the partner key that the row names."""
    wrapping = _partner_secret(data_key.partner_key)
    data_key.wrapped = crypto.seal(wrapping, secret, _place_of_data_key(data_key))


def unwrap_data_key(data_key: DataKey) -> bytes:
    """The data key, past any memory. Raises KeyDestroyed, RootKeyMissing, SealBroken."""
    if data_key.wrapped is None:
        raise KeyDestroyed()
    wrapping = _partner_secret(data_key.partner_key)
    try:
        return crypto.open_sealed(wrapping, bytes(data_key.wrapped), _place_of_data_key(data_key))
    except SealBroken:
        alarms.note("keyring.datakey.wrapped", data_key.pk)
        raise


def _partner_secret(partner_key: PartnerKey) -> bytes:
    if (known := _partner_keys.get(partner_key.pk)) is not None:
        return known
    secret = unwrap_partner_key(partner_key)
    _partner_keys.keep(partner_key.pk, secret)
    return secret


def _wrapping_key(root: crypto.RootKey) -> bytes:
    return crypto.subkey("keyring.partner-key", root)


def _place_of_partner_key(key: PartnerKey) -> bytes:
    return crypto.aad("partner-key", _FORMAT, key.pk, key.partner_id, key.version, key.root_key_id)


def _place_of_data_key(key: DataKey) -> bytes:
    wrapping = key.partner_key
    return crypto.aad(
        "data-key",
        _FORMAT,
        key.pk,
        key.partner_id,
        key.subject_id,
        str(key.purpose),
        wrapping.pk,
        wrapping.version,
    )
