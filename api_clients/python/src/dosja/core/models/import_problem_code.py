from enum import StrEnum
from typing import Self


class ImportProblemCode(StrEnum):
    AMBIGUOUS_VALUE = "ambiguous_value"
    CATEGORY_OF_OTHER_KIND = "category_of_other_kind"
    CONTACT_MISSING = "contact_missing"
    CURRENCY_MISSING = "currency_missing"
    DATE_BEFORE_ARRIVAL = "date_before_arrival"
    DATE_IN_THE_FUTURE = "date_in_the_future"
    DATE_TOO_LONG_AGO = "date_too_long_ago"
    DATE_UNREADABLE = "date_unreadable"
    END_MISSING = "end_missing"
    EXTERNAL_ID_TWICE = "external_id_twice"
    IDENTITY_NOT_WANTED = "identity_not_wanted"
    IDENTITY_REQUIRED = "identity_required"
    INVALID_CHARACTERS = "invalid_characters"
    NOT_A_MEMBER = "not_a_member"
    NOT_CLASSIFIED = "not_classified"
    NUMBER_UNREADABLE = "number_unreadable"
    OUTCOME_MISSING = "outcome_missing"
    REASON_MISSING = "reason_missing"
    REFUSED = "refused"
    REQUIRED = "required"
    TOO_LONG = "too_long"
    UNKNOWN_VALUE = "unknown_value"

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
