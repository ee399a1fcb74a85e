"""One's own way in: the password, and where one is signed in."""

from typing import Any

from django.contrib.auth import update_session_auth_hash
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common.api import StrictSerializer, validated
from backend.common.problems import problems
from backend.partners.api.base import ApiViewSet
from backend.partners.models import User
from backend.partners.services import change_own_password, end_own_sessions, own_sessions
from backend.partners.services.sessions import OpenSession


class NewPasswordSerializer(StrictSerializer):
    """The present password, and the one that takes its place."""

    # Spaces at the ends belong to a password.
    present: Any = serializers.CharField(max_length=300, trim_whitespace=False)
    password: Any = serializers.CharField(max_length=300, trim_whitespace=False)


class OpenSessionSerializer(serializers.Serializer[OpenSession]):
    """A browser in which you are signed in. No address and no name of it is kept."""

    id = serializers.CharField()
    began_at = serializers.DateTimeField(allow_null=True)
    seen_at = serializers.DateTimeField(allow_null=True, help_text="When it was used last, by the minute.")
    is_current = serializers.BooleanField(help_text="Whether it is the one in hand.")


class OpenSessionsSerializer(serializers.Serializer[Any]):
    """All of them, the one in hand first."""

    results = OpenSessionSerializer(many=True)


class EndedSessionsSerializer(serializers.Serializer[Any]):
    """How many were ended."""

    count = serializers.IntegerField()


class OwnPasswordViewSet(ApiViewSet):
    """Your own password."""

    queryset, serializer_class, pagination_class = User.objects.none(), NewPasswordSerializer, None
    open_without_second_factor = True

    @extend_schema(
        operation_id="me_password_change",
        request=NewPasswordSerializer,
        responses={204: None, **problems(403, 409, 429)},
    )
    def change(self, request: Request) -> Response:
        """Choose another password. You stay signed in here and are signed out everywhere else."""
        person = change_own_password(**validated(NewPasswordSerializer, request), actor=self.actor)
        update_session_auth_hash(request._request, person)
        return Response(status=204)


class OwnSessionViewSet(ApiViewSet):
    """Where you are signed in."""

    queryset, serializer_class, pagination_class = User.objects.none(), OpenSessionsSerializer, None
    open_without_second_factor = True

    @extend_schema(operation_id="me_sessions_list", responses={200: OpenSessionsSerializer, **problems(403)})
    def retrieve(self, request: Request) -> Response:
        """The browsers in which you are signed in."""
        found = own_sessions(current=request.session.session_key, actor=self.actor)
        return Response(OpenSessionsSerializer({"results": found}).data)

    @extend_schema(
        operation_id="me_sessions_end",
        request=None,
        responses={200: EndedSessionsSerializer, **problems(403, 404)},
    )
    def end(self, request: Request, session_id: str) -> Response:
        """Sign out there."""
        return self._ended(request, session_id)

    @extend_schema(
        operation_id="me_sessions_end_others",
        request=None,
        responses={200: EndedSessionsSerializer, **problems(403)},
    )
    def end_others(self, request: Request) -> Response:
        """Sign out everywhere but here."""
        return self._ended(request, None)

    def _ended(self, request: Request, session_id: str | None) -> Response:
        count = end_own_sessions(session_id=session_id, current=request.session.session_key, actor=self.actor)
        return Response({"count": count})
