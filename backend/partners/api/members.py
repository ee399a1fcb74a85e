"""The people of a partner and their roles."""

from typing import Any
from uuid import UUID

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
from backend.partners.api.serializers import MemberSerializer, NewMemberSerializer
from backend.partners.models import Membership
from backend.partners.services import add_member, end_membership


class MemberViewSet(ListModelMixin, PartnerRoomViewSet):
    """The people who hold roles in a partner that you keep."""

    queryset, serializer_class, filterset_class = (
        Membership.objects.none(),
        MemberSerializer,
        MembershipFilter,
    )

    def get_queryset(self) -> QuerySet[Membership]:
        mine = Membership.objects.managed_by(self.actor, self.kwargs["slug"])
        return mine.of_people().select_related("user")

    @extend_schema(
        operation_id="partners_members_list",
        responses={200: MemberSerializer(many=True)},
    )
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Who holds which role, first come first."""
        return super().list(request, *args, **kwargs)

    @extend_schema(
        operation_id="partners_members_retrieve", parameters=[VERSION], responses={200: MemberSerializer}
    )
    def retrieve(self, request: Request, slug: str, membership_id: UUID) -> Response:
        """One person's role."""
        found = self.get_queryset().filter(pk=membership_id).first()
        if found is None:
            raise NotFound()
        return _answer(found)

    @extend_schema(
        operation_id="partners_members_create",
        request=NewMemberSerializer,
        responses={201: MemberSerializer, **problems(403, 409)},
    )
    @idempotent
    def create(self, request: Request, slug: str) -> Response:
        """Give a person a role. An address without an account gets one, without a password."""
        return _answer(
            add_member(slug, **validated(NewMemberSerializer, request), actor=self.actor), status=201
        )

    @extend_schema(
        operation_id="partners_members_end",
        parameters=[IF_MATCH, VERSION],
        request=None,
        responses={200: MemberSerializer, **problems(403, 409, 412, 428)},
    )
    def end(self, request: Request, slug: str, membership_id: UUID) -> Response:
        """Take the role from the person, at once."""
        return _answer(
            end_membership(slug, membership_id, expected=expected_version(request), actor=self.actor)
        )


def _answer(membership: Membership, status: int = 200) -> Response:
    shown = MemberSerializer(membership).data
    return Response(shown, status=status, headers={"ETag": etag(membership.version)})
