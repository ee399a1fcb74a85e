from enum import StrEnum
from typing import Self


class IdentityLookReason(StrEnum):
    CONTACT = "contact"
    COURT_ORDER = "court_order"
    DANGER = "danger"
    NEW_RECEIPT = "new_receipt"
    OWN_DATA = "own_data"
    REFERRAL = "referral"
    SERVICE = "service"

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
