"""A sealed file in the hands of whoever sent it, before it belongs to anything."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from backend.common.crypto import KEY_BYTES
from backend.files.errors import FileRefused


@dataclass(frozen=True, slots=True, repr=False)
class SealedUpload:
    """Where it lies, the key that opens it, what it is. It has no readable repr, because it holds the key."""

    id: UUID
    key: bytes
    name: str
    size: int
    media_type: str

    @property
    def token(self) -> str:
        """The key as text, for the sender."""
        return urlsafe_b64encode(self.key).decode().rstrip("=")

    def told(self) -> dict[str, Any]:
        """As it is kept in a sealed draft."""
        return {
            "id": str(self.id),
            "token": self.token,
            "name": self.name,
            "size": self.size,
            "media_type": self.media_type,
        }

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> "SealedUpload":
        """From a draft, or from a sender who says only id, token and name. Raises FileRefused."""
        return cls(
            id=UUID(str(told["id"])),
            key=_key_of(str(told["token"])),
            name=str(told["name"]),
            size=int(told.get("size", 0)),
            media_type=str(told.get("media_type", "")),
        )


def _key_of(token: str) -> bytes:
    try:
        key = urlsafe_b64decode(token + "=" * (-len(token) % 4))
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise FileRefused("file.gone")
    return key
