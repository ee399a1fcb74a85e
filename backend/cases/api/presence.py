"""Who else has a case open right now, and whether it changed: asked now and then by a person's browser."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api.fields import PersonField, PersonSerializer
from backend.cases.api.rooms import CaseRoomViewSet
from backend.cases.models import Case, CaseEvent
from backend.cases.services import presence
from backend.cases.services.presence import Here
from backend.common.api import StrictSerializer, validated
from backend.common.problems import problems


class LookIn(StrictSerializer):
    """You have the case open, or are closing it."""

    leaving = serializers.BooleanField(required=False, default=False)


class NewestEventSerializer(serializers.Serializer[CaseEvent]):
    """The newest line of the story: whoever holds an older one has not seen everything."""

    id = serializers.IntegerField()
    at = serializers.DateTimeField()
    action = serializers.CharField()
    actor_kind = serializers.CharField()
    actor = PersonField()


class HereSerializer(serializers.Serializer[Here]):
    """Who else is here, and what is newest."""

    others = PersonSerializer(many=True, help_text="Who had it open within the last minute, without you.")
    version = serializers.IntegerField(help_text="The present version of the case.")
    newest = NewestEventSerializer(allow_null=True)
    again_in = serializers.IntegerField(help_text="After how many seconds to ask again.")


class PresenceViewSet(CaseRoomViewSet):
    """For people who read all of the case; programs are nowhere."""

    queryset, serializer_class, pagination_class = Case.objects.none(), HereSerializer, None

    @extend_schema(
        operation_id="cases_presence",
        request=LookIn,
        responses={200: HereSerializer, **problems(400, 401, 403, 404, 406, 413, 415)},
    )
    def look_in(self, request: Request, case_id: UUID) -> Response:
        """Say that you have the case open; learn who else has, and whether it changed. Forgotten after a
        minute: no history is kept, and no line is written."""
        leaving: Any = validated(LookIn, request)["leaving"]
        return Response(HereSerializer(presence.look_in(self.case, leaving=leaving, actor=self.actor)).data)
