"""Imports of old spreadsheets: sent, matched, tried, run, undone."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common.api import IF_MATCH, VERSION, etag, expected_version, validated, validated_query
from backend.common.errors import Invalid, NotAllowed
from backend.common.pagination import KeysetPagination
from backend.common.problems import problems
from backend.files.api.downloads import BYTES, GIVEN, RENDERERS
from backend.files.api.uploads import FORM, FilesParser, received
from backend.files.errors import FileRefused
from backend.idempotency.api import idempotent
from backend.imports.api import asked, shapes
from backend.imports.api.told import columns_told, values_told
from backend.imports.errors import ImportForgotten
from backend.imports.models import ImportedCase, ImportProblem, ImportRun
from backend.imports.rights import importing_partners
from backend.imports.services import checking, mapping, running, undoing, upkeep
from backend.imports.services.problem_sheets import problem_sheet
from backend.imports.services.receiving import begin_import
from backend.imports.tasks import set_to_work
from backend.partners.api.base import ApiViewSet

READ = problems(400, 401, 404, 406)
ACT = problems(400, 401, 403, 404, 406, 409, 412, 413, 415, 428)
RUN = {200: shapes.ImportRunSerializer}


class NewestFirst(KeysetPagination):
    """Newest first; the key makes the order total."""

    ordering = ("-created_at", "-pk")


class ByNumber(KeysetPagination):
    """In the order of the sheet."""

    ordering = ("number",)


class ByRow(KeysetPagination):
    """In the order of the sheet."""

    ordering = ("row", "pk")


class ImportShelfViewSet(ListModelMixin, ApiViewSet):
    """Imports of the partners that you keep, and the door for new ones."""

    queryset, serializer_class = ImportRun.objects.none(), shapes.ImportRunSerializer
    pagination_class, filter_backends, narrowed = NewestFirst, (), frozenset({"list"})
    parser_classes = [FilesParser]

    def get_queryset(self) -> QuerySet[ImportRun]:
        runs = ImportRun.objects.visible_to(self.actor)
        return runs.select_related("partner", "created_by", "data_key__partner_key")

    @extend_schema(
        operation_id="imports_list",
        parameters=[asked.ImportListQuery],
        responses={200: shapes.ImportRunSerializer(many=True), **problems(400, 401, 406)},
    )
    def list(self, request: Request) -> Response:
        """Imports of your organisation, newest first."""
        query = validated_query(asked.ImportListQuery, request)
        runs = self.get_queryset()
        if "partner" in query:
            runs = runs.filter(partner__slug=query["partner"])
        page: Any = self.paginate_queryset(runs)
        return self.get_paginated_response(shapes.ImportRunSerializer(page, many=True).data)

    @extend_schema(
        operation_id="imports_create",
        parameters=[VERSION],
        request={FORM: asked.NewImport},
        responses={201: shapes.ImportRunSerializer, **problems(400, 401, 403, 406, 413, 415)},
    )
    @idempotent
    def create(self, request: Request) -> Response:
        """Send a spreadsheet (XLSX, ODS, CSV) of at most 60 MB and 100 000 rows.

        It is sealed while it arrives and destroyed 30 days after it was last used. Its rows are read in the
        background: ask again until the state is `mapping`.
        """
        if not importing_partners(self.actor):
            raise NotAllowed()
        try:
            fields, file = received(asked.NewImport, request)
        except FileRefused as refused:
            raise _of_sheets(refused) from None
        with transaction.atomic():
            run = begin_import(partner=fields["partner"], file=file, actor=self.actor)
            set_to_work(run)
        return _answer(run, status=201)


class ImportViewSet(ApiViewSet):
    """One import of a partner that you keep."""

    queryset, serializer_class = ImportRun.objects.none(), shapes.ImportRunSerializer

    @extend_schema(operation_id="imports_retrieve", parameters=[VERSION], responses={**RUN, **READ})
    def retrieve(self, request: Request, import_id: UUID) -> Response:
        """One import: where it stands, how far it is, what may be done next."""
        return _answer(ImportRun.objects.visible_to(self.actor).found(import_id))

    @extend_schema(
        operation_id="imports_read",
        parameters=[IF_MATCH, VERSION],
        request=asked.ImportReading,
        responses={**RUN, **ACT},
    )
    def read(self, request: Request, import_id: UUID) -> Response:
        """Read the file another way: another sheet, another line of names, other letters."""
        how = validated(asked.ImportReading, request)
        return self._work(partial(mapping.reread, how=how), request, import_id)

    @extend_schema(
        operation_id="imports_map",
        parameters=[IF_MATCH, VERSION],
        request=asked.MappingAsked,
        responses={**RUN, **ACT},
    )
    def map(self, request: Request, import_id: UUID) -> Response:
        """Say which column is what. The next step is a dry run."""
        told = validated(asked.MappingAsked, request)
        run = mapping.set_mapping(
            import_id, mapping=told, expected=expected_version(request), actor=self.actor
        )
        return _answer(run)

    @extend_schema(
        operation_id="imports_check",
        parameters=[IF_MATCH, VERSION],
        request=None,
        responses={**RUN, **ACT},
    )
    def check(self, request: Request, import_id: UUID) -> Response:
        """Begin a dry run: all that is wrong is found, nothing is imported."""
        return self._work(checking.start_check, request, import_id)

    @extend_schema(
        operation_id="imports_start",
        parameters=[IF_MATCH, VERSION],
        request=asked.ImportStart,
        responses={**RUN, **ACT},
    )
    def start(self, request: Request, import_id: UUID) -> Response:
        """Begin the import after a dry run, or go on with one that was stopped."""
        said = validated(asked.ImportStart, request)
        return self._work(partial(running.start, **said), request, import_id)

    @extend_schema(
        operation_id="imports_stop",
        parameters=[VERSION],
        request=None,
        responses={**RUN, **problems(400, 401, 404, 406, 409, 413, 415)},
    )
    def stop(self, request: Request, import_id: UUID) -> Response:
        """Stop after the rows in hand. What was imported stays, and the import can go on later."""
        return _answer(running.stop(import_id, actor=self.actor))

    @extend_schema(
        operation_id="imports_undo",
        parameters=[IF_MATCH, VERSION],
        request=None,
        responses={**RUN, **ACT},
    )
    def undo(self, request: Request, import_id: UUID) -> Response:
        """Take back the cases on which nobody has worked since; the others stay and are listed."""
        return self._work(undoing.start_undo, request, import_id)

    @extend_schema(
        operation_id="imports_forget",
        parameters=[IF_MATCH],
        request=None,
        responses={204: None, **ACT},
    )
    def forget(self, request: Request, import_id: UUID) -> Response:
        """Destroy the file and what was read of it. Cases that it made stay."""
        upkeep.forget(import_id, expected=expected_version(request), actor=self.actor)
        return Response(status=204)

    @transaction.atomic
    def _work(self, service: Callable[..., ImportRun], request: Request, import_id: UUID) -> Response:
        run = service(import_id, expected=expected_version(request), actor=self.actor)
        set_to_work(run)
        return _answer(run)


class ImportColumnViewSet(ApiViewSet):
    """What was read of a file."""

    queryset, serializer_class = ImportRun.objects.none(), shapes.ImportColumnsSerializer
    narrowed = frozenset({"values"})

    @extend_schema(
        operation_id="imports_columns",
        parameters=[VERSION],
        responses={200: shapes.ImportColumnsSerializer, **READ, **problems(409)},
    )
    def retrieve(self, request: Request, import_id: UUID) -> Response:
        """The columns with their first cells, what each looks like, and what it can become."""
        run = self._read(import_id)
        shown = shapes.ImportColumnsSerializer(columns_told(run)).data
        return Response(shown, headers={"ETag": etag(run.version), "Cache-Control": "no-store"})

    @extend_schema(
        operation_id="imports_columns_values",
        parameters=[asked.ImportValuesQuery],
        responses={200: shapes.ImportValuesSerializer, **READ, **problems(409)},
    )
    def values(self, request: Request, import_id: UUID, column: int) -> Response:
        """The different values of a column, and what each would mean for a field."""
        field = validated_query(asked.ImportValuesQuery, request).get("field")
        return Response(
            shapes.ImportValuesSerializer(values_told(self._read(import_id), column, field)).data,
            headers={"Cache-Control": "no-store"},
        )

    def _read(self, import_id: UUID) -> ImportRun:
        run = ImportRun.objects.visible_to(self.actor).found(import_id)
        if run.forgotten_at is not None or run.rows_id is None:
            raise ImportForgotten()
        return run


class ImportProblemViewSet(ListModelMixin, ApiViewSet):
    """What is wrong with the cells of an import."""

    queryset, serializer_class = ImportProblem.objects.none(), shapes.ImportProblemSerializer
    pagination_class, filter_backends = ByNumber, ()

    def get_queryset(self) -> QuerySet[ImportProblem]:
        run = ImportRun.objects.visible_to(self.actor).found(self.kwargs["import_id"])
        return ImportProblem.objects.filter(run=run).select_related("data_key__partner_key")

    @extend_schema(
        operation_id="imports_problems_list",
        responses={200: shapes.ImportProblemSerializer(many=True), **READ},
    )
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """What the last dry run or import found, cell by cell; the first 2 000."""
        return super().list(request, *args, **kwargs)


class ImportProblemSheetViewSet(ApiViewSet):
    """The same to take along."""

    queryset, serializer_class = ImportProblem.objects.none(), asked.ProblemSheetAsked
    renderer_classes = RENDERERS

    @extend_schema(
        operation_id="imports_problems_sheet",
        request=asked.ProblemSheetAsked,
        responses={**GIVEN, **problems(400, 401, 404, 406, 409, 413, 415)},
    )
    def sheet(self, request: Request, import_id: UUID) -> HttpResponse:
        """What is wrong as a spreadsheet (XLSX or CSV); taking it is told in the audit log."""
        kind = validated(asked.ProblemSheetAsked, request)["kind"]
        made = problem_sheet(import_id, kind=kind, actor=self.actor)
        headers = {
            "Content-Disposition": f'attachment; filename="problems.{kind}"',
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        }
        return HttpResponse(made, content_type=BYTES, headers=headers)


class ImportLeftCaseViewSet(ListModelMixin, ApiViewSet):
    """Cases that an undone import left."""

    queryset, serializer_class = ImportedCase.objects.none(), shapes.ImportLeftCaseSerializer
    pagination_class, filter_backends = ByRow, ()

    def get_queryset(self) -> QuerySet[ImportedCase]:
        run = ImportRun.objects.visible_to(self.actor).found(self.kwargs["import_id"])
        return ImportedCase.objects.filter(run=run, kept=True).select_related("case")

    @extend_schema(
        operation_id="imports_left_list",
        responses={200: shapes.ImportLeftCaseSerializer(many=True), **READ},
    )
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The cases that stayed when the import was undone, because somebody has worked on them."""
        return super().list(request, *args, **kwargs)


def _answer(run: ImportRun, status: int = 200) -> Response:
    shown = shapes.ImportRunSerializer(run).data
    return Response(shown, status=status, headers={"ETag": etag(run.version), "Cache-Control": "no-store"})


def _of_sheets(refused: FileRefused) -> Invalid:
    """The sizes that hold here."""
    if refused.reason in ("file.too_large", "file.too_much"):
        return Invalid.field("file", "file.too_large", _("This file is larger than 60 MB."))
    return refused
