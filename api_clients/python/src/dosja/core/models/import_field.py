from enum import StrEnum
from typing import Self


class ImportField(StrEnum):
    ADDRESS = "address"
    ADMISSIBILITY_NOTE = "admissibility_note"
    ADVICE = "advice"
    ASSIGNEE = "assignee"
    CATEGORY = "category"
    CHANNEL = "channel"
    CLOSED_ON = "closed_on"
    COMPLAINANT_KIND = "complainant_kind"
    CONSENT = "consent"
    EMAIL = "email"
    EXTERNAL_ID = "external_id"
    FORMER_REFERENCE = "former_reference"
    HAPPENED_ON = "happened_on"
    IMPACT = "impact"
    INADMISSIBLE_REASON = "inadmissible_reason"
    INSTITUTION = "institution"
    KIND = "kind"
    LANGUAGE = "language"
    NAME = "name"
    NARRATIVE = "narrative"
    NOTE = "note"
    OUTCOME = "outcome"
    OUTCOME_TEXT = "outcome_text"
    PHONE = "phone"
    PLACE = "place"
    RECEIVED_ON = "received_on"
    RESOLVED_ON = "resolved_on"
    SEVERITY = "severity"
    STATE = "state"
    SUMMARY = "summary"
    TAGS = "tags"
    VALUE_CURRENCY = "value_currency"
    VALUE_RECOVERED = "value_recovered"
    WISH = "wish"

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
