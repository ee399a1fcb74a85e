from enum import StrEnum
from typing import Self


class TaskKind(StrEnum):
    ACKNOWLEDGE = "acknowledge"
    ANSWER_ARRIVED = "answer_arrived"
    APPEAL_WINDOW = "appeal_window"
    APPROVAL_WANTED = "approval_wanted"
    BY_HAND = "by_hand"
    COMPLAINANT_WROTE = "complainant_wrote"
    DELIVERY_FAILED = "delivery_failed"
    DELIVERY_UNCLEAR = "delivery_unclear"
    ERASURE_ASKED = "erasure_asked"
    ERASURE_SOON = "erasure_soon"
    HEARING = "hearing"
    OVERDUE = "overdue"
    PARTNER_ANSWERED = "partner_answered"
    PARTNER_OFFER = "partner_offer"
    REFERRAL_DUE = "referral_due"
    REOPENING_ASKED = "reopening_asked"
    SATISFACTION_DUE = "satisfaction_due"
    SHARE_ENDS = "share_ends"
    TRANSFER_OFFER = "transfer_offer"
    WEBHOOK_OFF = "webhook_off"

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
