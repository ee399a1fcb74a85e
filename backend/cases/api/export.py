"""A list of cases as a file for a spreadsheet: CSV or XLSX, the columns as chosen."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request

from backend.cases.api import requests as asked
from backend.cases.api.cells import cell
from backend.cases.api.narrowing import filters_in
from backend.cases.api.saved_views import ColumnsField
from backend.cases.api.shown import shown_rows
from backend.cases.columns import Column
from backend.cases.models import Case
from backend.cases.page import EXTRAS
from backend.cases.services.exporting import Leaving, pages_leaving, tell_export
from backend.common import clock
from backend.common.api import StrictSerializer, validated
from backend.common.errors import NotAllowed
from backend.common.problems import problems
from backend.common.sheets import Sheet, write_csv, write_xlsx
from backend.files.api.downloads import BYTES, GIVEN, RENDERERS
from backend.partners.actors import Actor
from backend.partners.api.base import ApiViewSet
from backend.partners.models import Partner

FORMATS = ("csv", "xlsx")
MOST_CHOSEN: Final = 1_000
_WIDE: Final = {Column.SUMMARY: 60, Column.INSTITUTION: 36, Column.WAITS_FOR: 36, Column.CATEGORY: 28}


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
        columns, query = sent["columns"], sent.get("filters", {})
        table, owners = _table(_leaving(sent, query, self.actor), columns, self.actor)
        narrowed = [*(name for name, value in query.items() if value is not None), *({"cases"} & sent.keys())]
        tell_export(owners, kind=sent["format"], columns=columns, narrowed=narrowed, actor=self.actor)
        return _file(table, columns, sent["format"])


def _leaving(sent: Mapping[str, Any], query: dict[str, Any], actor: Actor) -> Leaving:
    filters = filters_in(query, actor, ids=sent.get("cases"))
    extras = [name for name in EXTRAS if name in sent["columns"]]
    return Leaving(filters, sent["ordering"], query.get("search"), extras)


def _table(leaving: Leaving, columns: Sequence[str], actor: Actor) -> tuple[list[list[Any]], Counter[UUID]]:
    """Whole before the first byte leaves, so that what is told of it is true: some thousand short rows."""
    table: list[list[Any]] = []
    owners: Counter[UUID] = Counter()
    zones = {partner: ZoneInfo(zone) for partner, zone in Partner.objects.values_list("pk", "time_zone")}
    for page in pages_leaving(leaving, actor):
        for row, shown in zip(page, shown_rows(page), strict=True):
            owners[row["owner_id"]] += 1
            table.append([cell(shown, name, zones[row["owner_id"]]) for name in columns])
    return table, owners


def _file(table: list[list[Any]], columns: Sequence[str], kind: str) -> HttpResponse:
    headings = [str(Column(name).label) for name in columns]
    if kind == "csv":
        content = "".join(write_csv([headings, *table])).encode()
    else:
        widths = [_WIDE.get(Column(name), 18) for name in columns]
        content = write_xlsx([Sheet(_("Cases"), headings, table, widths)])
    name = f"cases-{clock.now():%Y-%m-%d}.{kind}"
    return HttpResponse(
        content,
        content_type=BYTES,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Cache-Control": "no-store",
        },
    )
