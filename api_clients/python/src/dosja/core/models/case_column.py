from enum import StrEnum
from typing import Self


class CaseColumn(StrEnum):
    ASSIGNEE = "assignee"
    CATEGORY = "category"
    CHANGED_AT = "changed_at"
    CLOSED_AT = "closed_at"
    DUE_AT = "due_at"
    INSTITUTION = "institution"
    KIND = "kind"
    NEXT_TASK = "next_task"
    OPENED_AT = "opened_at"
    OUTCOME = "outcome"
    OWNER = "owner"
    PLACE = "place"
    REFERENCE = "reference"
    RESOLVED_AT = "resolved_at"
    SEVERITY = "severity"
    STAGE = "stage"
    STATE = "state"
    SUMMARY = "summary"
    TAGS = "tags"
    UNREAD = "unread"
    WAITS_FOR = "waits_for"

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
