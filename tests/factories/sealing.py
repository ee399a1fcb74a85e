"""Sealed identities as browsers make them: keys that exist in the test alone, and what they seal."""

import json
from dataclasses import dataclass, field

import pyrage

from backend.identity.models import SealingKey
from backend.partners.models import Partner, User

Private = pyrage.x25519.Identity


def public_of(key: Private) -> str:
    return str(key.to_public())


def sealed(plain: bytes, to: str) -> bytes:
    return bytes(pyrage.encrypt(plain, [pyrage.x25519.Recipient.from_str(to)]))


def opened(file: bytes, *keys: Private) -> bytes:
    """Raises pyrage.DecryptError."""
    return bytes(pyrage.decrypt(bytes(file), list(keys)))


def details_in(file: bytes, *keys: Private) -> dict[str, str]:
    told: dict[str, str] = json.loads(opened(file, *keys))
    return told


@dataclass
class PartnersKey:
    """A partner's sealing key with its private half, which the server never has."""

    partner: Partner
    private: Private = field(default_factory=Private.generate)
    recovery: Private = field(default_factory=Private.generate)

    def kept(self, by: User, *, seals: bool = True) -> SealingKey:
        """The row of it."""
        return SealingKey.objects.create(
            partner=self.partner,
            public=public_of(self.private),
            recovery_public=public_of(self.recovery),
            seals=seals,
            made_by=by,
        )
