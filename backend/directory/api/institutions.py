"""Institutions and their channels: read by anybody, kept by the platform administrator."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.mixins import ListModelMixin
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common.api import IF_MATCH, VERSION, etag, expected_version, validated
from backend.common.problems import problems
from backend.directory.api.filters import InstitutionFilter
from backend.directory.api.serializers import (
    ChannelConfirmationSerializer,
    ChannelSerializer,
    InstitutionChangesSerializer,
    InstitutionDetailSerializer,
    InstitutionSerializer,
    NewChannelSerializer,
    NewInstitutionSerializer,
)
from backend.directory.api.views import ByCode
from backend.directory.models import Institution, InstitutionChannel
from backend.directory.services.channels import add_channel, confirm_channel, end_channel
from backend.directory.services.institutions import change_institution, create_institution
from backend.idempotency.api import idempotent
from backend.partners.api.base import ApiViewSet
from backend.partners.api.permissions import Anybody, PlatformAdministrator

_A_NEW_ONE = OpenApiExample(
    "A municipality's service",
    request_only=True,
    value={
        "code": "al-puke-social-services",
        "kind": "social_services",
        "level": "local",
        "country": "AL",
        "names": {"sq": "Shërbimi Social, Bashkia Pukë", "en": "Social Service, Municipality of Pukë"},
        "place": "al-shkoder-puke",
        "areas": ["al-shkoder-puke"],
        "source": "web site of the municipality",
    },
)
_AN_ADDRESS = OpenApiExample(
    "A postal address",
    request_only=True,
    value={"kind": "post", "value": "Bashkia Pukë, Pukë", "source": "letterhead", "confirmed_on": None},
)


class InstitutionViewSet(ListModelMixin, ApiViewSet):
    """Public bodies that complaints are about or go to."""

    queryset, serializer_class = Institution.objects.none(), InstitutionSerializer
    filterset_class, pagination_class, lookup_field = InstitutionFilter, ByCode, "code"

    def get_permissions(self) -> list[BasePermission]:
        return [Anybody() if self.action in ("list", "retrieve") else PlatformAdministrator()]

    def get_queryset(self) -> QuerySet[Institution]:
        return Institution.objects.for_display()

    @extend_schema(operation_id="institutions_list")
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Institutions, by code; their channels are in each one's detail."""
        return super().list(request, *args, **kwargs)

    @extend_schema(
        operation_id="institutions_retrieve",
        parameters=[VERSION],
        responses={200: InstitutionDetailSerializer},
    )
    def retrieve(self, request: Request, code: str) -> Response:
        """One institution, with its channels past and present."""
        return _answer(code)

    @extend_schema(
        operation_id="institutions_create",
        request=NewInstitutionSerializer,
        responses={201: InstitutionDetailSerializer, **problems(403, 409)},
        examples=[_A_NEW_ONE],
    )
    @idempotent
    def create(self, request: Request) -> Response:
        """List an institution (platform administrator)."""
        facts: Any = validated(NewInstitutionSerializer, request)
        institution = create_institution(code=facts.pop("code"), facts=facts, actor=self.actor)
        return _answer(institution.code, status=201)

    @extend_schema(
        operation_id="institutions_partial_update",
        parameters=[IF_MATCH, VERSION],
        request=InstitutionChangesSerializer,
        responses={200: InstitutionDetailSerializer, **problems(403, 412, 428)},
    )
    def partial_update(self, request: Request, code: str) -> Response:
        """Correct an institution's facts (platform administrator)."""
        changes: Any = validated(InstitutionChangesSerializer, request)
        change_institution(code, changes=changes, expected=expected_version(request), actor=self.actor)
        return _answer(code)


class ChannelViewSet(ApiViewSet):
    """Ways to reach an institution. The ETag is the institution's: its channels are part of its document."""

    queryset, serializer_class = InstitutionChannel.objects.none(), ChannelSerializer
    permission_classes = [PlatformAdministrator]

    @extend_schema(
        operation_id="institutions_channels_create",
        request=NewChannelSerializer,
        responses={201: ChannelSerializer, **problems(403, 409)},
        examples=[_AN_ADDRESS],
    )
    @idempotent
    def create(self, request: Request, code: str) -> Response:
        """Add a way to reach the institution (platform administrator)."""
        channel = add_channel(code, **validated(NewChannelSerializer, request), actor=self.actor)
        return _channel_answer(channel, status=201)

    @extend_schema(
        operation_id="institutions_channels_confirm",
        parameters=[IF_MATCH, VERSION],
        request=ChannelConfirmationSerializer,
        responses={200: ChannelSerializer, **problems(403, 409, 412, 428)},
    )
    def confirm(self, request: Request, code: str, channel_id: UUID) -> Response:
        """Note that the channel works (platform administrator)."""
        tried = validated(ChannelConfirmationSerializer, request)
        expected = expected_version(request)
        return _channel_answer(
            confirm_channel(code, channel_id, **tried, expected=expected, actor=self.actor)
        )

    @extend_schema(
        operation_id="institutions_channels_end",
        parameters=[IF_MATCH, VERSION],
        request=None,
        responses={200: ChannelSerializer, **problems(403, 409, 412, 428)},
    )
    def end(self, request: Request, code: str, channel_id: UUID) -> Response:
        """Note that the channel no longer works; it stays in the history (platform administrator)."""
        return _channel_answer(
            end_channel(code, channel_id, expected=expected_version(request), actor=self.actor)
        )


def _answer(code: str, status: int = 200) -> Response:
    institution = Institution.objects.for_display().prefetch_related("channels").found(code)
    shown = InstitutionDetailSerializer(institution).data
    return Response(shown, status=status, headers={"ETag": etag(institution.version)})


def _channel_answer(channel: InstitutionChannel, status: int = 200) -> Response:
    headers = {"ETag": etag(channel.institution.version)}
    return Response(ChannelSerializer(channel).data, status=status, headers=headers)
