"""Statistics as JSON, CSV and XLSX, and the report for donors."""

from collections.abc import Iterable
from typing import Any

from django.utils import translation
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.models import Case
from backend.common.api import validated_query
from backend.common.errors import NotFound
from backend.common.languages import Language, current_language
from backend.common.problems import problems
from backend.common.replica import from_replica
from backend.common.sheets import CSV_TYPE, XLSX_TYPE, write_csv, write_xlsx
from backend.common.wire import JSONRenderer, PdfRenderer, ProblemRenderer
from backend.insights.api.serializers import (
    FORMATS,
    DonorReportQuery,
    StatisticCatalogueSerializer,
    StatisticQuery,
    StatisticTableSerializer,
)
from backend.insights.definitions import Statistic, definition_of
from backend.insights.questions import Question, asked
from backend.insights.services import donor_report, statistics
from backend.insights.tables import Table, as_rows, as_sheets
from backend.partners.api.base import ApiViewSet


class CsvRenderer(PdfRenderer):
    """Lines of text; a problem instead of them is still a problem document."""

    media_type = CSV_TYPE
    format = "csv"
    charset: Any = "utf-8"


class XlsxRenderer(PdfRenderer):
    """A workbook; a problem instead of it is still a problem document."""

    media_type = XLSX_TYPE
    format = "xlsx"


class ByParameter(DefaultContentNegotiation):
    """What a link says goes before what a browser accepts: a link cannot choose its Accept header."""

    def select_renderer(
        self, request: Request, renderers: Iterable[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        wanted = request.query_params.get("format")
        chosen = [one for one in renderers if one.format == wanted and wanted in FORMATS]
        if chosen:
            return chosen[0], chosen[0].media_type
        return super().select_renderer(request, renderers, format_suffix)


class StatisticViewSet(ApiViewSet):
    """Numbers of a partner whose numbers you see."""

    queryset, serializer_class, pagination_class = Case.objects.none(), StatisticTableSerializer, None
    heavy = frozenset({"retrieve"})
    filter_backends, narrowed = (), frozenset({"retrieve"})
    renderer_classes = (JSONRenderer, ProblemRenderer, CsvRenderer, XlsxRenderer)
    content_negotiation_class = ByParameter

    @extend_schema(
        operation_id="statistics_retrieve",
        parameters=[StatisticQuery],
        responses={
            (200, JSONRenderer.media_type): StatisticTableSerializer,
            (200, CSV_TYPE): OpenApiTypes.STR,
            (200, XLSX_TYPE): OpenApiTypes.BINARY,
            **problems(400, 403, 404),
        },
    )
    @from_replica
    def retrieve(self, request: Request, code: str) -> Response:
        """One statistic of one partner over a period. Of what you do not see nothing is counted; who sees
        numbers only asks about whole calendar years and gets no small numbers."""
        query = validated_query(StatisticQuery, request)
        query.pop("format", None)
        question = asked(self.actor, **query)
        if code not in Statistic.values:
            raise NotFound()
        statistic = Statistic(code)
        kind = request.accepted_renderer.format
        if kind not in _FILES:
            table = statistics.table_of(statistic, question)
            return Response(StatisticTableSerializer(table).data)
        table = statistics.take_table(statistic, question, kind=kind)
        return _file(_FILES[kind](table), f"{statistic.value}-{_told(question)}.{kind}")


class CatalogueViewSet(ApiViewSet):
    """Which statistics there are."""

    queryset, serializer_class, pagination_class = Case.objects.none(), StatisticCatalogueSerializer, None

    @extend_schema(operation_id="statistics_catalogue", responses={200: StatisticCatalogueSerializer})
    def retrieve(self, request: Request) -> Response:
        """What can be asked for, and what each number means, in your language."""
        results = [
            {"code": one.value, "title": one.label, "definition": definition_of(one).text}
            for one in Statistic
        ]
        return Response(StatisticCatalogueSerializer({"results": results}).data)


class DonorReportViewSet(ApiViewSet):
    """Numbers as printed pages."""

    queryset, serializer_class, pagination_class = Case.objects.none(), None, None
    heavy = frozenset({"retrieve"})
    filter_backends, narrowed = (), frozenset({"retrieve"})
    renderer_classes = (PdfRenderer, ProblemRenderer)

    @extend_schema(
        operation_id="statistics_donor_report",
        parameters=[DonorReportQuery],
        responses={(200, PdfRenderer.media_type): OpenApiTypes.BINARY, **problems(400, 403)},
    )
    @from_replica
    def retrieve(self, request: Request) -> Response:
        """A report over a period for donors, with your letterhead, to be printed. It holds no restricted case
        and no small number, whoever makes it; for those who read complaints."""
        query = validated_query(DonorReportQuery, request)
        language = Language(query.pop("language", None) or current_language())
        question = asked(self.actor, **query)
        with translation.override(language.value.lower()):
            pages = donor_report.make(question, language=language)
        return _file(pages, f"report-{_told(question)}.pdf")


def _csv(table: Table) -> bytes:
    return "".join(write_csv(as_rows(table))).encode()


def _xlsx(table: Table) -> bytes:
    return write_xlsx(as_sheets(table))


_FILES: dict[str, Any] = {CsvRenderer.format: _csv, XlsxRenderer.format: _xlsx}


def _told(question: Question) -> str:
    period = question.period
    return f"{question.partner.slug}-{period.first.isoformat()}-{period.last.isoformat()}"


def _file(content: bytes, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(content, headers=headers)
