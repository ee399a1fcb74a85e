from enum import StrEnum
from typing import Self


class Statistic(StrEnum):
    CASES_BY_CATEGORY = "cases-by-category"
    CASES_BY_INSTITUTION = "cases-by-institution"
    CASES_BY_KIND = "cases-by-kind"
    CASES_BY_PLACE = "cases-by-place"
    CASES_BY_STAGE = "cases-by-stage"
    OUTCOMES = "outcomes"
    OVERDUE = "overdue"
    RESPONSE_TIMES = "response-times"
    SAFETY = "safety"
    SATISFACTION = "satisfaction"
    VALUE_RECOVERED = "value-recovered"

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
