"""A list of cases as a file: CSV, XLSX or JSON Lines, the columns as chosen."""

import io
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request

from backend.cases.api import requests as asked
from backend.cases.api.narrowing import filters_in
from backend.cases.api.saved_views import ColumnsField
from backend.cases.models import Case, ExportFormat
from backend.cases.services import exporting
from backend.cases.services.export_writing import write_list
from backend.cases.services.exports import file_name
from backend.common.api import StrictSerializer, validated
from backend.common.errors import NotAllowed
from backend.common.problems import problems
from backend.files.api.downloads import BYTES, GIVEN, RENDERERS
from backend.partners.actors import Actor
from backend.partners.api.base import ApiViewSet

# Without labels: these are words in no language.
FORMATS: Final = tuple(ExportFormat.values)
MOST_CHOSEN: Final = 1_000


class CaseExport(StrictSerializer):
    """What is to leave. With `cases`, of the list only these."""

    format = serializers.ChoiceField(choices=FORMATS)
    columns = ColumnsField(min_length=1)
    filters = asked.CaseQuery(required=False)
    ordering = serializers.ChoiceField(choices=asked.ORDERS, required=False, default="-opened_at")
    cases = serializers.ListField(
        child=serializers.UUIDField(), required=False, min_length=1, max_length=MOST_CHOSEN
    )


class ExportViewSet(ApiViewSet):
    """Lists of cases as files."""

    queryset, serializer_class, pagination_class = Case.objects.none(), CaseExport, None
    filter_backends, renderer_classes = (), RENDERERS
    heavy = frozenset({"create"})

    @extend_schema(
        operation_id="cases_export",
        request=CaseExport,
        responses={**GIVEN, **problems(400, 401, 403, 406, 409, 413, 415)},
    )
    def create(self, request: Request) -> HttpResponse:
        """A list or a selection as a table, as far as you may see it. Every export is kept on record."""
        if not self.actor.partners_with("view_cases"):
            raise NotAllowed()
        sent = validated(CaseExport, request)
        leaving = leaving_in(sent, self.actor)
        content, owners = io.BytesIO(), Counter[UUID]()
        # Whole before the first byte leaves, so that what is told of it is true: some thousand short rows.
        pages = exporting.pages_leaving(leaving, self.actor, most=exporting.MOST_ROWS)
        write_list(sent["format"], exporting.counted(pages, owners), leaving.columns, content)
        narrowed = narrowed_in(sent)
        exporting.tell_export(
            owners, kind=sent["format"], columns=leaving.columns, narrowed=narrowed, actor=self.actor
        )
        return _file(content.getvalue(), sent["format"])


def leaving_in(sent: Mapping[str, Any], actor: Actor) -> exporting.Leaving:
    """What a checked request asks for. Raises Invalid for codes that do not exist."""
    query = sent.get("filters", {})
    filters = filters_in(query, actor, ids=sent.get("cases"))
    return exporting.Leaving(filters, sent["ordering"], query.get("search"), sent["columns"])


def narrowed_in(sent: Mapping[str, Any]) -> list[str]:
    """By what the list was narrowed; never by which words."""
    query = sent.get("filters", {})
    return [*(name for name, value in query.items() if value is not None), *({"cases"} & sent.keys())]


def _file(content: bytes, kind: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type=BYTES,
        headers={
            "Content-Disposition": f'attachment; filename="{file_name(kind)}"',
            "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Cache-Control": "no-store",
        },
    )
