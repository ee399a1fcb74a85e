from enum import StrEnum
from typing import Self


class DeclineReason(StrEnum):
    CONFLICT_OF_INTEREST = "conflict_of_interest"
    LANGUAGE = "language"
    NOT_ELIGIBLE = "not_eligible"
    NOT_OUR_SERVICE = "not_our_service"
    NO_CAPACITY = "no_capacity"
    OTHER = "other"
    OUTSIDE_AREA = "outside_area"
    TOO_LITTLE_KNOWN = "too_little_known"

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
