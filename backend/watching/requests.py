"""Each request gets an id, a line in the log and its place in the counts, and none says who asked."""

import logging
import time
from collections.abc import Callable, Sequence
from typing import Final

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from backend.common import replica, request_ids
from backend.watching.metrics import REPLICA, REQUESTS, SECONDS

logger = logging.getLogger("dosja.requests")
HEADER: Final = "X-Request-Id"
_IN_META: Final = "HTTP_X_REQUEST_ID"
NO_ROUTE: Final = "none"
_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
# A supervisor asks every few seconds; only what it is refused is worth a line.
_PROBES: Final = frozenset({"health_live", "health_ready"})


def route_of(request: HttpRequest) -> str:
    """The name of the route; `none` for static files and for addresses that nobody knows."""
    match = getattr(request, "resolver_match", None)
    return match.view_name if match else NO_ROUTE


class Watched:
    """The outermost middleware: whatever becomes of a request inside passes here as an answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        began = time.perf_counter()
        # Not by `headers`: a request remembers them as they were read first, and OwnOrigin comes later.
        told = request.META.get(_IN_META, "")
        request_id = request_ids.chosen(told, from_proxy=settings.DOSJA_TRUSTED_PROXIES > 0)
        with request_ids.holding(request_id), replica.noting() as readings:
            response = self.get_response(request)
            _noted(request, response.status_code, time.perf_counter() - began, readings)
        response.headers[HEADER] = request_id
        return response


def _noted(request: HttpRequest, status: int, seconds: float, readings: Sequence[replica.Outcome]) -> None:
    route = route_of(request)
    # Callers may invent methods; each would become a label of its own.
    method = request.method if request.method in _METHODS else "other"
    _count(route, str(method), status, seconds, readings)
    if route in _PROBES and status < 400:
        return
    facts = {"route": route, "method": method, "status": status, "ms": round(seconds * 1000)}
    if readings:
        facts["replica"] = " ".join(readings)
    logger.info("%s %s %d", method, route, status, extra={"facts": facts})


def _count(route: str, method: str, status: int, seconds: float, readings: Sequence[replica.Outcome]) -> None:
    try:
        REQUESTS.labels(route, method, f"{status // 100}xx").inc()
        SECONDS.labels(route, method).observe(seconds)
        for outcome in readings:
            REPLICA.labels(outcome.value).inc()
    except OSError:
        # A full disk shall not shut anybody out.
        logger.exception("requests cannot be counted")
