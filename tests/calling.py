"""A client of the API under test: JSON, under /api/v1, with If-Match and Idempotency-Key as arguments."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from rest_framework.test import APIClient

from tests.contracts.description import complaint_about

PREFIX = "/api/v1"
DESCRIBED = "backend.config.urls"


class Caller(APIClient):
    """`caller.patch("/partners/pif/", {...}, if_match=3)`; a full address (`next` of a page) stays.

    Every answer of the API must be one that the OpenAPI description announces, in status, type and shape.
    """

    def request(self, **kwargs: Any) -> Any:
        response = _whole(super().request(**kwargs))
        asked = response.wsgi_request
        # A test that provokes a failure of ours says so; no operation announces one.
        provoked = response.status_code == 500 and not self.raise_request_exception
        if asked.path.startswith(f"{PREFIX}/") and settings.ROOT_URLCONF == DESCRIBED and not provoked:
            complaint = complaint_about(asked.method, asked.path, response)
            assert complaint is None, f"{asked.method} {asked.path} broke the description: {complaint}"
        return response

    def get(self, path: str, data: Any = None, follow: bool = False, **extra: Any) -> Any:
        return super().get(_address(path), data, follow, **_with_headers(extra))

    def post(self, path: str, data: Any = None, *args: Any, **extra: Any) -> Any:
        if isinstance(data, dict) and any(hasattr(value, "read") for value in data.values()):
            data, extra["content_type"] = encode_multipart(BOUNDARY, data), MULTIPART_CONTENT
        return super().post(_address(path), data, *args, **_with_headers(extra))

    def put(self, path: str, data: Any = None, *args: Any, **extra: Any) -> Any:
        return super().put(_address(path), data, *args, **_with_headers(extra))

    def patch(self, path: str, data: Any = None, *args: Any, **extra: Any) -> Any:
        return super().patch(_address(path), data, *args, **_with_headers(extra))

    def delete(self, path: str, data: Any = None, *args: Any, **extra: Any) -> Any:
        return super().delete(_address(path), data, *args, **_with_headers(extra))

    def options(self, path: str, data: Any = "", *args: Any, **extra: Any) -> Any:
        return super().options(_address(path), data, *args, **_with_headers(extra))

    def raw(
        self, method: str, path: str, body: bytes, content_type: str = "application/json", **extra: Any
    ) -> Any:
        """Exactly these bytes, for malformed requests."""
        return self.generic(method, _address(path), body, content_type=content_type, **_with_headers(extra))


def _whole(response: Any) -> Any:
    """A file that flows, read to its end."""
    if not response.streaming:
        return response
    whole: Any = HttpResponse(b"".join(response.streaming_content), status=response.status_code)
    whole.headers = response.headers
    for name in ("client", "request", "wsgi_request", "resolver_match", "exc_info"):
        setattr(whole, name, getattr(response, name, None))
    return whole


def _address(path: str) -> str:
    outside = path.startswith((PREFIX, "http://", "https://", "/_allauth/", "/identity/", "/health/"))
    return path if outside else PREFIX + path


def _with_headers(extra: dict[str, Any]) -> dict[str, Any]:
    headers = dict(extra.pop("headers", None) or {})
    if (version := extra.pop("if_match", None)) is not None:
        headers["If-Match"] = version if isinstance(version, str) else f'"{version}"'
    if (key := extra.pop("key", None)) is not None:
        headers["Idempotency-Key"] = key
    # English, so that tests read alike whoever calls; "" asks for no language.
    if language := extra.pop("language", "en"):
        headers.setdefault("Accept-Language", language)
    return {**extra, "headers": headers}
