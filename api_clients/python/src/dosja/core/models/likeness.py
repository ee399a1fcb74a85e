from enum import StrEnum
from typing import Self


class Likeness(StrEnum):
    NEAR_IN_TIME = "near_in_time"
    SAME_CATEGORY = "same_category"
    SAME_CONTACT = "same_contact"
    SAME_INSTITUTION = "same_institution"
    SAME_PLACE = "same_place"
    SAME_TEXT = "same_text"
    SAME_WORDS = "same_words"

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
