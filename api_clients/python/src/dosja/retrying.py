"""When a request is sent again: what may be repeated, how long to wait, and the transports that do it."""

import asyncio
import random
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

IDEMPOTENCY_KEY = "Idempotency-Key"
REPEATABLE = "dosja_repeatable"
"""An extension of a request that may be sent again for a reason of its own, such as asking for a token."""

_SAFE = {"GET", "HEAD", "OPTIONS"}
_BUSY = {429, 503}
_NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_Outcome = httpx.Response | httpx.TransportError


@dataclass(frozen=True, slots=True)
class Patience:
    """How often a request is tried, and how long one waits between. What the server asks for (Retry-After) is
    waited for, unless it is longer than `longest_wait`: then its answer is given at once."""

    tries: int = 5
    first_wait: float = 0.5
    longest_wait: float = 60.0

    def wait_after(self, outcome: _Outcome, request: httpx.Request, tried: int) -> float | None:
        """Seconds to wait before the next try; None where there is none."""
        if tried >= self.tries or not _may_repeat(request, outcome):
            return None
        asked = retry_after(outcome) if isinstance(outcome, httpx.Response) else None
        if asked is not None:
            return asked if asked <= self.longest_wait else None
        # Not all clients of a server that was away should come back in the same moment.
        growing = self.first_wait * 2.0 ** (tried - 1) * random.uniform(0.5, 1)  # noqa: S311  # no secret
        return min(growing, self.longest_wait)


def retry_after(response: httpx.Response) -> float | None:
    """Seconds that the server asks to wait: given as a number or as a moment."""
    told = response.headers.get("Retry-After", "").strip()
    if told.isascii() and told.isdigit():
        return float(told)
    try:
        moment = parsedate_to_datetime(told)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _may_repeat(request: httpx.Request, outcome: _Outcome) -> bool:
    keyed = IDEMPOTENCY_KEY in request.headers
    conditional = "If-Match" in request.headers
    harmless = request.method in _SAFE or keyed or bool(request.extensions.get(REPEATABLE))
    if isinstance(outcome, httpx.TransportError):
        # A change that names a version may have been made: sent again it would falsely be "stale".
        put = request.method in {"PUT", "DELETE"} and not conditional
        return harmless or put or isinstance(outcome, _NEVER_SENT)
    if outcome.status_code == 409:
        # The first sending, whose line broke, is still being carried out.
        return keyed and "Retry-After" in outcome.headers
    idempotent = harmless or conditional or request.method in {"PUT", "DELETE"}
    return outcome.status_code in _BUSY and idempotent


class RetryingTransport(httpx.BaseTransport):
    """Sends, reads the whole answer, and sends again where that is right."""

    def __init__(self, inner: httpx.BaseTransport, patience: Patience) -> None:
        self._inner, self._patience = inner, patience

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        tried = 0
        while True:
            tried += 1
            outcome = self._once(request)
            wait = None if _is_fine(outcome) else self._patience.wait_after(outcome, request, tried)
            if wait is None:
                return _given(outcome)
            time.sleep(wait)

    def _once(self, request: httpx.Request) -> _Outcome:
        try:
            response = self._inner.handle_request(request)
            # Here and not later: an answer that breaks off is a broken line, too.
            response.read()
        except httpx.TransportError as broken:
            return broken
        return response

    def close(self) -> None:
        self._inner.close()


class AsyncRetryingTransport(httpx.AsyncBaseTransport):
    """The same for asyncio."""

    def __init__(self, inner: httpx.AsyncBaseTransport, patience: Patience) -> None:
        self._inner, self._patience = inner, patience

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        tried = 0
        while True:
            tried += 1
            outcome = await self._once(request)
            wait = None if _is_fine(outcome) else self._patience.wait_after(outcome, request, tried)
            if wait is None:
                return _given(outcome)
            await asyncio.sleep(wait)

    async def _once(self, request: httpx.Request) -> _Outcome:
        try:
            response = await self._inner.handle_async_request(request)
            await response.aread()
        except httpx.TransportError as broken:
            return broken
        return response

    async def aclose(self) -> None:
        await self._inner.aclose()


def _is_fine(outcome: _Outcome) -> bool:
    return isinstance(outcome, httpx.Response) and outcome.status_code < 400


def _given(outcome: _Outcome) -> httpx.Response:
    if isinstance(outcome, httpx.Response):
        return outcome
    raise outcome
