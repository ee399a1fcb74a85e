"""Addresses of places, institutions, categories and legal terms."""

from typing import Any

from django.urls import path

from backend.directory.api.calendar import CalendarOverrideViewSet
from backend.directory.api.categories import CategoryViewSet
from backend.directory.api.institutions import ChannelViewSet, InstitutionViewSet
from backend.directory.api.needs import NeedViewSet, TargetGroupViewSet
from backend.directory.api.providers import ExchangeViewSet, ServiceProviderViewSet, ServiceViewSet
from backend.directory.api.views import DeadlineRuleViewSet, PlaceViewSet

Doors = dict[str, Any]

_LIST: Doors = {"get": "list"}
_ITEM: Doors = {"get": "retrieve"}
_SHELF: Doors = {"get": "list", "post": "create"}
_CHANGEABLE: Doors = {"get": "retrieve", "patch": "partial_update"}
_PROVIDERS = "service-providers/"
_CHANNELS = "institutions/<slug:code>/channels/"

urlpatterns = [
    path("places/", PlaceViewSet.as_view(_LIST), name="places"),
    path("places/<slug:code>/", PlaceViewSet.as_view(_ITEM), name="place"),
    path("institutions/", InstitutionViewSet.as_view(_SHELF), name="institutions"),
    path("institutions/<slug:code>/", InstitutionViewSet.as_view(_CHANGEABLE), name="institution"),
    path(_CHANNELS, ChannelViewSet.as_view({"post": "create"}), name="channels"),
    path(
        f"{_CHANNELS}<uuid:channel_id>/confirm/",
        ChannelViewSet.as_view({"post": "confirm"}),
        name="channel-confirm",
    ),
    path(f"{_CHANNELS}<uuid:channel_id>/end/", ChannelViewSet.as_view({"post": "end"}), name="channel-end"),
    path("categories/", CategoryViewSet.as_view(_SHELF), name="categories"),
    path("categories/<slug:code>/", CategoryViewSet.as_view(_CHANGEABLE), name="category"),
    path("calendar-overrides/", CalendarOverrideViewSet.as_view(_SHELF), name="calendar-overrides"),
    path(
        "calendar-overrides/<slug:code>/",
        CalendarOverrideViewSet.as_view({**_CHANGEABLE, "delete": "destroy"}),
        name="calendar-override",
    ),
    path("needs/", NeedViewSet.as_view(_LIST), name="needs"),
    path("needs/<slug:code>/", NeedViewSet.as_view(_ITEM), name="need"),
    path("target-groups/", TargetGroupViewSet.as_view(_LIST), name="target-groups"),
    path("target-groups/<slug:code>/", TargetGroupViewSet.as_view(_ITEM), name="target-group"),
    path("deadline-rules/", DeadlineRuleViewSet.as_view(_LIST), name="deadline-rules"),
    path("deadline-rules/<slug:code>/", DeadlineRuleViewSet.as_view(_ITEM), name="deadline-rule"),
    path("service-providers/", ServiceProviderViewSet.as_view(_SHELF), name="service-providers"),
    path(f"{_PROVIDERS}export/", ExchangeViewSet.as_view({"get": "give"}), name="providers-export"),
    path(
        f"{_PROVIDERS}export/tables/",
        ExchangeViewSet.as_view({"get": "give_tables"}),
        name="providers-export-tables",
    ),
    path(f"{_PROVIDERS}import/", ExchangeViewSet.as_view({"post": "take"}), name="providers-import"),
    path(
        f"{_PROVIDERS}<uuid:provider_id>/",
        ServiceProviderViewSet.as_view(_CHANGEABLE),
        name="service-provider",
    ),
    path(
        f"{_PROVIDERS}<uuid:provider_id>/services/",
        ServiceProviderViewSet.as_view({"post": "create_service"}),
        name="service-provider-services",
    ),
    path("services/", ServiceViewSet.as_view(_LIST), name="services"),
    path("services/<uuid:service_id>/", ServiceViewSet.as_view(_CHANGEABLE), name="service"),
]
