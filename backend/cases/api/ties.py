"""Whom you called close to yourself: complaints about these people close to you."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.models import Tie
from backend.cases.services import ties
from backend.common.api import StrictSerializer, validated
from backend.common.problems import problems
from backend.idempotency.api import idempotent
from backend.partners.api.base import ApiViewSet


class TieSerializer(serializers.Serializer[Any]):
    """Somebody close to you. Nobody but you reads the name."""

    id = serializers.UUIDField()
    name = serializers.CharField()


class TiesSerializer(serializers.Serializer[Any]):
    """All of them, at most thirty."""

    results = TieSerializer(many=True)


class NewTieSerializer(StrictSerializer):
    name = serializers.CharField(max_length=ties.LONGEST, help_text="First and last name.")


class TieViewSet(ApiViewSet):
    """People close to you."""

    queryset, serializer_class, pagination_class = Tie.objects.none(), TiesSerializer, None

    @extend_schema(operation_id="me_ties_list", responses={200: TiesSerializer, **problems(403)})
    def retrieve(self, request: Request) -> Response:
        """The names that you wrote down."""
        found = [{"id": pk, "name": name} for pk, name in ties.ties_of(self.actor)]
        return Response(TiesSerializer({"results": found}).data)

    @extend_schema(
        operation_id="me_ties_create",
        request=NewTieSerializer,
        responses={201: TieSerializer, **problems(403, 409)},
    )
    @idempotent
    def create(self, request: Request) -> Response:
        """Write down a relative or somebody else close. A complaint that names this person, or you, closes to
        you when it arrives, if others can work it."""
        name = validated(NewTieSerializer, request)["name"]
        made = ties.add_tie(name=name, actor=self.actor)
        return Response(TieSerializer({"id": made.pk, "name": name.strip()}).data, status=201)

    @extend_schema(operation_id="me_ties_destroy", responses={204: None, **problems(403, 404)})
    def destroy(self, request: Request, tie_id: UUID) -> Response:
        """Take a name back. Cases that were closed for it stay closed."""
        ties.remove_tie(tie_id, actor=self.actor)
        return Response(status=204)
