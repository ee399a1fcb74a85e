"""Seals the words of generated cases as the encrypted fields would, without an instance for each row."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, cast
from uuid import UUID

from django.apps import apps

from backend.common import crypto
from backend.demo.load.drawing import Drawn
from backend.keyring import envelope
from backend.keyring.envelope import OpenKey
from backend.keyring.fields import EncryptedField
from backend.keyring.models import DataKey, PartnerKey


class Seal:
    """A new key of a case or an identity, wrapped by its partner's; and what is sealed under it."""

    def __init__(self, drawn: Drawn, subject: UUID, purpose: str) -> None:
        self.id, partner_key = drawn.new_id(), drawn.office.key
        self.open = OpenKey(subject, purpose, crypto.new_key())
        self.row = (
            *(self.id, drawn.office.partner_id, subject, purpose, partner_key.pk),
            *(_wrapped(self.id, self.open, partner_key), drawn.opened),
        )

    def words(self, column: str, row: UUID, value: Any) -> bytes:
        """What `complaints.Complaint.narrative` of that row holds."""
        return _sealer(column)(self.open, row, value)


@dataclass(slots=True)
class _Wrapping:
    """What wrapping reads and writes of a data key, without the weight of a model."""

    pk: UUID
    partner_id: UUID
    subject_id: UUID
    purpose: str
    partner_key: PartnerKey
    wrapped: bytes = b""


def _wrapped(key_id: UUID, key: OpenKey, partner_key: PartnerKey) -> bytes:
    made = _Wrapping(key_id, partner_key.partner_id, key.subject_id, key.purpose, partner_key)
    envelope.wrap_data_key(cast(DataKey, made), key.secret)
    return made.wrapped


@cache
def _sealer(column: str) -> Callable[[OpenKey, UUID, Any], bytes]:
    model, _dot, name = column.rpartition(".")
    field = apps.get_model(model)._meta.get_field(name)
    if not isinstance(field, EncryptedField):
        raise TypeError(f"{column} holds no sealed words")
    return field.sealed_for
