from enum import StrEnum
from typing import Self


class WebhookSentType(StrEnum):
    CASE_RECEIVED = "case.received"
    CASE_STATE_CHANGED = "case.state_changed"
    MESSAGE_RECEIVED = "message.received"
    PARTNER_REFERRAL_STATE_CHANGED = "partner_referral.state_changed"
    PING = "ping"
    REFERRAL_ANSWER_ARRIVED = "referral.answer_arrived"
    REFERRAL_STATE_CHANGED = "referral.state_changed"
    TASK_ENDED = "task.ended"
    TASK_OPENED = "task.opened"

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
