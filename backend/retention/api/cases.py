"""Keeping and erasing of one case: its time, its holds, what its author corrected."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api.rooms import CREATE, READ, CaseRoomViewSet
from backend.cases.models import Case
from backend.common.api import IF_MATCH, VERSION, etag, expected_version, validated
from backend.common.pagination import KeysetPagination
from backend.common.problems import problems
from backend.idempotency.api import idempotent
from backend.retention.api import shapes
from backend.retention.models import Correction, LegalHold
from backend.retention.services import holds
from backend.retention.services.telling import keeping_told

CHANGE = problems(400, 401, 403, 404, 406, 409, 412, 413, 415, 428)


class HoldsInOrder(KeysetPagination):
    """As they were set."""

    ordering = ("set_at", "pk")


class CorrectionsInOrder(KeysetPagination):
    """As they were written."""

    ordering = ("message__sent_at", "pk")


class CaseKeepingViewSet(CaseRoomViewSet):
    """How long a case is kept."""

    queryset, serializer_class = Case.objects.none(), shapes.CaseKeepingSerializer

    @extend_schema(
        operation_id="cases_retention_retrieve", responses={200: shapes.CaseKeepingSerializer, **READ}
    )
    def retrieve(self, request: Request, case_id: UUID) -> Response:
        """Until when the case is kept, by which rule, and what stands against erasing it."""
        return Response(shapes.CaseKeepingSerializer(keeping_told(case_id, self.actor)).data)


class HoldViewSet(CaseRoomViewSet):
    """Legal holds on a case."""

    queryset, serializer_class = LegalHold.objects.none(), shapes.LegalHoldSerializer
    pagination_class = HoldsInOrder

    @extend_schema(
        operation_id="cases_holds_list", responses={200: shapes.LegalHoldSerializer(many=True), **READ}
    )
    def list(self, request: Request, case_id: UUID) -> Response:
        """All that were set, those that ended too."""
        rows = LegalHold.objects.filter(case=self.case)
        page: Any = self.paginate_queryset(rows.select_related("set_by", "ended_by", "data_key__partner_key"))
        return self.get_paginated_response(self._shown(page, many=True))

    @extend_schema(
        operation_id="cases_holds_create",
        parameters=[VERSION],
        request=shapes.NewHold,
        responses={201: shapes.LegalHoldSerializer, **CREATE, **problems(422)},
    )
    @idempotent
    def create(self, request: Request, case_id: UUID) -> Response:
        """Keep the case up to a day. What was announced is called off."""
        made = holds.set_hold(case_id, **validated(shapes.NewHold, request), actor=self.actor)
        return self._answer(made, status=201)

    @extend_schema(
        operation_id="cases_holds_extend",
        parameters=[IF_MATCH, VERSION],
        request=shapes.HoldExtension,
        responses={200: shapes.LegalHoldSerializer, **CHANGE},
    )
    def extend(self, request: Request, case_id: UUID, hold_id: UUID) -> Response:
        """Another last day."""
        told, expected = validated(shapes.HoldExtension, request), expected_version(request)
        changed = holds.extend_hold(case_id, hold_id, **told, expected=expected, actor=self.actor)
        return self._answer(changed)

    @extend_schema(
        operation_id="cases_holds_end",
        parameters=[IF_MATCH, VERSION],
        request=None,
        responses={200: shapes.LegalHoldSerializer, **CHANGE},
    )
    def end(self, request: Request, case_id: UUID, hold_id: UUID) -> Response:
        """It is needed no more. The case is announced anew before it goes."""
        return self._answer(
            holds.end_hold(case_id, hold_id, expected=expected_version(request), actor=self.actor)
        )

    def _answer(self, hold: LegalHold, *, status: int = 200) -> Response:
        return Response(self._shown(hold), status=status, headers={"ETag": etag(hold.version)})

    def _shown(self, hold: Any, *, many: bool = False) -> Any:
        context = {"case": self.case, "actor": self.actor}
        return shapes.LegalHoldSerializer(hold, many=many, context=context).data


class CorrectionViewSet(ListModelMixin, CaseRoomViewSet):
    """What the complainant corrected. The complaint stays as it was given."""

    queryset, serializer_class = Correction.objects.none(), shapes.CorrectionSerializer
    pagination_class = CorrectionsInOrder

    def get_queryset(self) -> Any:
        rows = Correction.objects.filter(complaint=self.case.complaint_id)
        return rows.select_related("message__data_key__partner_key")

    @extend_schema(
        operation_id="cases_corrections_list", responses={200: shapes.CorrectionSerializer(many=True), **READ}
    )
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Messages by which its author corrected the complaint, oldest first."""
        return super().list(request, *args, **kwargs)
