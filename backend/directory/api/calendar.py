"""Days that decrees made free or working: read by anybody, kept by the platform administrator."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common.api import IF_MATCH, VERSION, StrictSerializer, etag, expected_version, validated
from backend.common.pagination import KeysetPagination
from backend.common.problems import problems
from backend.directory.api.fields import InCallersLanguage, LabelsField
from backend.directory.api.filters import CalendarOverrideFilter
from backend.directory.models import CalendarOverride, Country
from backend.directory.services.overrides import add_override, change_override, remove_override
from backend.idempotency.api import idempotent
from backend.partners.api.base import ApiViewSet
from backend.partners.api.permissions import Anybody, PlatformAdministrator

_EID = OpenApiExample(
    "Eid was announced for another day",
    request_only=True,
    value={
        "country": "XK",
        "date": "2026-03-21",
        "working": False,
        "names": {"sq": "Fitër Bajrami", "en": "Eid al-Fitr"},
        "source": "announcement of the Government",
    },
)


class CalendarOverrideSerializer(serializers.ModelSerializer[CalendarOverride]):
    """A day that is free or working by decree, against what the calendar package says."""

    code = serializers.CharField(read_only=True, help_text="Country and day: `xk-2026-03-20`.")
    names = LabelsField(read_only=True)
    name = InCallersLanguage("names")

    class Meta:
        model = CalendarOverride
        fields = ("code", "country", "date", "working", "names", "name", "source", "version")
        read_only_fields = fields


class OverrideChangesSerializer(StrictSerializer):
    """What may be corrected; send only what changes."""

    working = serializers.BooleanField(required=False)
    names = LabelsField(required=False)
    source: Any = serializers.CharField(max_length=500, required=False)


class NewOverrideSerializer(OverrideChangesSerializer):
    """A day, and what a decree made of it."""

    country = serializers.ChoiceField(choices=Country.choices)
    date = serializers.DateField()
    working = serializers.BooleanField()
    names = LabelsField()
    source: Any = serializers.CharField(max_length=500, help_text="The decree, and where it was read.")


class ByDay(KeysetPagination):
    ordering = ("country", "date")


class CalendarOverrideViewSet(ListModelMixin, ApiViewSet):
    """Days that decrees made free or working. Running clocks follow within some minutes."""

    queryset, serializer_class = CalendarOverride.objects.none(), CalendarOverrideSerializer
    filterset_class, pagination_class, lookup_field = CalendarOverrideFilter, ByDay, "code"

    def get_permissions(self) -> list[BasePermission]:
        return [Anybody() if self.action in ("list", "retrieve") else PlatformAdministrator()]

    def get_queryset(self) -> QuerySet[CalendarOverride]:
        return CalendarOverride.objects.all()

    @extend_schema(operation_id="calendar_overrides_list")
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Such days, by country and date."""
        return super().list(request, *args, **kwargs)

    @extend_schema(
        operation_id="calendar_overrides_retrieve",
        parameters=[VERSION],
        responses={200: CalendarOverrideSerializer},
    )
    def retrieve(self, request: Request, code: str) -> Response:
        """One such day."""
        return _answer(CalendarOverride.objects.found(code))

    @extend_schema(
        operation_id="calendar_overrides_create",
        request=NewOverrideSerializer,
        responses={201: CalendarOverrideSerializer, **problems(403, 409)},
        examples=[_EID],
    )
    @idempotent
    def create(self, request: Request) -> Response:
        """Add a day (platform administrator)."""
        return _answer(
            add_override(**validated(NewOverrideSerializer, request), actor=self.actor), status=201
        )

    @extend_schema(
        operation_id="calendar_overrides_partial_update",
        parameters=[IF_MATCH, VERSION],
        request=OverrideChangesSerializer,
        responses={200: CalendarOverrideSerializer, **problems(403, 412, 428)},
    )
    def partial_update(self, request: Request, code: str) -> Response:
        """Correct a day (platform administrator)."""
        changes: Any = validated(OverrideChangesSerializer, request)
        expected = expected_version(request)
        return _answer(change_override(code, changes=changes, expected=expected, actor=self.actor))

    @extend_schema(
        operation_id="calendar_overrides_destroy",
        parameters=[IF_MATCH],
        responses={204: None, **problems(400, 403, 412, 428)},
    )
    def destroy(self, request: Request, code: str) -> Response:
        """Take a day away: it is again what the calendar package says (platform administrator)."""
        remove_override(code, expected=expected_version(request), actor=self.actor)
        return Response(status=204)


def _answer(override: CalendarOverride, status: int = 200) -> Response:
    shown = CalendarOverrideSerializer(override).data
    return Response(shown, status=status, headers={"ETag": etag(override.version)})
