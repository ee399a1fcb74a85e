"""What addresses that take files have in common: the parser, the field, what is told of a file."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request

from backend.common.api import validated
from backend.common.errors import Problem
from backend.files.errors import AWAY, FileRefused, FilesAway
from backend.files.receiving import ReceivedFile, turned_away

FORM = "multipart/form-data"


class SendAForm(Problem):
    """A file comes in a form, not in JSON."""

    status, code = 415, "unsupported_media_type"
    title = _("Send multipart/form-data.")


class FilesParser(MultiPartParser):
    """Fields and sealed files."""


class UploadField(serializers.FileField):
    """A file, sealed by the time it is here."""

    default_error_messages = {"invalid": _("Send the file as a part of the form, with its name.")}

    def to_internal_value(self, data: Any) -> ReceivedFile:
        if not isinstance(data, ReceivedFile):
            self.fail("invalid")
        return data


def received(
    serializer_class: type[serializers.Serializer[Any]], request: Request
) -> tuple[dict[str, Any], ReceivedFile]:
    """The fields of a form and its one file, still to be judged. Raises SendAForm, Invalid, FileRefused,
    FilesAway."""
    if (request.content_type or "").partition(";")[0].strip().lower() != FORM:
        raise SendAForm()
    fields = request.data
    for refused in turned_away(request._request):
        raise FilesAway() if refused.reason == AWAY else FileRefused(refused.reason)
    checked = validated(serializer_class, request) if fields is not None else {}
    return checked, checked.pop("file")
