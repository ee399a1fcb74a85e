"""Files leave as downloads only: no browser ever shows one under our address."""

from collections.abc import Iterator
from typing import Any, Final

from django.http import StreamingHttpResponse
from django.utils.http import content_disposition_header
from drf_spectacular.types import OpenApiTypes

from backend.common.wire import JSONRenderer, ProblemRenderer
from backend.files.streams import SealedReader

BYTES: Final = "application/octet-stream"
# For `responses=` of an operation that gives a file.
GIVEN: Final[dict[Any, Any]] = {(200, BYTES): OpenApiTypes.BINARY}


class BytesRenderer(JSONRenderer):
    """Lets a caller ask for bytes; what is refused is told in JSON all the same."""

    media_type = BYTES
    format = "bytes"


RENDERERS: Final = [JSONRenderer, ProblemRenderer, BytesRenderer]


def download(reader: SealedReader, name: str) -> StreamingHttpResponse:
    """The bytes, opened chunk by chunk while they leave. Never under their own type, never inside a page."""
    return StreamingHttpResponse(
        _flowing(reader),
        content_type=BYTES,
        headers={
            "Content-Length": str(reader.size),
            "Content-Disposition": content_disposition_header(True, name) or "attachment",
            "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Cache-Control": "no-store",
        },
    )


def _flowing(reader: SealedReader) -> Iterator[bytes]:
    with reader:
        yield from reader.chunks()
