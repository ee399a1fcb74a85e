from enum import StrEnum
from typing import Self


class Permission(StrEnum):
    APPROVE_REFERRALS = "approve_referrals"
    ASSIGN_CASES = "assign_cases"
    CLOSE_CASES = "close_cases"
    FILE_COMPLAINTS = "file_complaints"
    MANAGE_PARTNER = "manage_partner"
    OVERRIDE_CONSENT = "override_consent"
    PUBLISH_CASES = "publish_cases"
    READ_COMPLAINTS = "read_complaints"
    READ_RESTRICTED_PERSONS = "read_restricted_persons"
    REFER_CASES = "refer_cases"
    RESTRICT_CASES = "restrict_cases"
    REVEAL_IDENTITY = "reveal_identity"
    SHARE_CASES = "share_cases"
    TRIAGE_CASES = "triage_cases"
    VIEW_CASES = "view_cases"
    VIEW_STATISTICS = "view_statistics"
    WORK_CASES = "work_cases"

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
