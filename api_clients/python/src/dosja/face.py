"""`Dosja` and `AsyncDosja`: one installation, as a program of a partner sees it."""

import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from typing import Any, Final, Self, TypeVar, cast
from uuid import UUID

import httpx

from dosja.calling import (
    PageOf,
    Versioned,
    as_id,
    case_filters,
    checked_address,
    cursor_of,
    prepared,
    raised,
    success,
    unreachable,
)
from dosja.core import AuthenticatedClient
from dosja.core.api.cases import cases_list, cases_retrieve
from dosja.core.models import Case, CaseRow, DeidentifiedCase, OpenedCase, ProblemSchema
from dosja.problems import NotFound
from dosja.retrying import AsyncRetryingTransport, Patience, RetryingTransport
from dosja.signing_in import SignIn

T = TypeVar("T")
AnyCase = Case | OpenedCase | DeidentifiedCase
_PATIENCE: Final = Patience()
_FEW: Final = 50


class _Line(httpx.Client):
    """What generated operations send through: whatever is no success is raised."""

    def request(self, *args: Any, **kwargs: Any) -> httpx.Response:
        try:
            return raised(super().request(*args, **kwargs))
        except httpx.RequestError as broken:
            raise unreachable(broken) from None


class _AsyncLine(httpx.AsyncClient):
    """The same for asyncio."""

    async def request(self, *args: Any, **kwargs: Any) -> httpx.Response:
        try:
            return raised(await super().request(*args, **kwargs))
        except httpx.RequestError as broken:
            raise unreachable(broken) from None


class _Face:
    """What both have: how the line is made. `core` is what a generated operation takes as `client`."""

    def __init__(
        self,
        base_url: str,
        client_id: str,
        client_secret: str,
        *,
        scopes: Sequence[str] | None = None,
        language: str = "en",
        timeout: float = 30.0,
        patience: Patience = _PATIENCE,
        tls: ssl.SSLContext | None = None,
        allow_http: bool = False,
    ) -> None:
        """`scopes`: fewer than the client has. `tls`: whom to trust, if not whom the machine trusts."""
        self.base_url = checked_address(base_url, allow_http=allow_http)
        # The token travels by `auth`: the generated client never holds it.
        self.core = AuthenticatedClient(base_url=self.base_url, token="")
        self._patience = patience
        self._tls: ssl.SSLContext = tls or ssl.create_default_context()
        self._options: dict[str, Any] = {
            "base_url": self.base_url,
            "auth": SignIn(self.base_url, client_id, client_secret, scopes),
            "headers": {"Accept-Language": language, "User-Agent": "dosja-python"},
            "timeout": timeout,
        }
        self._connect()

    def _connect(self) -> None:
        raise NotImplementedError

    def __repr__(self) -> str:
        return f"<{type(self).__name__} at {self.base_url}>"


class Dosja(_Face):
    """An installation. `with Dosja(…) as dosja:` closes its lines."""

    def _connect(self) -> None:
        transport = RetryingTransport(httpx.HTTPTransport(verify=self._tls), self._patience)
        self._line = _Line(transport=transport, **self._options)
        self.core.set_httpx_client(self._line)

    def call(
        self,
        operation: Callable[..., ProblemSchema | T | None],
        *args: Any,
        seen: Versioned | None = None,
        **given: Any,
    ) -> T:
        """Carry an operation out: `call(cases_retrieve.sync, case_id)`. A creating one gets an
        Idempotency-Key. With `seen`, what was read before, a change is refused (Stale) if somebody was
        faster. Raises Problem and Unreachable."""
        return success(operation(*args, client=self.core, **prepared(operation, given, seen)))

    def pages(
        self, operation: Callable[..., ProblemSchema | PageOf[T] | None], *args: Any, **given: Any
    ) -> Iterator[T]:
        """All that a list holds, page by page: `pages(tasks_list.sync)`."""
        while True:
            page = self.call(operation, *args, **given)
            yield from page.results
            if page.next_ is None:
                return
            given["cursor"] = cursor_of(page.next_)

    def cases(self, **filters: Any) -> Iterator[CaseRow]:
        """The cases that these filters find, in plain words: `cases(state=["open"], search="kadastra")`."""
        return self.pages(cases_list.sync, **case_filters(**filters))

    def case(self, which: str | UUID) -> AnyCase:
        """One case by id or reference number, also by the one it had before. Raises NotFound."""
        if (case_id := as_id(which)) is not None:
            return cast(AnyCase, self.call(cases_retrieve.sync, case_id))
        found = self.call(cases_list.sync, search=str(which), page_size=_FEW)
        for row in found.results:
            case = cast(AnyCase, self.call(cases_retrieve.sync, row.id))
            if _is_called(case, str(which)):
                return case
        raise _unknown()

    def close(self) -> None:
        self._line.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *of: object) -> None:
        self.close()


class AsyncDosja(_Face):
    """The same for asyncio: `async with AsyncDosja(…) as dosja:`; operations are called by `asyncio`."""

    def _connect(self) -> None:
        transport = AsyncRetryingTransport(httpx.AsyncHTTPTransport(verify=self._tls), self._patience)
        self._line = _AsyncLine(transport=transport, **self._options)
        self.core.set_async_httpx_client(self._line)

    async def call(
        self,
        operation: Callable[..., Awaitable[ProblemSchema | T | None]],
        *args: Any,
        seen: Versioned | None = None,
        **given: Any,
    ) -> T:
        """As `Dosja.call`: `await call(cases_retrieve.asyncio, case_id)`."""
        return success(await operation(*args, client=self.core, **prepared(operation, given, seen)))

    async def pages(
        self, operation: Callable[..., Awaitable[ProblemSchema | PageOf[T] | None]], *args: Any, **given: Any
    ) -> AsyncIterator[T]:
        """As `Dosja.pages`: `async for task in pages(tasks_list.asyncio)`."""
        while True:
            page = await self.call(operation, *args, **given)
            for item in page.results:
                yield item
            if page.next_ is None:
                return
            given["cursor"] = cursor_of(page.next_)

    def cases(self, **filters: Any) -> AsyncIterator[CaseRow]:
        """As `Dosja.cases`: `async for case in cases(state=["open"])`."""
        return self.pages(cases_list.asyncio, **case_filters(**filters))

    async def case(self, which: str | UUID) -> AnyCase:
        """As `Dosja.case`."""
        if (case_id := as_id(which)) is not None:
            return cast(AnyCase, await self.call(cases_retrieve.asyncio, case_id))
        found = await self.call(cases_list.asyncio, search=str(which), page_size=_FEW)
        for row in found.results:
            case = cast(AnyCase, await self.call(cases_retrieve.asyncio, row.id))
            if _is_called(case, str(which)):
                return case
        raise _unknown()

    async def aclose(self) -> None:
        await self._line.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *of: object) -> None:
        await self.aclose()


def _is_called(case: AnyCase, reference: str) -> bool:
    names = {case.reference, getattr(case, "former_reference", "")}
    return reference.casefold() in {str(name).casefold() for name in names if name}


def _unknown() -> NotFound:
    """As the server says it of an id."""
    return NotFound(404, "not_found", "No case of this reference is visible to this client.")
