from enum import IntEnum
from typing import Self


class Severity(IntEnum):
    VALUE_1 = 1
    VALUE_2 = 2
    VALUE_3 = 3
    VALUE_4 = 4

    def __str__(self) -> str:
        return str(self.value)

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        """A server that is newer than this client may say more: such a value is kept as it came."""
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        told = int.__new__(cls, value)
        told._name_, told._value_ = str(value), value
        return told
