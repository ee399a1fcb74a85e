"""How large a body may be, told before it is read; and nothing half-written stays behind a request."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse

from backend.common.problems import bad_request_page, problem_page
from backend.files.errors import FilesAway
from backend.files.receiving import BESIDE, SealingUploadHandler, taken_at


class BodyLimits:
    """Stands before whatever reads a body first (the CSRF check does)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            return self.get_response(request)
        finally:
            for handler in getattr(request, "_upload_handlers", ()):
                if isinstance(handler, SealingUploadHandler):
                    with suppress(OSError):
                        handler.abandon()

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """A multipart body larger than its address takes is answered 413, unread."""
        if request.content_type != "multipart/form-data":
            return None
        takes = taken_at(request)
        largest = takes.together + BESIDE if takes else settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        if _length(request) <= largest:
            return None
        return bad_request_page(request, RequestDataTooBig())

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Pages that touch files while those are away; the API's views answer themselves."""
        return problem_page(request, exception) if isinstance(exception, FilesAway) else None


def _length(request: HttpRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0
