from enum import StrEnum
from typing import Self


class CaseStep(StrEnum):
    ASK_COMPLAINANT = "ask_complainant"
    AWAIT_ANSWERS = "await_answers"
    CLOSE = "close"
    DECLARE_INADMISSIBLE = "declare_inadmissible"
    MARK_DUPLICATE = "mark_duplicate"
    OPEN = "open"
    REOPEN = "reopen"
    RESOLVE = "resolve"
    RESUME = "resume"
    START_TRIAGE = "start_triage"
    TAKE_UP_ANSWER = "take_up_answer"
    WITHDRAW = "withdraw"

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
