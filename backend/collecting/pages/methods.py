"""What both doors ask of a request."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from backend.collecting.errors import CollectedTooMuch
from backend.collecting.services import Entered
from backend.doorkeeping.services import buckets

# A project of twenty volunteers who come home with fifty interviews each; a program run wild sends more.
MOST_AN_HOUR: Final = 1_000
View = Callable[..., HttpResponse]


def only(*methods: str) -> Callable[[View], View]:
    """Other methods are refused, once it is known who asks."""

    def wrap(view: View) -> View:
        @wraps(view)
        def asked(request: HttpRequest, entered: Entered, **named: Any) -> HttpResponse:
            if request.method not in methods:
                return HttpResponseNotAllowed(methods)
            return view(request, entered, **named)

        return asked

    return wrap


def require_pace(entered: Entered) -> None:
    """Raises CollectedTooMuch. Counted for the access, and known to nobody after the hour."""
    if buckets.count("collected", str(entered.access.pk)) > MOST_AN_HOUR:
        raise CollectedTooMuch(retry_after=3600)
