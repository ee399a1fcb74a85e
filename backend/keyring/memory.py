"""Unwrapped keys, remembered in this process for seconds: a page of rows unwraps each key once."""

import threading
import time
from collections import OrderedDict
from typing import Generic, TypeVar
from uuid import UUID

Key = TypeVar("Key")


class ShortMemory(Generic[Key]):
    """At most `size` keys, each for at most `seconds`, the longest unused forgotten first."""

    def __init__(self, *, size: int, seconds: float) -> None:
        self._size, self._seconds = size, seconds
        self._kept: OrderedDict[UUID, tuple[float, Key]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key_id: UUID) -> Key | None:
        with self._lock:
            if (found := self._kept.get(key_id)) is None:
                return None
            if found[0] < time.monotonic():
                del self._kept[key_id]
                return None
            self._kept.move_to_end(key_id)
            return found[1]

    def keep(self, key_id: UUID, key: Key) -> None:
        with self._lock:
            self._kept[key_id] = (time.monotonic() + self._seconds, key)
            self._kept.move_to_end(key_id)
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)

    def forget(self, key_id: UUID) -> None:
        with self._lock:
            self._kept.pop(key_id, None)

    def clear(self) -> None:
        with self._lock:
            self._kept.clear()
