"""Webhooks as their keepers and their senders find them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self
from uuid import UUID

from django.db.models import QuerySet

from backend.common import clock
from backend.common.errors import NotFound
from backend.partners.actors import Actor
from backend.webhooks.stages import DeliveryState

if TYPE_CHECKING:
    from backend.webhooks.models import WebhookDelivery, WebhookEndpoint


class WebhookEndpointQuerySet(QuerySet["WebhookEndpoint"]):
    """Every read of webhooks starts at `visible_to`."""

    def visible_to(self, actor: Actor) -> Self:
        """Those of the partners that the actor keeps. Keeping the platform opens none: they lead to cases."""
        return self.filter(partner__in=actor.partners_with("manage_partner"))

    def listening(self) -> Self:
        """Switched on, at partners that work here."""
        return self.filter(is_on=True, partner__is_active=True)

    def opened(self) -> Self:
        """With what it takes to read their sealed parts."""
        return self.select_related("partner", "created_by", "data_key__partner_key")

    def found(self, slug: str, endpoint_id: UUID) -> WebhookEndpoint:
        """One of a partner's. Raises NotFound when absent or not for the actor."""
        found = self.opened().filter(partner__slug=slug, pk=endpoint_id).first()
        if found is None:
            raise NotFound()
        return found

    def locked(self, slug: str, endpoint_id: UUID) -> WebhookEndpoint:
        """The same, held until the transaction ends. Raises NotFound."""
        return self.select_for_update(of=("self",)).found(slug, endpoint_id)


class WebhookDeliveryQuerySet(QuerySet["WebhookDelivery"]):
    """Deliveries; people reach them through the endpoint they belong to."""

    def due(self) -> Self:
        """Those whose next try has come, of endpoints that are on."""
        return self.filter(
            state=DeliveryState.WAITING,
            next_try_at__lte=clock.now(),
            endpoint__is_on=True,
            endpoint__partner__is_active=True,
        )

    def found(self, delivery_id: UUID) -> WebhookDelivery:
        """One of them. Raises NotFound."""
        found = self.filter(pk=delivery_id).first()
        if found is None:
            raise NotFound()
        return found
