"""Needs and target groups: the words by which help is looked for, read by anybody."""

from typing import Any

from django.db.models import QuerySet
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common.api import VERSION, etag
from backend.common.filters import StrictFilterSet, TruthFilter
from backend.common.pagination import KeysetPagination
from backend.directory import lookups
from backend.directory.api.fields import InCallersLanguage, LabelsField
from backend.directory.api.filters import SearchFilter
from backend.directory.models import Need, TargetGroup
from backend.partners.api.base import ApiViewSet
from backend.partners.api.permissions import Anybody

_SHOWN = ("code", "names", "name", "position", "is_active", "version")


class NeedSerializer(serializers.ModelSerializer[Need]):
    """What a person may need."""

    names = LabelsField(read_only=True)
    name = InCallersLanguage("names")

    class Meta:
        model = Need
        fields = _SHOWN
        read_only_fields = fields


class TargetGroupSerializer(serializers.ModelSerializer[TargetGroup]):
    """Whom a service is for."""

    names = LabelsField(read_only=True)
    name = InCallersLanguage("names")

    class Meta:
        model = TargetGroup
        fields = _SHOWN
        read_only_fields = fields


class NeedFilter(StrictFilterSet):
    category = filters.CharFilter(
        method="suggested", max_length=60, label="Code: what a case of this category lets suppose."
    )
    is_active = TruthFilter()
    search = SearchFilter()

    class Meta:
        model = Need
        fields: tuple[str, ...] = ()

    def suggested(self, rows: Any, name: str, value: str) -> Any:
        category = lookups.category_of(value, field=name)
        return rows.filter(pk__in=[need.id for need in lookups.needs_suggested_by(category.id)])


class TargetGroupFilter(StrictFilterSet):
    is_active = TruthFilter()
    search = SearchFilter()

    class Meta:
        model = TargetGroup
        fields: tuple[str, ...] = ()


class ByPosition(KeysetPagination):
    ordering = ("position", "code")


class NeedViewSet(ListModelMixin, ApiViewSet):
    """What people may need: services answer needs, referrals name one."""

    queryset, serializer_class, permission_classes = Need.objects.none(), NeedSerializer, [Anybody]
    filterset_class, pagination_class, lookup_field = NeedFilter, ByPosition, "code"

    def get_queryset(self) -> QuerySet[Any]:
        return Need.objects.all()

    @extend_schema(operation_id="needs_list")
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Needs, by position."""
        return super().list(request, *args, **kwargs)

    @extend_schema(operation_id="needs_retrieve", parameters=[VERSION], responses={200: NeedSerializer})
    def retrieve(self, request: Request, code: str) -> Response:
        """One need."""
        need: Any = Need.objects.found(code)
        return Response(NeedSerializer(need).data, headers={"ETag": etag(need.version)})


class TargetGroupViewSet(ListModelMixin, ApiViewSet):
    """Whom services are for."""

    queryset, permission_classes = TargetGroup.objects.none(), [Anybody]
    serializer_class, lookup_field = TargetGroupSerializer, "code"
    filterset_class, pagination_class = TargetGroupFilter, ByPosition

    def get_queryset(self) -> QuerySet[Any]:
        return TargetGroup.objects.all()

    @extend_schema(operation_id="target_groups_list")
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Target groups, by position."""
        return super().list(request, *args, **kwargs)

    @extend_schema(
        operation_id="target_groups_retrieve", parameters=[VERSION], responses={200: TargetGroupSerializer}
    )
    def retrieve(self, request: Request, code: str) -> Response:
        """One target group."""
        group: Any = TargetGroup.objects.found(code)
        return Response(TargetGroupSerializer(group).data, headers={"ETag": etag(group.version)})
