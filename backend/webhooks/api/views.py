"""Webhooks of a partner, for those who keep it."""

from typing import Any
from uuid import UUID

from django.db import transaction
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from backend.cases.models import Case
from backend.common.api import IF_MATCH, VERSION, etag, expected_version, validated, validated_query
from backend.common.pagination import KeysetPagination
from backend.common.problems import problems
from backend.idempotency.api import idempotent
from backend.partners.api.base import ApiViewSet
from backend.webhooks.api import serializers as shapes
from backend.webhooks.models import WebhookDelivery, WebhookEndpoint
from backend.webhooks.querysets import WebhookDeliveryQuerySet
from backend.webhooks.services import keeping, repeating
from backend.webhooks.tasks import send_at_once

READ = problems(400, 401, 404, 406)
MAKE = problems(400, 401, 404, 406, 409, 413, 415, 422)
CHANGE = problems(400, 401, 403, 404, 406, 412, 413, 415, 428)
SHOWN_ONCE = {"Cache-Control": "no-store"}


class FirstComeFirst(KeysetPagination):
    """Oldest first; the key makes the order total."""

    ordering = ("created_at", "pk")


class NewestFirst(KeysetPagination):
    """Newest first; the key makes the order total."""

    ordering = ("-created_at", "-pk")


class WebhookRoom(ApiViewSet):
    """For everybody but the partner's keepers the address does not exist: not for administrators either."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        # Also before a repeated request gets its first answer again: the caller may have lost the partner.
        keeping.kept_partner(kwargs["slug"], self.actor)


class WebhookViewSet(WebhookRoom):
    """Addresses of programs that are told of events."""

    queryset, serializer_class = WebhookEndpoint.objects.none(), shapes.WebhookSerializer
    pagination_class, filter_backends = FirstComeFirst, ()

    @extend_schema(
        operation_id="partners_webhooks_list",
        responses={200: shapes.WebhookSerializer(many=True), **READ},
    )
    def list(self, request: Request, slug: str) -> Response:
        """The partner's webhooks, first come first."""
        rows = WebhookEndpoint.objects.visible_to(self.actor).opened().filter(partner__slug=slug)
        page: Any = self.paginate_queryset(rows)
        return self.get_paginated_response(shapes.WebhookSerializer(page, many=True).data)

    @extend_schema(
        operation_id="partners_webhooks_retrieve",
        parameters=[VERSION],
        responses={200: shapes.WebhookSerializer, **READ},
    )
    def retrieve(self, request: Request, slug: str, webhook_id: UUID) -> Response:
        """One webhook."""
        return _answer(WebhookEndpoint.objects.visible_to(self.actor).found(slug, webhook_id))

    @extend_schema(
        operation_id="partners_webhooks_create",
        parameters=[VERSION],
        request=shapes.NewWebhook,
        responses={201: shapes.WebhookWithSecretSerializer, **MAKE},
    )
    @idempotent
    def create(self, request: Request, slug: str) -> Response:
        """Have a program told from now on. The secret is in this answer and in no other."""
        told = validated(shapes.NewWebhook, request)
        made, secret = keeping.create_endpoint(slug, **told, actor=self.actor)
        return _answer_with_secret(made, secret, status=201)

    @extend_schema(
        operation_id="partners_webhooks_partial_update",
        parameters=[IF_MATCH, VERSION],
        request=shapes.WebhookChanges,
        responses={200: shapes.WebhookSerializer, **CHANGE},
    )
    def partial_update(self, request: Request, slug: str, webhook_id: UUID) -> Response:
        """Change address, description or events; switch it off or on."""
        changes = validated(shapes.WebhookChanges, request)
        changed = keeping.change_endpoint(
            slug, webhook_id, changes=changes, expected=expected_version(request), actor=self.actor
        )
        return _answer(changed)

    @extend_schema(
        operation_id="partners_webhooks_destroy",
        parameters=[IF_MATCH],
        request=None,
        responses={204: None, **problems(400, 401, 403, 404, 406, 412, 428)},
    )
    def destroy(self, request: Request, slug: str, webhook_id: UUID) -> Response:
        """Take it away, with its log and its secrets."""
        keeping.drop_endpoint(slug, webhook_id, expected=expected_version(request), actor=self.actor)
        return Response(status=204)

    @extend_schema(
        operation_id="partners_webhooks_rotate_secret",
        parameters=[IF_MATCH, VERSION],
        request=shapes.SecretRotation,
        responses={200: shapes.WebhookWithSecretSerializer, **CHANGE},
    )
    def rotate_secret(self, request: Request, slug: str, webhook_id: UUID) -> Response:
        """Make a new secret, shown in this answer alone. Until the overlap ends both sign."""
        told = validated(shapes.SecretRotation, request)
        changed, secret = keeping.rotate_secret(
            slug, webhook_id, **told, expected=expected_version(request), actor=self.actor
        )
        return _answer_with_secret(changed, secret, status=200)

    @extend_schema(
        operation_id="partners_webhooks_try",
        request=None,
        responses={
            201: shapes.WebhookDeliverySerializer,
            **problems(400, 401, 404, 406, 409, 413, 415, 422, 429),
        },
    )
    @idempotent
    def trial(self, request: Request, slug: str, webhook_id: UUID) -> Response:
        """Send a message `ping` now. How it went stands in the log a moment later."""
        with transaction.atomic():
            made = repeating.try_endpoint(slug, webhook_id, actor=self.actor)
            send_at_once(made.endpoint)
        return Response(shapes.WebhookDeliverySerializer(made).data, status=201)


class WebhookDeliveryViewSet(WebhookRoom):
    """The log of a webhook: the last 30 days."""

    queryset, serializer_class = WebhookDelivery.objects.none(), shapes.WebhookDeliverySerializer
    pagination_class, filter_backends, narrowed = NewestFirst, (), frozenset({"list"})

    @extend_schema(
        operation_id="partners_webhooks_deliveries_list",
        parameters=[shapes.WebhookDeliveryQuery],
        responses={200: shapes.WebhookDeliverySerializer(many=True), **READ},
    )
    def list(self, request: Request, slug: str, webhook_id: UUID) -> Response:
        """What was told or is to be told, newest first."""
        query = validated_query(shapes.WebhookDeliveryQuery, request)
        rows = self._of(slug, webhook_id)
        if "state" in query:
            rows = rows.filter(state=query["state"])
        page: Any = self.paginate_queryset(rows)
        return self.get_paginated_response(shapes.WebhookDeliverySerializer(page, many=True).data)

    @extend_schema(
        operation_id="partners_webhooks_deliveries_retrieve",
        responses={200: shapes.WebhookDeliveryDetailSerializer, **READ},
    )
    def retrieve(self, request: Request, slug: str, webhook_id: UUID, delivery_id: UUID) -> Response:
        """One message with all its tries."""
        rows = self._of(slug, webhook_id).prefetch_related("attempts").select_related("case_event")
        return self._answer(rows.found(delivery_id))

    @extend_schema(
        operation_id="partners_webhooks_deliveries_replay",
        request=None,
        responses={
            200: shapes.WebhookDeliveryDetailSerializer,
            **problems(400, 401, 404, 406, 409, 413, 415, 429),
        },
    )
    def replay(self, request: Request, slug: str, webhook_id: UUID, delivery_id: UUID) -> Response:
        """Send it once more: the same bytes under the same id, with a new time and signature."""
        with transaction.atomic():
            sent = repeating.replay(slug, webhook_id, delivery_id, actor=self.actor)
            send_at_once(sent.endpoint)
        return self._answer(sent)

    def _of(self, slug: str, webhook_id: UUID) -> WebhookDeliveryQuerySet:
        endpoint = WebhookEndpoint.objects.visible_to(self.actor).found(slug, webhook_id)
        return WebhookDelivery.objects.filter(endpoint=endpoint)

    def _answer(self, delivery: WebhookDelivery) -> Response:
        """Whoever keeps the partner need not see its cases; a program without that scope does not."""
        event = delivery.case_event
        seen = Case.objects.visible_to(self.actor)
        sees_case = event is None or seen.filter(pk=event.case_id).exists()
        shown = shapes.WebhookDeliveryDetailSerializer(delivery, context={"sees_case": sees_case})
        return Response(shown.data, headers={"Cache-Control": "no-store"})


def _answer(endpoint: WebhookEndpoint) -> Response:
    return Response(
        shapes.WebhookSerializer(endpoint).data, headers={"ETag": etag(endpoint.version), **SHOWN_ONCE}
    )


def _answer_with_secret(endpoint: WebhookEndpoint, secret: str, *, status: int) -> Response:
    # Not from the row: there it is sealed, and this is the one time that it is said.
    shown = {**shapes.WebhookSerializer(endpoint).data, "secret": secret}
    return Response(shown, status=status, headers={"ETag": etag(endpoint.version), **SHOWN_ONCE})
