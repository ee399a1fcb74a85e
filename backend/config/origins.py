"""`Origin: null` from a page of ours: another header, which no page can write, says that it is ours."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class OwnOrigin:
    """Stands before the CSRF check, which goes on to ask for the token as always.

    Our pages say `Referrer-Policy: no-referrer`, and browsers then hide the origin of a form from us as well.
    `Sec-Fetch-Site: same-origin` is the browser's own word for "from exactly this origin"; sandboxed frames,
    data addresses and other sites, which also send `Origin: null`, never come with it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.META.get("HTTP_ORIGIN") == "null" and (
            request.META.get("HTTP_SEC_FETCH_SITE") == "same-origin"
        ):
            request.META["HTTP_ORIGIN"] = f"{request.scheme}://{request.get_host()}"
        return self.get_response(request)
