"""What an instance holds for an encrypted field: sealed bytes, or words that wait to be sealed."""

import copy
from typing import Any, NoReturn
from uuid import UUID

Place = tuple[UUID | None, UUID | None]
_UNREAD = object()


class Sealed(bytes):
    """Sealed bytes as they come from the database. Never printed; remembers what it was opened to."""

    place: Place | None = None
    opened: Any = _UNREAD
    serialized: bytes = b""

    @property
    def is_read(self) -> bool:
        return self.opened is not _UNREAD

    def remember(self, value: Any, serialized: bytes) -> None:
        """Keep the opened value, and its bytes to notice a list or mapping that was changed in place."""
        self.opened, self.serialized = value, serialized

    def __repr__(self) -> str:
        return f"<sealed, {len(self)} bytes>"

    __str__ = __repr__

    def __reduce__(self) -> tuple[type["Sealed"], tuple[bytes]]:
        # A cache or a queue that pickles an instance gets the sealed bytes, not what they were opened to.
        return Sealed, (bytes(self),)

    def __deepcopy__(self, memo: dict[int, Any]) -> "Sealed":
        copied = Sealed(self)
        copied.place = self.place
        return copied


class Unsealed:
    """A value that was set and waits to be sealed by the next save."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value

    def __repr__(self) -> str:
        return "<words, not sealed yet>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("words that are not sealed yet do not leave the process: save the row first")

    def __deepcopy__(self, memo: dict[int, Any]) -> "Unsealed":
        return Unsealed(copy.deepcopy(self.value, memo))
