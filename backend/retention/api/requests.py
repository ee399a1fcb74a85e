"""Requests of complainants that everything be erased, for those who decide."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common.api import IF_MATCH, VERSION, etag, expected_version, validated
from backend.common.pagination import KeysetPagination
from backend.common.problems import problems
from backend.partners.api.base import ApiViewSet
from backend.retention.api import shapes
from backend.retention.models import ErasureRequest
from backend.retention.services import requests

READ = problems(400, 401, 404, 406)
DECIDE = problems(400, 401, 403, 404, 406, 409, 412, 413, 415, 428)


class OldestFirst(KeysetPagination):
    """Who asked first comes first."""

    ordering = ("asked_at", "pk")


class ErasureRequestViewSet(ApiViewSet):
    """Of cases that one reads, at partners that one keeps; for others the address does not exist."""

    queryset, serializer_class = ErasureRequest.objects.none(), shapes.ErasureRequestSerializer
    pagination_class, filter_backends = OldestFirst, ()

    @extend_schema(
        operation_id="erasure_requests_list",
        responses={200: shapes.ErasureRequestSerializer(many=True), **problems(400, 401, 406)},
    )
    def list(self, request: Request) -> Response:
        """Requests that wait for a decision of yours."""
        rows = ErasureRequest.objects.visible_to(self.actor).open()
        page: Any = self.paginate_queryset(rows.select_related("case", "decided_by", "data_key__partner_key"))
        context = {"actor": self.actor}
        return self.get_paginated_response(
            shapes.ErasureRequestSerializer(page, many=True, context=context).data
        )

    @extend_schema(
        operation_id="erasure_requests_retrieve",
        parameters=[VERSION],
        responses={200: shapes.ErasureRequestSerializer, **READ},
    )
    def retrieve(self, request: Request, request_id: UUID) -> Response:
        """One request."""
        return self._answer(ErasureRequest.objects.visible_to(self.actor).found(request_id))

    @extend_schema(
        operation_id="erasure_requests_grant",
        parameters=[IF_MATCH, VERSION],
        request=None,
        responses={200: shapes.ErasureRequestSerializer, **DECIDE},
    )
    def grant(self, request: Request, request_id: UUID) -> Response:
        """Erase everything, within minutes. Nobody can take that back."""
        return self._answer(requests.grant(request_id, expected=expected_version(request), actor=self.actor))

    @extend_schema(
        operation_id="erasure_requests_refuse",
        parameters=[IF_MATCH, VERSION],
        request=shapes.GivenRefusal,
        responses={200: shapes.ErasureRequestSerializer, **DECIDE},
    )
    def refuse(self, request: Request, request_id: UUID) -> Response:
        """Keep it, and say why: the complainant reads that."""
        told, expected = validated(shapes.GivenRefusal, request), expected_version(request)
        return self._answer(requests.refuse(request_id, **told, expected=expected, actor=self.actor))

    def _answer(self, asked: ErasureRequest) -> Response:
        shown = shapes.ErasureRequestSerializer(asked, context={"actor": self.actor})
        return Response(shown.data, headers={"ETag": etag(asked.version), "Cache-Control": "no-store"})
