"""The tree of categories: read by anybody, kept by the platform administrator."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.mixins import ListModelMixin
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common.api import IF_MATCH, VERSION, etag, expected_version, validated
from backend.common.problems import problems
from backend.directory.api.filters import CategoryFilter
from backend.directory.api.serializers import (
    CategoryChangesSerializer,
    CategorySerializer,
    NewCategorySerializer,
)
from backend.directory.api.views import ByPath
from backend.directory.models import Category
from backend.directory.services.categories import change_category, create_category
from backend.idempotency.api import idempotent
from backend.partners.api.base import ApiViewSet
from backend.partners.api.permissions import Anybody, PlatformAdministrator


class CategoryViewSet(ListModelMixin, ApiViewSet):
    """What complaints are about, as a tree."""

    queryset, serializer_class = Category.objects.none(), CategorySerializer
    filterset_class, pagination_class, lookup_field = CategoryFilter, ByPath, "code"

    def get_permissions(self) -> list[BasePermission]:
        return [Anybody() if self.action in ("list", "retrieve") else PlatformAdministrator()]

    def get_queryset(self) -> QuerySet[Category]:
        return Category.objects.for_display()

    @extend_schema(operation_id="categories_list")
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Categories, each after the one above it; `position` orders the children of one parent."""
        return super().list(request, *args, **kwargs)

    @extend_schema(
        operation_id="categories_retrieve", parameters=[VERSION], responses={200: CategorySerializer}
    )
    def retrieve(self, request: Request, code: str) -> Response:
        """One category."""
        return _answer(code)

    @extend_schema(
        operation_id="categories_create",
        request=NewCategorySerializer,
        responses={201: CategorySerializer, **problems(403, 409)},
    )
    @idempotent
    def create(self, request: Request) -> Response:
        """Add a category (platform administrator)."""
        category = create_category(**validated(NewCategorySerializer, request), actor=self.actor)
        return _answer(category.code, status=201)

    @extend_schema(
        operation_id="categories_partial_update",
        parameters=[IF_MATCH, VERSION],
        request=CategoryChangesSerializer,
        responses={200: CategorySerializer, **problems(403, 409, 412, 428)},
    )
    def partial_update(self, request: Request, code: str) -> Response:
        """Change a category, or take it out of use (platform administrator)."""
        changes: Any = validated(CategoryChangesSerializer, request)
        change_category(code, changes=changes, expected=expected_version(request), actor=self.actor)
        return _answer(code)


def _answer(code: str, status: int = 200) -> Response:
    category = Category.objects.for_display().found(code)
    shown = CategorySerializer(category).data
    return Response(shown, status=status, headers={"ETag": etag(category.version)})
