from enum import StrEnum
from typing import Self


class ServiceOutcome(StrEnum):
    DID_NOT_COME = "did_not_come"
    GIVEN = "given"
    NOT_POSSIBLE = "not_possible"
    NOT_REACHED = "not_reached"
    NOT_WANTED = "not_wanted"
    OTHER = "other"
    PARTLY_GIVEN = "partly_given"
    REFERRED_ON = "referred_on"

    def __str__(self) -> str:
        return str(self.value)

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        """A server that is newer than this client may say more: such a value is kept as it came."""
        if not isinstance(value, str):
            return None
        told = str.__new__(cls, value)
        told._name_, told._value_ = value, value
        return told
