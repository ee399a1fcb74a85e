"""What a day that becomes free or working does to running clocks, looked at before it is entered."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.models import InstitutionReferral
from backend.cases.services.calendar_effects import Effect, Move, effect_of_day
from backend.common.api import StrictSerializer, validated
from backend.common.problems import problems
from backend.directory.models import Country
from backend.partners.api.base import ApiViewSet
from backend.partners.api.permissions import PlatformAdministrator


class DayOfDecreeSerializer(StrictSerializer):
    """A day, and what a decree would make of it."""

    country = serializers.ChoiceField(choices=Country.choices)
    date = serializers.DateField()
    working = serializers.BooleanField(
        allow_null=True, help_text="Null: there is no decree (any more), the calendar package decides."
    )


class MoveSerializer(serializers.Serializer[Move]):
    """So many end on another day."""

    before = serializers.DateField()
    after = serializers.DateField()
    count = serializers.IntegerField()


class CalendarEffectSerializer(serializers.Serializer[Effect]):
    """What would move, in all partners together. Nothing tells whose cases these are."""

    clocks = MoveSerializer(many=True, help_text="Due dates of institutions.")
    appeals = MoveSerializer(many=True, help_text="Last days for appeals.")
    looked_at = serializers.IntegerField(help_text="Clocks and appeals in whose count the day may lie.")
    is_all = serializers.BooleanField(help_text="False where there are more than were looked at.")


class CalendarEffectViewSet(ApiViewSet):
    """The effect of a decree before it is entered."""

    queryset, serializer_class = InstitutionReferral.objects.none(), CalendarEffectSerializer
    permission_classes, pagination_class = (PlatformAdministrator,), None

    @extend_schema(
        operation_id="calendar_effects_look",
        tags=["calendar-overrides"],
        request=DayOfDecreeSerializer,
        responses={200: CalendarEffectSerializer, **problems(403, 409)},
    )
    def look(self, request: Request) -> Response:
        """Which running clocks would move (platform administrator). Nothing is written."""
        told: Any = validated(DayOfDecreeSerializer, request)
        effect = effect_of_day(
            country=told["country"], day=told["date"], working=told["working"], actor=self.actor
        )
        return Response(CalendarEffectSerializer(effect).data)
