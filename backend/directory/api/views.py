"""Places and legal terms: public facts, read by anybody."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common.api import VERSION, etag
from backend.common.pagination import KeysetPagination
from backend.directory.api.deadline_serializers import DeadlineRuleSerializer
from backend.directory.api.filters import DeadlineRuleFilter, PlaceFilter
from backend.directory.api.serializers import PlaceSerializer
from backend.directory.models import DeadlineRule, Place
from backend.partners.api.base import ApiViewSet
from backend.partners.api.permissions import Anybody


class ByPath(KeysetPagination):
    ordering = ("path",)


class ByCode(KeysetPagination):
    ordering = ("code",)


class PlaceViewSet(ListModelMixin, ApiViewSet):
    """Countries, regions, municipalities and administrative units."""

    queryset, serializer_class, permission_classes = Place.objects.none(), PlaceSerializer, [Anybody]
    filterset_class, pagination_class, lookup_field = PlaceFilter, ByPath, "code"

    def get_queryset(self) -> QuerySet[Place]:
        return Place.objects.for_display()

    @extend_schema(operation_id="places_list")
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Places, each after what it lies in."""
        return super().list(request, *args, **kwargs)

    @extend_schema(operation_id="places_retrieve", parameters=[VERSION], responses={200: PlaceSerializer})
    def retrieve(self, request: Request, code: str) -> Response:
        """One place."""
        place = Place.objects.for_display().found(code)
        return Response(PlaceSerializer(place).data, headers={"ETag": etag(place.version)})


class DeadlineRuleViewSet(ListModelMixin, ApiViewSet):
    """Legal terms, each with its source and how surely it is known."""

    queryset, permission_classes = DeadlineRule.objects.none(), [Anybody]
    serializer_class, lookup_field = DeadlineRuleSerializer, "code"
    filterset_class, pagination_class = DeadlineRuleFilter, ByCode

    def get_queryset(self) -> QuerySet[DeadlineRule]:
        return DeadlineRule.objects.for_display()

    @extend_schema(operation_id="deadline_rules_list")
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Legal terms, by code. One with `verified: false` is not to be shown as law."""
        return super().list(request, *args, **kwargs)

    @extend_schema(
        operation_id="deadline_rules_retrieve", parameters=[VERSION], responses={200: DeadlineRuleSerializer}
    )
    def retrieve(self, request: Request, code: str) -> Response:
        """One legal term."""
        rule = DeadlineRule.objects.for_display().found(code)
        return Response(DeadlineRuleSerializer(rule).data, headers={"ETag": etag(rule.version)})
