"""Bytes in and out of the API: strict JSON, by orjson. Imported by DRF's settings, so it imports little."""

from decimal import Decimal
from typing import Any

import orjson
from django.conf import settings
from django.utils.functional import Promise
from rest_framework.parsers import BaseParser
from rest_framework.renderers import BaseRenderer

from backend.common.errors import PROBLEM_MEDIA_TYPE, Malformed, TooLarge


class JSONParser(BaseParser):
    """Strict JSON: UTF-8 only, no lone surrogates, no NaN, bounded depth and size."""

    media_type = "application/json"

    def parse(self, stream: Any, media_type: str | None = None, parser_context: Any = None) -> Any:
        limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        content = stream.read(limit + 1)
        if len(content) > limit:
            raise TooLarge(limit=limit)
        try:
            return orjson.loads(content)
        except orjson.JSONDecodeError as error:
            raise Malformed() from error


class JSONRenderer(BaseRenderer):
    """JSON by orjson; problem documents keep their own media type."""

    media_type = "application/json"
    format = "json"
    charset = None

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Any = None,
    ) -> bytes:
        return b"" if data is None else orjson.dumps(data, default=_plain, option=orjson.OPT_NON_STR_KEYS)


class ProblemRenderer(JSONRenderer):
    """Lets a caller ask for application/problem+json beside application/json."""

    media_type = PROBLEM_MEDIA_TYPE
    format = "problem"


class PdfRenderer(JSONRenderer):
    """Printed pages; a problem instead of them is still a problem document."""

    media_type = "application/pdf"
    format = "pdf"

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Any = None,
    ) -> bytes:
        if isinstance(data, bytes):
            return data
        return super().render(data, accepted_media_type, renderer_context)


def _plain(value: object) -> object:
    if isinstance(value, Promise | Decimal):
        return str(value)
    raise TypeError(type(value).__name__)
