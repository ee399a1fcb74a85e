"""What is sent because somebody asks for it: a trial, or the same message once more."""

from typing import Final
from uuid import UUID

from django.db import transaction

from backend.audit.services import record
from backend.common import clock
from backend.doorkeeping.services import buckets
from backend.partners.actors import Actor
from backend.webhooks.errors import DeliveryWithheld, TooManyTrials, WebhookOff
from backend.webhooks.models import WebhookDelivery, WebhookEndpoint
from backend.webhooks.services.signing import new_message_id
from backend.webhooks.services.telling import ping
from backend.webhooks.stages import PING, DeliveryState

# Each speaks with a machine that somebody names: seldom enough, nobody searches a network with it.
_TRIALS_AN_HOUR: Final = 20
_REPLAYS_AN_HOUR: Final = 500


@transaction.atomic
def try_endpoint(slug: str, endpoint_id: UUID, *, actor: Actor) -> WebhookDelivery:
    """Have a message without content sent now. Raises NotFound, WebhookOff, TooManyTrials."""
    endpoint = _ready(slug, endpoint_id, actor)
    _count("webhook-trial", endpoint, _TRIALS_AN_HOUR)
    made = WebhookDelivery.objects.create(
        endpoint=endpoint, message_id=new_message_id(), event=PING, body=ping(clock.now())
    )
    record(actor, "webhook.tried", endpoint, chain=endpoint.partner_id)
    return made


@transaction.atomic
def replay(slug: str, endpoint_id: UUID, delivery_id: UUID, *, actor: Actor) -> WebhookDelivery:
    """Send the same bytes under the same id once more, with all tries. Raises NotFound, WebhookOff,
    DeliveryWithheld, TooManyTrials."""
    endpoint = WebhookEndpoint.objects.visible_to(actor).locked(slug, endpoint_id)
    held = WebhookDelivery.objects.filter(endpoint=endpoint).select_for_update(of=("self",))
    delivery = held.found(delivery_id)
    if not endpoint.is_on:
        raise WebhookOff()
    if delivery.state == DeliveryState.WITHHELD:
        raise DeliveryWithheld()
    _count("webhook-replay", endpoint, _REPLAYS_AN_HOUR)
    delivery.state, delivery.next_try_at, delivery.round = DeliveryState.WAITING, clock.now(), 0
    delivery.save(update_fields=["state", "next_try_at", "round"])
    WebhookEndpoint.objects.filter(pk=endpoint.pk).update(rests_until=None)
    record(actor, "webhook.replayed", endpoint, chain=endpoint.partner_id, delivery=str(delivery.pk))
    return delivery


def _ready(slug: str, endpoint_id: UUID, actor: Actor) -> WebhookEndpoint:
    endpoint = WebhookEndpoint.objects.visible_to(actor).locked(slug, endpoint_id)
    if not endpoint.is_on:
        raise WebhookOff()
    return endpoint


def _count(kind: str, endpoint: WebhookEndpoint, most: int) -> None:
    if buckets.count(kind, str(endpoint.partner_id)) > most:
        raise TooManyTrials(retry_after=3600)
