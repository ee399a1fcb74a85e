"""What may go wrong, as exceptions. None of them holds a request: neither its words nor its token."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import httpx

_OF_THE_DOCUMENT = {"type", "status", "code", "title", "errors"}


class DosjaError(Exception):
    """Whatever this package raises on purpose."""


class Unsafe(DosjaError, ValueError):
    """Credentials would travel or lie where others can read them."""


class Unreachable(DosjaError):
    """No answer came. Whether the request was carried out is not known, unless it is safe to send again."""


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with one field."""

    field: str
    code: str
    message: str


class Problem(DosjaError):
    """The server refused: an RFC 9457 problem document."""

    def __init__(
        self,
        status: int,
        code: str,
        title: str,
        *,
        errors: Sequence[FieldError] = (),
        facts: Mapping[str, Any] | None = None,
        retry_after: float | None = None,
    ) -> None:
        self.status = status
        self.code = code
        self.title = title
        self.errors = tuple(errors)
        self.facts = dict(facts or {})
        self.retry_after = retry_after
        super().__init__(status, code, title)

    def __str__(self) -> str:
        fields = "".join(f"\n  {error.field}: {error.message} ({error.code})" for error in self.errors)
        return f"{self.title} ({self.status} {self.code}){fields}"


class Invalid(Problem):
    """400: `errors` says what, field by field."""


class NotSignedIn(Problem):
    """401: the client is not known here, its secret is another one, or it was ended."""


class NotAllowed(Problem):
    """403: role or scope do not allow this."""


class NotFound(Problem):
    """404: there is no such thing, or it is not for you: both look alike."""


class Conflict(Problem):
    """409: a rule stands against it now."""


class Stale(Problem):
    """412: somebody was faster. Read it again and decide anew."""


class Busy(Problem):
    """429 or 503, also after waiting: too many requests, or a server that is being looked after."""


_BY_STATUS: dict[int, type[Problem]] = {
    400: Invalid,
    401: NotSignedIn,
    403: NotAllowed,
    404: NotFound,
    409: Conflict,
    412: Stale,
    429: Busy,
    503: Busy,
}


def problem_of(response: httpx.Response, retry_after: float | None) -> Problem:
    """The exception for an answer that is no success."""
    status = response.status_code
    told = _document(response)
    return _BY_STATUS.get(status, Problem)(
        status,
        str(told.get("code") or told.get("error") or f"http.{status}"),
        str(told.get("title") or response.reason_phrase or "The server gave no reason."),
        errors=[
            FieldError(*(str(one.get(name, "")) for name in ("field", "code", "message")))
            for one in told.get("errors") or ()
            if isinstance(one, dict)
        ],
        facts={name: value for name, value in told.items() if name not in _OF_THE_DOCUMENT},
        retry_after=retry_after,
    )


def _document(response: httpx.Response) -> dict[str, Any]:
    """The problem document; empty where something else answered, such as a proxy with a page."""
    try:
        told = response.json()
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}
