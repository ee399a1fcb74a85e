"""The case taken along as one file."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import StreamingHttpResponse
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api.parcels import NewestFirst, ParcelSerializer
from backend.cases.api.rooms import CREATE, READ
from backend.cases.models import CaseFile
from backend.cases.services import case_files
from backend.cases.services.case_sight import CasePart
from backend.cases.stages import OriginalReason
from backend.common.api import StrictSerializer, validated
from backend.common.errors import NotFound
from backend.common.problems import problems
from backend.files.api.downloads import GIVEN, RENDERERS, download
from backend.idempotency.api import idempotent
from backend.partners.api.base import ApiViewSet


class NewCaseFile(StrictSerializer):
    """What is to be put together, and what for."""

    purpose = serializers.ChoiceField(choices=CaseFile.Purpose.choices)
    parts = serializers.MultipleChoiceField(
        choices=CasePart.choices, required=False, allow_empty=False, help_text="Left out: all that may go in."
    )
    originals_reason = serializers.ChoiceField(
        choices=OriginalReason.choices,
        required=False,
        help_text="Why originals go in instead of clean copies; only for your own work.",
    )


class CaseFileSerializer(ParcelSerializer):
    """A case file and how far it is. Only who asked for it sees it."""

    purpose = serializers.ChoiceField(choices=CaseFile.Purpose.choices)
    parts = serializers.ListField(child=serializers.ChoiceField(choices=CasePart.choices))
    contains = serializers.ListField(
        source="rights", child=serializers.CharField(), help_text="What went in, by codes."
    )


class CaseFileViewSet(ListModelMixin, ApiViewSet):
    """Case files that you asked for."""

    queryset, serializer_class = CaseFile.objects.none(), CaseFileSerializer
    pagination_class, filter_backends = NewestFirst, ()
    heavy = frozenset({"create"})

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        # Also before a repeated request gets its first answer again: the caller may have lost the case.
        self.own = case_files.own_case_files(kwargs["case_id"], actor=self.actor)

    def get_queryset(self) -> QuerySet[CaseFile]:
        return self.own.select_related("file")

    @extend_schema(
        operation_id="cases_case_files_list", responses={200: CaseFileSerializer(many=True), **READ}
    )
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Yours, the newest first."""
        return super().list(request, *args, **kwargs)

    @extend_schema(
        operation_id="cases_case_files_create",
        request=NewCaseFile,
        responses={201: CaseFileSerializer, **CREATE},
    )
    @idempotent
    def create(self, request: Request, case_id: UUID) -> Response:
        """Have the case put together as one ZIP: its story as PDF and JSON, files, letters as they left.

        Exactly what you may read goes in; the identity never does. `to_leave`: what is hidden stays hidden,
        notes, the timeline and files' names stay here. A worker makes it; look here how far it is.
        """
        made = case_files.ask_for_case_file(case_id, **validated(NewCaseFile, request), actor=self.actor)
        return Response(CaseFileSerializer(made).data, status=201)

    @extend_schema(
        operation_id="cases_case_files_retrieve",
        responses={200: CaseFileSerializer, **problems(401, 404, 406)},
    )
    def retrieve(self, request: Request, case_id: UUID, case_file_id: UUID) -> Response:
        """How far it is."""
        found = self.get_queryset().filter(pk=case_file_id).first()
        if found is None:
            raise NotFound()
        return Response(CaseFileSerializer(found).data)


class CaseFileContentViewSet(ApiViewSet):
    """What is in a case file."""

    queryset, serializer_class, pagination_class = CaseFile.objects.none(), CaseFileSerializer, None
    filter_backends, renderer_classes = (), RENDERERS

    @extend_schema(
        operation_id="cases_case_files_take",
        request=None,
        responses={**GIVEN, **problems(401, 404, 406, 409, 410)},
    )
    def take(self, request: Request, case_id: UUID, case_file_id: UUID) -> StreamingHttpResponse:
        """The ZIP, once: it is destroyed then. The story tells of it before the first byte leaves."""
        row, reader = case_files.take_case_file(case_id, case_file_id, actor=self.actor)
        return download(reader, f"case-{row.case_id}.zip")
