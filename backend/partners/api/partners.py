"""The partners of the network."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common.api import IF_MATCH, VERSION, etag, expected_version, validated
from backend.common.pagination import KeysetPagination
from backend.common.problems import problems
from backend.idempotency.api import idempotent
from backend.partners.api.base import ApiViewSet
from backend.partners.api.filters import PartnerFilter
from backend.partners.api.serializers import NewPartnerSerializer, PartnerChangesSerializer, PartnerSerializer
from backend.partners.models import Partner
from backend.partners.querysets import PartnerQuerySet
from backend.partners.services import change_partner, create_partner


class BySlug(KeysetPagination):
    ordering = ("slug",)


class PartnerViewSet(ListModelMixin, ApiViewSet):
    """The NGOs of the network: their public face for everybody who is signed in, their settings for those who
    keep them."""

    queryset, serializer_class = Partner.objects.none(), PartnerSerializer
    filterset_class, pagination_class, lookup_field = PartnerFilter, BySlug, "slug"

    def get_queryset(self) -> PartnerQuerySet:
        return Partner.objects.visible_to(self.actor)

    def get_serializer_context(self) -> dict[str, Any]:
        return {"actor": self.actor}

    @extend_schema(operation_id="partners_list", responses={200: PartnerSerializer(many=True)})
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The partners of the network, by slug."""
        return super().list(request, *args, **kwargs)

    @extend_schema(operation_id="partners_retrieve", parameters=[VERSION], responses={200: PartnerSerializer})
    def retrieve(self, request: Request, slug: str) -> Response:
        """One partner."""
        return self._answer(self.get_queryset().found(slug))

    @extend_schema(
        operation_id="partners_create",
        request=NewPartnerSerializer,
        responses={201: PartnerSerializer, **problems(403, 409)},
    )
    @idempotent
    def create(self, request: Request) -> Response:
        """Take a partner into the network (platform administrator)."""
        partner = create_partner(**validated(NewPartnerSerializer, request), actor=self.actor)
        return self._answer(partner, status=201)

    @extend_schema(
        operation_id="partners_partial_update",
        parameters=[IF_MATCH, VERSION],
        request=PartnerChangesSerializer,
        responses={200: PartnerSerializer, **problems(403, 412, 428)},
    )
    def partial_update(self, request: Request, slug: str) -> Response:
        """Change a partner's facts, or suspend it."""
        changes: Any = validated(PartnerChangesSerializer, request)
        return self._answer(
            change_partner(slug, changes=changes, expected=expected_version(request), actor=self.actor)
        )

    def _answer(self, partner: Partner, status: int = 200) -> Response:
        shown = self.get_serializer(partner).data
        return Response(shown, status=status, headers={"ETag": etag(partner.version)})
