from enum import StrEnum
from typing import Self


class InadmissibleReason(StrEnum):
    ABUSE = "abuse"
    AGAINST_A_JUDGMENT = "against_a_judgment"
    NOT_OUR_COMPETENCE = "not_our_competence"
    PRIVATE_DISPUTE = "private_dispute"
    TOO_LATE = "too_late"
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
