"""Exports of many cases as background jobs."""

from typing import Any, Final
from uuid import UUID

from django.db.models import QuerySet
from django.http import StreamingHttpResponse
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api import requests as asked
from backend.cases.api.export import FORMATS, leaving_in, narrowed_in
from backend.cases.api.parcels import NewestFirst, ParcelSerializer
from backend.cases.api.saved_views import ColumnsField
from backend.cases.columns import Column
from backend.cases.models import CaseExport
from backend.cases.services import exports
from backend.common.api import StrictSerializer, validated
from backend.common.errors import NotFound
from backend.common.problems import problems
from backend.files.api.downloads import GIVEN, RENDERERS, download
from backend.idempotency.api import idempotent
from backend.partners.api.base import ApiViewSet

CREATE: Final = problems(400, 401, 403, 406, 409, 413, 415)


class NewExport(StrictSerializer):
    """Which cases are to leave, in which order and form."""

    format = serializers.ChoiceField(choices=FORMATS)
    columns = ColumnsField(
        required=False, min_length=1, default=lambda: list(Column.values), help_text="Left out: all of them."
    )
    filters = asked.CaseQuery(required=False)
    ordering = serializers.ChoiceField(choices=asked.ORDERS, required=False, default="-opened_at")


class ExportSerializer(ParcelSerializer):
    """An export and how far it is. Only who asked for it sees it."""

    format = serializers.ChoiceField(choices=FORMATS)
    columns = serializers.ListField(child=serializers.ChoiceField(choices=Column.choices))
    ordering = serializers.ChoiceField(choices=asked.ORDERS)
    narrowed = serializers.ListField(child=serializers.CharField(), help_text="Names of the filters.")
    count = serializers.IntegerField(help_text="Cases in it, once it is ready.")


class ExportsViewSet(ListModelMixin, ApiViewSet):
    """Exports that you asked for."""

    queryset, serializer_class = CaseExport.objects.none(), ExportSerializer
    pagination_class, filter_backends = NewestFirst, ()
    heavy = frozenset({"create"})

    def get_queryset(self) -> QuerySet[CaseExport]:
        # What was seen is large, and nobody looks at it here.
        return exports.own_exports(self.actor).select_related("file").defer("seen", "filters")

    @extend_schema(
        operation_id="exports_list", responses={200: ExportSerializer(many=True), **problems(400, 401, 406)}
    )
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Yours, the newest first."""
        return super().list(request, *args, **kwargs)

    @extend_schema(
        operation_id="exports_create", request=NewExport, responses={202: ExportSerializer, **CREATE}
    )
    @idempotent
    def create(self, request: Request) -> Response:
        """Have a list of at most 100 000 cases written as a file, as far as you may see it.

        A worker writes it; look here how far it is. Of more than five that you did not take, the oldest goes.
        """
        sent = validated(NewExport, request)
        row = exports.ask_for_export(
            leaving_in(sent, self.actor), kind=sent["format"], narrowed=narrowed_in(sent), actor=self.actor
        )
        return Response(ExportSerializer(row).data, status=202)

    @extend_schema(
        operation_id="exports_retrieve", responses={200: ExportSerializer, **problems(401, 404, 406)}
    )
    def retrieve(self, request: Request, export_id: UUID) -> Response:
        """How far it is."""
        found = self.get_queryset().filter(pk=export_id).first()
        if found is None:
            raise NotFound()
        return Response(ExportSerializer(found).data)


class ExportContentViewSet(ApiViewSet):
    """What is in an export."""

    queryset, serializer_class, pagination_class = CaseExport.objects.none(), ExportSerializer, None
    filter_backends, renderer_classes = (), RENDERERS

    @extend_schema(
        operation_id="exports_take",
        request=None,
        responses={**GIVEN, **problems(401, 404, 406, 409)},
    )
    def take(self, request: Request, export_id: UUID) -> StreamingHttpResponse:
        """The file, once: it is destroyed then. The audit tells of it before the first byte leaves."""
        row, reader = exports.take_export(export_id, actor=self.actor)
        return download(reader, exports.file_name(row.format))
