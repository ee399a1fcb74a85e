"""A passkey made of software: it does what a telephone does, and what a dishonest one would."""

import secrets
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import sha256, websafe_decode, websafe_encode
from fido2.webauthn import (
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

FLAG = AuthenticatorData.FLAG


class Passkey:
    """`verifies` says whether it looks who holds it; `origin` is the page that it believes to be on."""

    def __init__(self, *, verifies: bool = True, origin: str = "https://testserver") -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id = secrets.token_bytes(16)
        self.verifies, self.origin = verifies, origin
        self.owner = b""

    def made_for(self, options: Any) -> dict[str, Any]:
        """Its answer to "make a credential"."""
        asked = options["publicKey"]
        self.owner = websafe_decode(asked["user"]["id"])
        public = ES256.from_cryptography_key(self.key.public_key())
        credential = AttestedCredentialData.create(b"\0" * 16, self.id, public)
        known = AuthenticatorData.create(self._place(asked["rp"]["id"]), self._flags | FLAG.AT, 0, credential)
        answer = {
            "clientDataJSON": self._said("webauthn.create", asked["challenge"]),
            "attestationObject": websafe_encode(bytes(AttestationObject.create("none", known, {}))),
        }
        return self._wrapped(answer, {"credProps": {"rk": True}})

    def answer_to(self, options: Any) -> dict[str, Any]:
        """Its answer to "show that you are there"."""
        asked = options["publicKey"]
        known = AuthenticatorData.create(self._place(asked["rpId"]), self._flags, 1)
        said = self._said("webauthn.get", asked["challenge"])
        signed = bytes(known) + sha256(websafe_decode(said))
        answer = {
            "clientDataJSON": said,
            "authenticatorData": websafe_encode(bytes(known)),
            "signature": websafe_encode(self.key.sign(signed, ec.ECDSA(hashes.SHA256()))),
            "userHandle": websafe_encode(self.owner),
        }
        return self._wrapped(answer, {})

    @property
    def _flags(self) -> Any:
        return FLAG.UP | FLAG.UV if self.verifies else FLAG.UP

    def _place(self, name: str) -> bytes:
        return sha256(name.encode())

    def _said(self, kind: str, challenge: str) -> str:
        told = CollectedClientData.create(type=kind, challenge=challenge, origin=self.origin)
        return websafe_encode(bytes(told))

    def _wrapped(self, answer: dict[str, str], results: dict[str, Any]) -> dict[str, Any]:
        return {
            **{"id": websafe_encode(self.id), "rawId": websafe_encode(self.id), "type": "public-key"},
            **{"response": answer, "clientExtensionResults": results},
        }
