from enum import StrEnum
from typing import Self


class CaseAct(StrEnum):
    ADD_FILE = "add_file"
    ASK = "ask"
    ASSIGN = "assign"
    CASE_FILE = "case_file"
    CHANGE = "change"
    DECLARE_CONFLICT = "declare_conflict"
    HIDE = "hide"
    JUDICIARY = "judiciary"
    LIFT_CONFLICT = "lift_conflict"
    LINK = "link"
    NEW_RECEIPT = "new_receipt"
    NOTE = "note"
    OPEN_ORIGINAL = "open_original"
    RECORD_CONFLICT = "record_conflict"
    REFER = "refer"
    RESTRICT = "restrict"
    SHARE = "share"
    TAG = "tag"
    TAKE = "take"
    UNRESTRICT = "unrestrict"
    WRITE = "write"

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
