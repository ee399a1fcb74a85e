"""Sealed identities as browsers make them: keys that exist in the test alone, and what they seal."""

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from typing import Any

import pyrage

from backend.custody.services.sealing_keys import GivenCopy, NewKey
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

    def made_for(self, custodian: User, own: Private) -> NewKey:
        """The key as one custodian's browser makes it, for the service that takes it."""
        of = str(self.private).encode()
        return NewKey(
            public=public_of(self.private),
            recovery_public=public_of(self.recovery),
            recovery_wrapped=sealed(of, public_of(self.recovery)),
            copies=[
                GivenCopy(
                    custodian=custodian.pk,
                    holder_public=public_of(own),
                    wrapped=sealed(of, public_of(own)),
                )
            ],
            replaces=None,
        )


@dataclass
class Sealing:
    """A sealing key in use, and the custodian who opens it."""

    row: SealingKey
    key: PartnersKey
    custodian: User
    own: Private


def as_base64(file: bytes) -> str:
    return b64encode(file).decode()


def copy_for(custodian: User, own: Private, of: Private) -> dict[str, str]:
    """What a browser sends so that a custodian opens a sealing key."""
    wrapped = sealed(str(of).encode(), public_of(own))
    return {
        "custodian": str(custodian.pk),
        "holder_public": public_of(own),
        "wrapped": as_base64(wrapped),
    }


def new_key(key: PartnersKey, *copies: dict[str, str], replaces: str | None = None) -> dict[str, Any]:
    """What a browser sends to have a sealing key taken into use."""
    return {
        "public": public_of(key.private),
        "recovery_public": public_of(key.recovery),
        "recovery_wrapped": as_base64(sealed(str(key.private).encode(), public_of(key.recovery))),
        "copies": list(copies),
        "replaces": replaces,
    }


def resealed(unsealed: dict[str, Any], own: Private) -> str:
    """What a custodian's browser makes of an answer to `unseal`."""
    sealing = Private.from_str(opened(b64decode(unsealed["wrapped"]), own).decode())
    told = details_in(b64decode(unsealed["sealed"]), sealing)
    wanted = {name: told.get(name, "") for name in unsealed["wanted"]}
    return as_base64(sealed(json.dumps(wanted).encode(), unsealed["reader_key"]))
