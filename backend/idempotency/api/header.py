"""Reading the header (draft-ietf-httpapi-idempotency-key-header) and the request it stands on."""

import hashlib
import re
from typing import Any

import orjson
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict
from rest_framework.request import Request

from backend.idempotency.errors import InvalidKey

NAME = "Idempotency-Key"
REPLAYED = "Idempotency-Replayed"
LONGEST_KEY = 255

# RFC 8941, 3.3.3: a String is in double quotes, with \" and \\ as its only escapes.
_STRING = re.compile(r'"((?:[ !#-\[\]-~]|\\["\\])*)"')
_PRINTABLE = re.compile(r"[ -~]+")


def key_in(value: str) -> str:
    """The key of a header. The draft wants a quoted String; most clients send it bare: both mean the same."""
    key = value.strip(" \t")
    if key.startswith('"'):
        quoted = _STRING.fullmatch(key)
        key = re.sub(r"\\(.)", r"\1", quoted[1]) if quoted else ""
    if len(key) > LONGEST_KEY or not _PRINTABLE.fullmatch(key):
        raise InvalidKey()
    return key


def canonical_body(request: Request) -> str:
    """What was sent, written so that the same content reads the same whatever the order of its fields."""
    body = request.data
    plain = {name: body.getlist(name) for name in body} if isinstance(body, MultiValueDict) else body
    media_type = (request.content_type or "").partition(";")[0].strip().lower()
    sent = [media_type, request.META.get("QUERY_STRING", ""), plain]
    return orjson.dumps(sent, default=_digest_of_file, option=orjson.OPT_SORT_KEYS).decode()


def _digest_of_file(value: Any) -> list[Any]:
    if not isinstance(value, UploadedFile):
        raise TypeError(type(value).__name__)
    content = hashlib.sha256()
    for chunk in value.chunks():
        content.update(chunk)
    value.seek(0)
    return [value.name, value.size, content.hexdigest()]
