"""Pages by cursor, for lists that an index can walk."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import DataError
from django.utils.translation import gettext_lazy as _
from rest_framework.pagination import CursorPagination
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common.errors import Invalid


class KeysetPagination(CursorPagination):
    """Pages by cursor, so that page 1 000 costs what page 1 costs. `{"next": …, "results": […]}`."""

    page_size = 50
    max_page_size = 200
    page_size_query_param = "page_size"
    ordering: tuple[str, ...] = ("pk",)

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any] | None:
        try:
            return super().paginate_queryset(queryset, request, view)
        except (ValidationError, ValueError, DataError) as error:
            if self.cursor_query_param not in request.query_params:
                raise
            # A cursor can be written by hand: its position need not be a date or an id.
            raise _no_such_page() from error

    def decode_cursor(self, request: Request) -> Any:
        given = request.query_params.get(self.cursor_query_param)
        try:
            cursor = super().decode_cursor(request)
        except Exception as error:
            raise _no_such_page() from error
        # base64 passes over what it does not know: what says nothing would show the first page again.
        position = str(cursor.position or "") if cursor else ""
        says_nothing = not position and not (cursor and cursor.offset)
        if given is not None and (says_nothing or "\x00" in position):
            raise _no_such_page()
        return cursor

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        described: list[dict[str, Any]] = super().get_schema_operation_parameters(view)
        for parameter in described:
            if parameter["name"] == self.page_size_query_param:
                parameter["schema"] |= {"minimum": 1, "maximum": self.max_page_size}
        return described

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        return page_schema(schema)

    def get_paginated_response(self, data: Any) -> Response:
        return Response({"next": self.get_next_link(), "results": data})


def _no_such_page() -> Invalid:
    return Invalid.field("cursor", "invalid_cursor", _("This page address is not valid any more."))


def page_schema(schema: dict[str, Any]) -> dict[str, Any]:
    """OpenAPI 3.1 schema of a page (DRF's own still says `nullable`)."""
    link = {"type": ["string", "null"], "format": "uri"}
    return {
        "type": "object",
        "required": ["next", "results"],
        "properties": {
            "next": {**link, "description": "Address of the next page, null on the last."},
            "results": schema,
        },
    }
