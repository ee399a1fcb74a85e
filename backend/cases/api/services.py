"""Services that may help in a case: the directory, searched by what the case is about and where."""

from typing import Any

from django.db.models import QuerySet
from django_filters.rest_framework import DjangoFilterBackend
from drf_spectacular.utils import extend_schema
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.api.rooms import READ, CaseRoomViewSet
from backend.directory import lookups
from backend.directory.api.provider_serializers import ServiceSerializer
from backend.directory.api.providers import ByName, ServiceFilter
from backend.directory.models import Service
from backend.directory.services.finding import Wish


class CaseServiceFilter(ServiceFilter):
    """The search of services; what is not asked for is taken from the case."""

    def wish(self, given: dict[str, Any]) -> Wish:
        case = self.request.parser_context["view"].case
        place = case.place_id and lookups.places.with_id(case.place_id)
        if place and not given.get("place") and not given.get("area"):
            given = {**given, "place": place.code}
        wish = super().wish(given)
        if wish.needs or not case.category_id:
            return wish
        suggested = lookups.needs_suggested_by(case.category_id)
        return Wish(**{**vars(wish), "needs": tuple(need.code for need in suggested)})


class CaseServiceViewSet(ListModelMixin, CaseRoomViewSet):
    """Services for the person behind a case."""

    queryset, serializer_class = Service.objects.none(), ServiceSerializer
    filter_backends = (DjangoFilterBackend,)  # type: ignore[assignment]
    filterset_class, pagination_class = CaseServiceFilter, ByName

    def get_queryset(self) -> QuerySet[Service]:
        return Service.objects.for_display()

    @extend_schema(operation_id="cases_services_list", responses={200: ServiceSerializer(many=True), **READ})
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Services for the case's place and for what its category lets suppose that the person needs. Each
        parameter that is given takes the place of what the case says."""
        return super().list(request, *args, **kwargs)
