"""What calling an operation means, whether one waits for it or awaits it."""

import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, TypeVar, cast
from urllib.parse import parse_qs, urlsplit
from uuid import UUID, uuid4

import httpx

from dosja.core.models import (
    CaseKind,
    CaseOrder,
    CasesListExtraItem,
    CaseStage,
    CaseState,
    ProblemSchema,
    Severity,
)
from dosja.problems import Unreachable, Unsafe, problem_of
from dosja.retrying import retry_after

T = TypeVar("T")
Item_co = TypeVar("Item_co", covariant=True)

_AT_HOME = {"localhost", "127.0.0.1", "::1"}


class Versioned(Protocol):
    """What was read and may be changed."""

    @property
    def version(self) -> int: ...


class PageOf(Protocol[Item_co]):
    """One page of a list."""

    @property
    def next_(self) -> str | None: ...

    @property
    def results(self) -> Sequence[Item_co]: ...


def checked_address(base_url: str, *, allow_http: bool) -> str:
    """The address without its last slash. Raises Unsafe where the secret would travel in the open."""
    parts = urlsplit(base_url)
    if parts.scheme not in {"https", "http"} or not parts.hostname or parts.port == 0:
        raise ValueError("The address of an installation begins with https:// and names a host.")
    if parts.username is not None or parts.password is not None:
        raise Unsafe("An address must not hold credentials.")
    if parts.scheme == "http" and parts.hostname not in _AT_HOME and not allow_http:
        raise Unsafe("This address is not protected: use https://, or say allow_http=True.")
    return base_url.rstrip("/")


def prepared(
    operation: Callable[..., object], given: Mapping[str, Any], seen: Versioned | None
) -> dict[str, Any]:
    """The arguments of a call: a creating request gets a key of its own, a change the version it was made
    from."""
    takes = inspect.signature(operation).parameters
    arguments = dict(given)
    if "idempotency_key" in takes:
        arguments.setdefault("idempotency_key", str(uuid4()))
    if seen is not None:
        arguments["if_match"] = f'"{seen.version}"'
    return arguments


def success(answer: ProblemSchema | T | None) -> T:
    """What an operation says: problems were raised before. None where it has nothing to say (204)."""
    return cast(T, answer)


def raised(response: httpx.Response) -> httpx.Response:
    """The answer, if it is a success."""
    if not response.is_success:
        raise problem_of(response, retry_after(response))
    return response


def unreachable(broken: httpx.RequestError) -> Unreachable:
    """Told without the request, which holds words and a token."""
    return Unreachable(f"No answer from {broken.request.url.host}: {type(broken).__name__}.")


def cursor_of(address: str) -> str:
    """Where the next page begins."""
    return parse_qs(urlsplit(address).query)["cursor"][0]


_FILTERS: dict[str, Callable[[Any], Any]] = {
    "state": CaseState,
    "stage": CaseStage,
    "kind": CaseKind,
    "severity": lambda told: Severity(int(told)),
    "extra": CasesListExtraItem,
}


def case_filters(**given: Any) -> dict[str, Any]:
    """Filters of a list of cases in plain words, such as state=["open"], as the generated core takes them."""
    filters = {name: value for name, value in given.items() if value is not None}
    for name, made in _FILTERS.items():
        if name in filters:
            many = [filters[name]] if isinstance(filters[name], str | int) else filters[name]
            filters[name] = [made(one) for one in many]
    if "ordering" in filters:
        filters["ordering"] = CaseOrder(filters["ordering"])
    return filters


def as_id(told: str | UUID) -> UUID | None:
    """The id, unless it is a reference number."""
    if isinstance(told, UUID):
        return told
    try:
        return UUID(told)
    except ValueError:
        return None
