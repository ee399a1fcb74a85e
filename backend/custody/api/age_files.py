"""age files on the wire: base64 in JSON."""

from base64 import b64decode, b64encode
from binascii import Error
from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers


def as_base64(file: bytes) -> str:
    return b64encode(file).decode("ascii")


class AgeFileField(serializers.CharField):
    """An age file as base64; `longest` counts bytes."""

    default_error_messages = {"not_base64": _("This is not base64.")}

    def __init__(self, *, longest: int, **options: Any) -> None:
        super().__init__(max_length=(longest + 2) // 3 * 4, trim_whitespace=False, **options)

    def to_internal_value(self, data: Any) -> Any:
        text = super().to_internal_value(data)
        try:
            return b64decode(text, validate=True)
        except (Error, ValueError):
            self.fail("not_base64")

    def to_representation(self, value: Any) -> str:
        return as_base64(bytes(value))
