"""Service providers, their services, and both as HSDS: read by those signed in, kept by their keepers."""

from datetime import datetime
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import rest_framework as filters
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common import clock
from backend.common.api import IF_MATCH, VERSION, etag, expected_version, validated
from backend.common.errors import Invalid
from backend.common.filters import StrictFilterSet
from backend.common.pagination import KeysetPagination
from backend.common.problems import problems
from backend.directory import lookups
from backend.directory.api.exchange_serializers import (
    DocumentSerializer,
    FilesSerializer,
    ImportReportSerializer,
    ImportSerializer,
)
from backend.directory.api.filters import SearchFilter
from backend.directory.api.provider_serializers import (
    NewProviderSerializer,
    NewServiceSerializer,
    ProviderChangesSerializer,
    ServiceChangesSerializer,
    ServiceProviderSerializer,
    ServiceSerializer,
)
from backend.directory.calendars import zone_of
from backend.directory.models import Service, ServiceProvider
from backend.directory.services import hsds
from backend.directory.services.finding import Wish, find_services
from backend.directory.services.providers import (
    change_provider,
    change_service,
    create_provider,
    create_service,
)
from backend.idempotency.api import idempotent
from backend.partners.api.base import ApiViewSet
from backend.partners.api.permissions import PlatformAdministrator, SignedIn

_NOW: Final = "now"
_A_SERVICE = OpenApiExample(
    "Legal aid for a county",
    request_only=True,
    value={
        "name": "Ndihmë juridike falas",
        "needs": ["legal_aid"],
        "target_groups": ["everybody"],
        "languages": ["sq"],
        "areas": ["al-shkoder"],
        "schedules": [{"byday": "MO,TU,WE,TH,FR", "opens_at": "09:00", "closes_at": "15:00"}],
        "source": "told by the provider",
        "verified_on": "2026-03-02",
    },
)


class ByName(KeysetPagination):
    ordering = ("name", "id")


class ServiceProviderFilter(StrictFilterSet):
    search = SearchFilter()

    class Meta:
        model = ServiceProvider
        fields: tuple[str, ...] = ()


class ServiceFilter(StrictFilterSet):
    """What is looked for; all conditions together."""

    need = filters.CharFilter(max_length=60, label="Code of a need.")
    place = filters.CharFilter(
        max_length=60, label="Code of a place: serves it, also as part of its region or country."
    )
    area = filters.CharFilter(max_length=60, label="Code of a place: serves it or something within it.")
    language = filters.CharFilter(max_length=20, label="`sq`, `sr-Cyrl`, …: spoken there.")
    target_group = filters.CharFilter(max_length=60, label="Code: for that group, or for everybody.")
    open_at = filters.CharFilter(
        max_length=40,
        label="`now`, or a moment like 2026-03-02T10:00; without an offset by the place's clocks.",
    )
    provider = filters.UUIDFilter(label="Services of one provider.")
    search = SearchFilter()

    class Meta:
        model = Service
        fields: tuple[str, ...] = ()

    def filter_queryset(self, queryset: Any) -> Any:
        given = self.form.cleaned_data
        if given.get("provider"):
            queryset = queryset.filter(provider_id=given["provider"])
        return find_services(self.wish(given), queryset)

    def wish(self, given: dict[str, Any]) -> Wish:
        """The parameters as what is looked for."""
        place, area = given.get("place") or "", given.get("area") or ""
        return Wish(
            needs=(given["need"],) if given.get("need") else (),
            place=place,
            area=area,
            language=given.get("language") or "",
            target_group=given.get("target_group") or "",
            open_at=_moment(given.get("open_at") or "", place or area),
            search=given.get("search") or "",
        )


def _moment(text: str, place: str) -> datetime | None:
    if not text:
        return None
    if text == _NOW:
        return clock.now()
    try:
        # A plus sign that was not escaped arrives as a space.
        moment = datetime.fromisoformat(text.strip().replace(" ", "+", 1) if "T" in text else text)
        if moment.tzinfo is None and place:
            moment = moment.replace(tzinfo=ZoneInfo(zone_of(lookups.place_of(place).country)))
        if moment.tzinfo is not None and 1950 <= moment.year <= 2200:
            return moment
    except (ValueError, OverflowError):
        pass
    message = _("Send now, or a moment like 2026-03-02T10:00 with a place or an offset.")
    raise Invalid.field("open_at", "invalid_moment", message)


class ServiceProviderViewSet(ListModelMixin, ApiViewSet):
    """Organisations that help people, in the partner network or outside it."""

    queryset, serializer_class = ServiceProvider.objects.none(), ServiceProviderSerializer
    filterset_class, pagination_class, permission_classes = ServiceProviderFilter, ByName, [SignedIn]

    def get_queryset(self) -> QuerySet[ServiceProvider]:
        return ServiceProvider.objects.for_display()

    def get_serializer_context(self) -> dict[str, Any]:
        return {**super().get_serializer_context(), "actor": self.actor}

    @extend_schema(operation_id="service_providers_list")
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Providers, by name."""
        return super().list(request, *args, **kwargs)

    @extend_schema(
        operation_id="service_providers_retrieve",
        parameters=[VERSION],
        responses={200: ServiceProviderSerializer},
    )
    def retrieve(self, request: Request, provider_id: UUID) -> Response:
        """One provider."""
        return self._answer(provider_id)

    @extend_schema(
        operation_id="service_providers_create",
        request=NewProviderSerializer,
        responses={201: ServiceProviderSerializer, **problems(403)},
    )
    @idempotent
    def create(self, request: Request) -> Response:
        """List a provider (platform administrator)."""
        facts: Any = validated(NewProviderSerializer, request)
        return self._answer(create_provider(facts=facts, actor=self.actor).pk, status=201)

    @extend_schema(
        operation_id="service_providers_partial_update",
        parameters=[IF_MATCH, VERSION],
        request=ProviderChangesSerializer,
        responses={200: ServiceProviderSerializer, **problems(403, 412, 428)},
    )
    def partial_update(self, request: Request, provider_id: UUID) -> Response:
        """Correct a provider (platform administrator, or who manages the partner that it is)."""
        changes: Any = validated(ProviderChangesSerializer, request)
        change_provider(provider_id, changes=changes, expected=expected_version(request), actor=self.actor)
        return self._answer(provider_id)

    @extend_schema(
        operation_id="service_providers_services_create",
        request=NewServiceSerializer,
        responses={201: ServiceSerializer, **problems(403, 404)},
        examples=[_A_SERVICE],
    )
    @idempotent
    def create_service(self, request: Request, provider_id: UUID) -> Response:
        """List a service (platform administrator, or who manages the partner that the provider is)."""
        facts: Any = validated(NewServiceSerializer, request)
        return service_answer(create_service(provider_id, facts=facts, actor=self.actor).pk, status=201)

    def _answer(self, id: UUID, status: int = 200) -> Response:
        provider = ServiceProvider.objects.for_display().found(id)
        shown = self.get_serializer(provider).data
        return Response(shown, status=status, headers={"ETag": etag(provider.version)})


class ServiceViewSet(ListModelMixin, ApiViewSet):
    """What providers do for people."""

    queryset, serializer_class = Service.objects.none(), ServiceSerializer
    filterset_class, pagination_class, permission_classes = ServiceFilter, ByName, [SignedIn]

    def get_queryset(self) -> QuerySet[Service]:
        return Service.objects.for_display()

    @extend_schema(operation_id="services_list")
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Services that are running, by name, narrowed by need, place, language, group and opening hours."""
        return super().list(request, *args, **kwargs)

    @extend_schema(operation_id="services_retrieve", parameters=[VERSION], responses={200: ServiceSerializer})
    def retrieve(self, request: Request, service_id: UUID) -> Response:
        """One service, also one that is not running."""
        return service_answer(service_id)

    @extend_schema(
        operation_id="services_partial_update",
        parameters=[IF_MATCH, VERSION],
        request=ServiceChangesSerializer,
        responses={200: ServiceSerializer, **problems(403, 412, 428)},
    )
    def partial_update(self, request: Request, service_id: UUID) -> Response:
        """Correct a service (platform administrator, or who manages the partner that the provider is)."""
        changes: Any = validated(ServiceChangesSerializer, request)
        change_service(service_id, changes=changes, expected=expected_version(request), actor=self.actor)
        return service_answer(service_id)


def service_answer(id: UUID, status: int = 200) -> Response:
    """A service with its version."""
    service = Service.objects.for_display().found(id)
    shown = ServiceSerializer(service).data
    return Response(shown, status=status, headers={"ETag": etag(service.version)})


class ExchangeViewSet(ApiViewSet):
    """The directory of providers as Open Referral HSDS 3.2."""

    queryset, serializer_class = ServiceProvider.objects.none(), serializers.Serializer
    heavy = frozenset({"give", "give_tables", "take"})

    def get_permissions(self) -> list[BasePermission]:
        return [PlatformAdministrator() if self.action == "take" else SignedIn()]

    @extend_schema(operation_id="service_providers_export", responses={200: DocumentSerializer})
    def give(self, request: Request) -> Response:
        """All providers and services as HSDS 3.2 JSON. Where hidden locations are is not in it."""
        return Response(hsds.to_document(hsds.export_tables()))

    @extend_schema(operation_id="service_providers_export_tables", responses={200: FilesSerializer})
    def give_tables(self, request: Request) -> Response:
        """The same as a tabular data package: the text of each CSV file and of datapackage.json."""
        return Response({"files": hsds.to_files(hsds.export_tables())})

    @extend_schema(
        operation_id="service_providers_import",
        request=ImportSerializer,
        responses={200: ImportReportSerializer, **problems(400, 403, 413)},
    )
    def take(self, request: Request) -> Response:
        """Take providers and services from HSDS 3.2, by their ids: the same again changes nothing. Rows that
        cannot be taken are in the report; the others are taken (platform administrator)."""
        told = validated(ImportSerializer, request)
        report = hsds.import_tables(_rows(told), only_check=told["only_check"], actor=self.actor)
        return Response(ImportReportSerializer(report).data)


def _rows(told: dict[str, Any]) -> Any:
    try:
        if "files" in told:
            return hsds.tables_of_files(told["files"])
        return hsds.tables_of_document(told["document"])
    except hsds.NotTabular as error:
        message = _("This is no table of HSDS, or cannot be read as CSV.")
        raise Invalid.field("files", error.code, message) from None
    except (hsds.NotHsds, RecursionError):
        message = _("This holds neither services nor organizations of HSDS.")
        raise Invalid.field("document", "not_hsds", message) from None
