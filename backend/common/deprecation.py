"""What will be taken away from the interface: said at the view, told in answers and in the description."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final, TypeVar

from django.urls import reverse
from django.utils.http import http_date
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common import clock
from backend.common.errors import PROBLEM_MEDIA_TYPE, Problem
from backend.common.problems import ProblemSchema

# docs/api/versioning.md promises it to everybody who wrote a program.
LEAST_NOTICE: Final = timedelta(days=365)
Method = TypeVar("Method", bound=Callable[..., Any])
HEADERS: Final = tuple(
    OpenApiParameter(name, str, OpenApiParameter.HEADER, response=True, description=told)
    for name, told in (
        ("Deprecation", "Since when this is deprecated: `@` and seconds since 1970 (RFC 9745)."),
        ("Sunset", "From this moment on an operation is 410, and a parameter may be unknown (RFC 8594)."),
        ("Link", 'Where to read what to use instead, with `rel="deprecation"`.'),
    )
)
AFTER_SUNSET: Final = {
    (410, PROBLEM_MEDIA_TYPE): OpenApiResponse(ProblemSchema, description="Its sunset has passed.")
}


class Gone(Problem):
    """Its sunset has passed."""

    status, code = 410, "gone"
    title = _("The interface does not offer this any more. Its documentation says what to use instead.")


@dataclass(frozen=True, slots=True)
class Deprecation:
    """An operation, or only some of its query parameters, until a day begins (UTC)."""

    since: date
    until: date
    parameters: frozenset[str] = frozenset()

    def concerns(self, asked: Iterable[str]) -> bool:
        """Whether a request with these query parameters uses what will go."""
        return not self.parameters or not self.parameters.isdisjoint(asked)


def deprecated(*, since: date, until: date, parameters: Iterable[str] = ()) -> Callable[[Method], Method]:
    """Announce that an action of a view, or some of its query parameters, will go.

    At least a year ahead: anything shorter is a ValueError where the view is written.
    """
    if until - since < LEAST_NOTICE:
        raise ValueError(f"announced {since}, gone {until}: programs have at least a year to change")

    def wrap(method: Method) -> Method:
        # An attribute survives in whichever order decorators stand.
        method.deprecation = Deprecation(since, until, frozenset(parameters))  # type: ignore[attr-defined]
        return method

    return wrap


def deprecation_of(view: Any, action: str | None) -> Deprecation | None:
    """What was announced at this action."""
    return getattr(getattr(view, action or "", None), "deprecation", None)


def refuse_after_sunset(view: Any) -> None:
    """An operation whose day has come does nothing any more. Raises Gone."""
    found = deprecation_of(view, view.action)
    if found and not found.parameters and clock.now() >= _begin_of(found.until):
        raise Gone()


def tell(view: Any, request: Request, response: Response) -> None:
    """Write the headers into an answer, whatever it says otherwise."""
    found = deprecation_of(view, getattr(view, "action", None))
    if found is None or not found.concerns(request.query_params):
        return
    response["Deprecation"] = f"@{int(_begin_of(found.since).timestamp())}"
    response["Sunset"] = http_date(_begin_of(found.until).timestamp())
    where = f'<{request.build_absolute_uri(reverse("docs"))}>; rel="deprecation"'
    response["Link"] = ", ".join(filter(None, (response.get("Link"), where)))


def _begin_of(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
