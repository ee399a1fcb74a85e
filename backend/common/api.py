"""What every API module stands on: strict bodies, entity tags."""

import copy
import re
from collections.abc import Mapping
from functools import cache
from itertools import islice
from typing import Any, cast

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail
from rest_framework.fields import empty
from rest_framework.request import Request

from backend.common.errors import Invalid, PreconditionMissing
from backend.common.types import mistaken

# As the server gives it. A weak tag means the same here: a version is a version.
ENTITY_TAG = re.compile(r'(?:W/)?"([0-9]{1,9})"', re.ASCII)
IF_MATCH = OpenApiParameter(
    "If-Match",
    str,
    OpenApiParameter.HEADER,
    required=True,
    pattern=rf"^(\*|{ENTITY_TAG.pattern})$",
    description='The `ETag` of the version you change, such as `"3"`; `*` for whichever is current.',
)

VERSION = OpenApiParameter(
    "ETag",
    str,
    OpenApiParameter.HEADER,
    response=[200, 201],
    description="The present version, for If-Match.",
)


class StrictSerializer(serializers.Serializer[Any]):
    """Takes the fields it names and refuses every other, so that a typing mistake never passes unnoticed."""

    default_error_messages = {"unknown_field": _("This field is not known here.")}

    def get_fields(self) -> dict[str, Any]:
        """Of a query's parameters those that were sent, or that say something when they are not: every field
        is copied for every request, and a list takes twenty of which two are sent."""
        sent = self._context.get("sent")
        declared = self._declared_fields.items()
        return {
            name: _copied(field) for name, field in declared if sent is None or name in sent or _speaks(field)
        }

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, Mapping):
            known = {name: field for name, field in self.fields.items() if not field.read_only}
            message = str(self.error_messages["unknown_field"])
            _refuse({name: ErrorDetail(message, "unknown_field") for name in data if name not in known})
            # What came in an address is text, whatever it means.
            if self.context.get("from_json"):
                wrong = {name: mistaken(known[name], value) for name, value in data.items()}
                _refuse({name: error for name, error in wrong.items() if error})
        return super().to_internal_value(data)


def _copied(field: Any) -> Any:
    """A declared field for one serializer. REST framework makes it anew with copies of all its options: of a
    field of choices every choice with its label, which took longer than checking what was sent. (Not so for
    others: the text of a limit keeps the language that it was first told in.)"""
    return copy.copy(field) if isinstance(field, serializers.ChoiceField) else copy.deepcopy(field)


def _speaks(field: Any) -> bool:
    """Whether a field that was not sent is a fault, or has a value all the same."""
    return bool(field.required) or field.default is not empty


class UncheckedField(serializers.Field[Any, Any, Any, Any]):
    """Whatever JSON can say, as it came: a service looks at it. REST framework's own field writes the value
    out to see whether it is JSON, and fails on what is nested deeply."""

    def to_internal_value(self, data: Any) -> Any:
        return data

    def to_representation(self, value: Any) -> Any:
        return value


def _refuse(errors: Mapping[Any, ErrorDetail]) -> None:
    if errors:
        shown = islice(errors.items(), 20)
        raise serializers.ValidationError({_shown(name): [error] for name, error in shown})


def _shown(name: object) -> str:
    """A sender's field name, safe to repeat."""
    return "".join(char if char.isprintable() else "?" for char in str(name))[:60]


def validated(
    serializer_class: type[serializers.Serializer[Any]],
    request: Request,
    **context: Any,
) -> dict[str, Any]:
    """The request's body, checked. Raises DRF's ValidationError, shown as code `invalid`."""
    serializer = serializer_class(
        data=request.data, context={"request": request, "from_json": True, **context}
    )
    serializer.is_valid(raise_exception=True)
    return cast(dict[str, Any], serializer.validated_data)


def validated_query(serializer_class: type[serializers.Serializer[Any]], request: Request) -> dict[str, Any]:
    """The query parameters, checked; one that is not known or stands twice is refused. Raises Invalid or
    DRF's ValidationError."""
    lists = _lists_of(serializer_class)
    plain: dict[str, Any] = {}
    for name, values in request.query_params.lists():
        if name not in lists and len(values) > 1:
            raise Invalid.field(_shown(name), "repeated_parameter", _("Send this parameter once."))
        plain[name] = values if name in lists else values[0]
    serializer = serializer_class(data=plain, context={"request": request, "sent": plain.keys()})
    serializer.is_valid(raise_exception=True)
    return cast(dict[str, Any], serializer.validated_data)


@cache
def _lists_of(serializer_class: type[serializers.Serializer[Any]]) -> frozenset[str]:
    """The parameters that may be sent several times. Looked up once: REST framework copies every field of a
    serializer for each question, which took longer than the page of a list."""
    many = (serializers.ListField, serializers.MultipleChoiceField)
    return frozenset(name for name, field in serializer_class().fields.items() if isinstance(field, many))


def etag(version: int) -> str:
    """The strong entity tag of a version."""
    return f'"{version}"'


def expected_version(request: Request) -> int | None:
    """The version named by If-Match; None for `*`. Raises PreconditionMissing (428) or Invalid."""
    header = request.headers.get("If-Match", "").strip()
    if not header:
        raise PreconditionMissing()
    if header == "*":
        return None
    named = ENTITY_TAG.fullmatch(header)
    if named is None:
        raise Invalid.field("If-Match", "invalid_etag", _('Send the ETag as it was given, such as "3".'))
    return int(named[1])
