"""The id under which all log lines of one request are found again. It tells nothing of who asked."""

import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

# As proxies make them: 32 hexadecimal digits, or a UUID. Nothing that could be a number of a citizen's.
_MADE_BY_A_PROXY: Final = re.compile(
    r"[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE
)

_current: ContextVar[str] = ContextVar("request_id", default="")


def current() -> str:
    """The id of the request at hand; empty outside of requests."""
    return _current.get()


def chosen(told: str, *, from_proxy: bool) -> str:
    """What a trusted proxy told, if it looks like one of its ids; else a new one."""
    if from_proxy and _MADE_BY_A_PROXY.fullmatch(told):
        return told.lower()
    return uuid.uuid4().hex


@contextmanager
def holding(request_id: str) -> Iterator[None]:
    """Lines that are written inside carry this id."""
    token = _current.set(request_id)
    try:
        yield
    finally:
        _current.reset(token)
