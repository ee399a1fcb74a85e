"""The programs of a partner: API clients."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common.api import IF_MATCH, VERSION, etag, expected_version, validated
from backend.common.errors import NotFound
from backend.common.problems import problems
from backend.idempotency.api import idempotent
from backend.partners.api.filters import MembershipFilter
from backend.partners.api.rooms import PartnerRoomViewSet
from backend.partners.api.serializers import (
    ApiClientChangeSerializer,
    ApiClientSecretSerializer,
    ApiClientSerializer,
    NewApiClientSerializer,
)
from backend.partners.models import Membership
from backend.partners.services import create_api_client, end_api_client
from backend.partners.services.clients import TOKEN_PATH, limit_api_client


class ApiClientViewSet(ListModelMixin, PartnerRoomViewSet):
    """The programs that a partner has connected."""

    queryset, serializer_class, filterset_class = (
        Membership.objects.none(),
        ApiClientSerializer,
        MembershipFilter,
    )

    def get_queryset(self) -> QuerySet[Membership]:
        mine = Membership.objects.managed_by(self.actor, self.kwargs["slug"])
        return mine.of_programs().select_related("user").prefetch_related("user__client_set")

    @extend_schema(
        operation_id="partners_clients_list",
        responses={200: ApiClientSerializer(many=True)},
    )
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The partner's programs, first come first."""
        return super().list(request, *args, **kwargs)

    @extend_schema(
        operation_id="partners_clients_retrieve",
        parameters=[VERSION],
        responses={200: ApiClientSerializer},
    )
    def retrieve(self, request: Request, slug: str, client_id: str) -> Response:
        """One program."""
        found = self.get_queryset().filter(user__client=client_id).first()
        if found is None:
            raise NotFound()
        return self._answer(ApiClientSerializer, found)

    @extend_schema(
        operation_id="partners_clients_create",
        request=NewApiClientSerializer,
        responses={201: ApiClientSecretSerializer, **problems(403, 409)},
    )
    @idempotent
    def create(self, request: Request, slug: str) -> Response:
        """Let a program in. The secret is in this answer and in no other."""
        made = create_api_client(slug, **validated(NewApiClientSerializer, request), actor=self.actor)
        made.membership.client_secret = made.client_secret  # type: ignore[attr-defined]  # for this answer alone
        made.membership.token_url = request.build_absolute_uri(TOKEN_PATH)  # type: ignore[attr-defined]
        return self._answer(ApiClientSecretSerializer, made.membership, status=201)

    @extend_schema(
        operation_id="partners_clients_change",
        parameters=[IF_MATCH, VERSION],
        request=ApiClientChangeSerializer,
        responses={200: ApiClientSerializer, **problems(403, 409, 412, 428)},
    )
    def partial_update(self, request: Request, slug: str, client_id: str) -> Response:
        """Let the program ask for less in a day than the installation would allow."""
        changes = validated(ApiClientChangeSerializer, request)
        limited = limit_api_client(
            slug, client_id, **changes, expected=expected_version(request), actor=self.actor
        )
        return self._answer(ApiClientSerializer, limited)

    @extend_schema(
        operation_id="partners_clients_end",
        parameters=[IF_MATCH, VERSION],
        request=None,
        responses={200: ApiClientSerializer, **problems(403, 409, 412, 428)},
    )
    def end(self, request: Request, slug: str, client_id: str) -> Response:
        """Shut the program out, at once: its tokens are dead."""
        ended = end_api_client(slug, client_id, expected=expected_version(request), actor=self.actor)
        return self._answer(ApiClientSerializer, ended)

    def _answer(
        self, shape: type[ApiClientSerializer], membership: Membership, status: int = 200
    ) -> Response:
        headers = {"ETag": etag(membership.version)}
        return Response(shape(membership).data, status=status, headers=headers)
