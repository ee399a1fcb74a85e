"""What lies with a person of a partner, and where it goes when the person leaves."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.contrib.auth import logout
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.services import leaving
from backend.cases.services.leaving import Work
from backend.common.api import IF_MATCH, VERSION, StrictSerializer, etag, expected_version, validated
from backend.common.problems import problems
from backend.partners.api.base import ApiViewSet
from backend.partners.api.rooms import PartnerRoomViewSet
from backend.partners.models import User


class WorkOfPersonSerializer(serializers.Serializer[Work]):
    """How much lies with a person, in numbers: some of these cases may not be for your eyes."""

    cases = serializers.IntegerField(help_text="Cases that the person works and that have not ended.")
    tasks = serializers.IntegerField(help_text="Open tasks.")
    named = serializers.IntegerField(help_text="Restricted cases on which the person is named.")


class LeavingSerializer(StrictSerializer):
    """Who takes over; null or nothing: whoever of the team comes first."""

    successor = serializers.UUIDField(
        allow_null=True, required=False, help_text="The `user_id` of a colleague who works cases."
    )


class OwnLeavingViewSet(ApiViewSet):
    """Leaving a partner oneself."""

    queryset, serializer_class = User.objects.none(), WorkOfPersonSerializer
    pagination_class: Any = None

    @extend_schema(
        operation_id="me_partners_leave",
        tags=["me"],
        request=LeavingSerializer,
        responses={200: WorkOfPersonSerializer, **problems(409)},
    )
    def leave(self, request: Request, slug: str) -> Response:
        """End all your roles in a partner and hand your work over. You are signed out everywhere."""
        told: dict[str, Any] = {"successor": None, **validated(LeavingSerializer, request)}
        left, _version = leaving.leave_own_partner(slug, **told, actor=self.actor)
        # The session in hand has ended with the others.
        logout(request._request)
        return Response(asdict(left))


class LeavingViewSet(PartnerRoomViewSet):
    """People who leave a partner that you keep."""

    queryset, serializer_class = User.objects.none(), WorkOfPersonSerializer
    pagination_class: Any = None

    @extend_schema(
        operation_id="partners_people_work", tags=["partners"], responses={200: WorkOfPersonSerializer}
    )
    def retrieve(self, request: Request, slug: str, user_id: UUID) -> Response:
        """What the person would leave behind."""
        return Response(asdict(leaving.work_of(slug, user_id, actor=self.actor)))

    @extend_schema(
        operation_id="partners_people_leave",
        tags=["partners"],
        parameters=[IF_MATCH, VERSION],
        request=LeavingSerializer,
        responses={200: WorkOfPersonSerializer, **problems(403, 409, 412, 428)},
    )
    def leave(self, request: Request, slug: str, user_id: UUID) -> Response:
        """End all roles and sessions of the person, and hand over the work. Answers what was handed over.

        What the colleague cannot have, because of a conflict of interest or because a restricted case names
        others, goes to nobody.
        """
        told: dict[str, Any] = {"successor": None, **validated(LeavingSerializer, request)}
        left, version = leaving.leave_partner(
            slug, user_id, **told, expected=expected_version(request), actor=self.actor
        )
        return Response(asdict(left), headers={"ETag": etag(version)})
