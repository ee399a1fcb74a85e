"""Addresses of webhooks."""

from typing import Any

from django.urls import path

from backend.webhooks.api.views import WebhookDeliveryViewSet, WebhookViewSet

_SHELF: dict[str, Any] = {"get": "list", "post": "create"}
_ITEM: dict[str, Any] = {"get": "retrieve", "patch": "partial_update", "delete": "destroy"}
_WEBHOOKS = "partners/<slug:slug>/webhooks/"
_WEBHOOK = f"{_WEBHOOKS}<uuid:webhook_id>/"
_DELIVERY = f"{_WEBHOOK}deliveries/<uuid:delivery_id>/"

urlpatterns = [
    path(_WEBHOOKS, WebhookViewSet.as_view(_SHELF), name="webhooks"),
    path(_WEBHOOK, WebhookViewSet.as_view(_ITEM), name="webhook"),
    path(
        f"{_WEBHOOK}rotate_secret/",
        WebhookViewSet.as_view({"post": "rotate_secret"}),
        name="webhook-rotate-secret",
    ),
    path(f"{_WEBHOOK}try/", WebhookViewSet.as_view({"post": "trial"}), name="webhook-try"),
    path(
        f"{_WEBHOOK}deliveries/",
        WebhookDeliveryViewSet.as_view({"get": "list"}),
        name="webhook-deliveries",
    ),
    path(_DELIVERY, WebhookDeliveryViewSet.as_view({"get": "retrieve"}), name="webhook-delivery"),
    path(f"{_DELIVERY}replay/", WebhookDeliveryViewSet.as_view({"post": "replay"}), name="webhook-replay"),
]
