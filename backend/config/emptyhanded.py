"""Every request begins without keys to anybody's rows, whatever the last one on this thread held."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from backend.common import secondlock


class EmptyHanded:
    """Stands outside of all that asks the database: keys are taken where the actor becomes known, and end
    with the request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with secondlock.holding():
            return self.get_response(request)
