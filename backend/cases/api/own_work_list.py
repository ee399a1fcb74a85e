"""How a person is reminded: the daily digest by mail, and the secret address of a calendar."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.models import CalendarAddress, DigestWish
from backend.cases.services import calendars, digests
from backend.common.api import IF_MATCH, VERSION, StrictSerializer, etag, expected_version, validated
from backend.common.problems import problems
from backend.idempotency.api import idempotent
from backend.partners.api.base import ApiViewSet
from backend.partners.models import validate_time_zone

FEED = "/calendar/{token}.ics"


class DigestSerializer(serializers.Serializer[DigestWish]):
    """Whether you are told each day, by mail, how many tasks wait. The mail holds numbers, nothing else."""

    is_on = serializers.BooleanField()
    hour = serializers.IntegerField(help_text="Not before this hour.")
    time_zone = serializers.CharField(help_text="On these clocks, such as Europe/Tirane.")
    version = serializers.IntegerField(help_text="As in the ETag; 0 while you have chosen nothing.")


class DigestChoice(StrictSerializer):
    """What changes."""

    is_on = serializers.BooleanField(required=False)
    hour = serializers.IntegerField(required=False, min_value=0, max_value=23)
    time_zone = serializers.CharField(required=False, max_length=40, validators=[validate_time_zone])


class DigestViewSet(ApiViewSet):
    """Your daily digest."""

    queryset, serializer_class, pagination_class = DigestWish.objects.none(), DigestSerializer, None

    @extend_schema(
        operation_id="me_digest_retrieve",
        parameters=[VERSION],
        responses={200: DigestSerializer, **problems(403)},
    )
    def retrieve(self, request: Request) -> Response:
        """What you have chosen, or what would be."""
        return _shown(digests.digest_of(self.actor))

    @extend_schema(
        operation_id="me_digest_partial_update",
        parameters=[IF_MATCH, VERSION],
        request=DigestChoice,
        responses={200: DigestSerializer, **problems(403, 412, 428)},
    )
    def partial_update(self, request: Request) -> Response:
        """Turn it on or off, or choose another hour."""
        chosen = validated(DigestChoice, request)
        return _shown(digests.choose_digest(**chosen, expected=expected_version(request), actor=self.actor))


class CalendarSerializer(serializers.Serializer[Any]):
    """Whether a calendar of your tasks can be subscribed."""

    is_on = serializers.BooleanField()
    made_at = serializers.DateTimeField(allow_null=True)


class CalendarAddressSerializer(CalendarSerializer):
    """The same with the address, this once."""

    address = serializers.CharField(
        help_text="Whoever knows it sees kinds and days of your tasks, no name and no number. Make a new one "
        "if somebody else learned it."
    )


class CalendarViewSet(ApiViewSet):
    """The calendar of your tasks."""

    queryset, serializer_class, pagination_class = CalendarAddress.objects.none(), CalendarSerializer, None

    @extend_schema(operation_id="me_calendar_retrieve", responses={200: CalendarSerializer, **problems(403)})
    def retrieve(self, request: Request) -> Response:
        """Whether there is an address. Which one, nobody can tell any more."""
        found = calendars.calendar_of_person(self.actor)
        told: Any = {"is_on": found is not None, "made_at": found.made_at if found else None}
        return Response(CalendarSerializer(told).data)

    @extend_schema(
        operation_id="me_calendar_create",
        request=None,
        responses={201: CalendarAddressSerializer, **problems(403, 409)},
    )
    @idempotent
    def create(self, request: Request) -> Response:
        """Make a new secret address; one made before opens nothing any more."""
        made, token = calendars.make_calendar(actor=self.actor)
        address = request.build_absolute_uri(FEED.format(token=token))
        told: Any = {"is_on": True, "made_at": made.made_at, "address": address}
        return Response(CalendarAddressSerializer(told).data, status=201)

    @extend_schema(operation_id="me_calendar_destroy", responses={204: None, **problems(403)})
    def destroy(self, request: Request) -> Response:
        """Close the address."""
        calendars.end_calendar(actor=self.actor)
        return Response(status=204)


def _shown(wish: DigestWish) -> Response:
    return Response(DigestSerializer(wish).data, headers={"ETag": etag(wish.version)})
