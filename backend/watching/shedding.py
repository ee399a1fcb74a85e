"""When more is asked than can be answered, what has waited too long is refused in an instant: lists first,
complaints last.

Requests wait before Python sees them, in the queue of the web server. The proxy stamps their arrival
(`X-Request-Start`), and whoever is called up reads there how long it took.
"""

import re
import secrets
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any, Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.urls import ResolverMatch, resolve
from django.utils import translation

from backend.common.errors import Busy
from backend.common.languages import current_language
from backend.common.problems import plain_response, wants_json
from backend.watching.metrics import SHED
from backend.watching.turns import BOUNDS, LEAST, Turn, turn_of

# nginx: seconds with their thousandths; Caddy: thousandths.
_STAMP: Final = re.compile(r"(?:t=)?(\d{10})\.?(\d{3})")
# Proxies give up after this: a stamp that is older, or of the future, comes from a clock that is wrong.
_LONGEST: Final = 120.0
# Who comes to a thread that stood idle cannot have waited for one, whatever the clock of the proxy says. Less
# than this is no idleness: sixteen threads take turns of 5 ms.
_IDLE: Final = 0.25
# All who were refused together shall not come back together.
_SOONEST, _SPREAD = 4, 9

_thread = threading.local()


class Overloaded(Busy):
    """Busy, but not for an instant only."""

    def __init__(self) -> None:
        self.retry_after = _SOONEST + secrets.randbelow(_SPREAD)
        super().__init__(retry_after=self.retry_after)


class Shedding:
    """Stands before all that opens a session, a database or a ledger."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        try:
            return self._refusal(request) or self.get_response(request)
        finally:
            _thread.ended = time.monotonic()

    def _refusal(self, request: HttpRequest) -> HttpResponse | None:
        waited = seconds_waited(request.META)
        if waited <= LEAST:
            return None
        request.resolver_match = match = _match(request)
        turn = turn_of(match, str(request.method))
        if turn is Turn.ALWAYS or waited <= BOUNDS[turn]:
            return None
        _count(turn)
        with translation.override(_language(request, match)):
            answer = _answer(request, match)
        # Watched leaves a line for each; Django's own would call each an error.
        answer._has_been_logged = True  # type: ignore[attr-defined]
        return answer


def seconds_waited(meta: Mapping[str, Any]) -> float:
    """In the queue of the web server; 0 where no trusted proxy says when the request came."""
    # Not by `headers`: a request remembers them as they were read first, and OwnOrigin comes later.
    stamp = _STAMP.fullmatch(meta.get("HTTP_X_REQUEST_START", ""))
    if stamp is None or settings.DOSJA_TRUSTED_PROXIES < 1 or _stood_idle():
        return 0
    waited = time.time() - int(stamp[1] + stamp[2]) / 1_000
    return waited if 0 < waited < _LONGEST else 0


def _stood_idle() -> bool:
    ended: float | None = getattr(_thread, "ended", None)
    return ended is None or time.monotonic() - ended > _IDLE


def _match(request: HttpRequest) -> ResolverMatch | None:
    try:
        return resolve(request.path_info)
    except Http404:
        return None


def _count(turn: Turn) -> None:
    try:
        SHED.labels(turn.value).inc()
    except OSError:
        # A full disk must not turn a refusal into a failure; Watched says so in the log.
        return


def _answer(request: HttpRequest, match: ResolverMatch | None) -> HttpResponse:
    problem = Overloaded()
    if wants_json(request) or "text/html" not in request.META.get("HTTP_ACCEPT", ""):
        return plain_response(problem)
    page = {"title": problem.title, "sent": request.method == "POST", "lang": current_language().value}
    response = HttpResponse(render_to_string("busy.html", page), status=problem.status)
    response.headers["Retry-After"] = str(problem.retry_after)
    if match and match.view_name == "embedded":
        # Which sites may frame a form is in the database; this page holds nothing that one could be led to.
        request.may_be_framed_by = ("*",)  # type: ignore[attr-defined]
        response.xframe_options_exempt = True
    return response


def _language(request: HttpRequest, match: ResolverMatch | None) -> str:
    """As the page that was asked for would have chosen it."""
    asked = (match.kwargs.get("language", "") if match else "") or request.GET.get("language", "")
    known = {code for code, _name in settings.LANGUAGES}
    return asked.lower() if asked.lower() in known else translation.get_language_from_request(request)
