"""What those who keep a partner do with its webhooks: set up, change, give a new secret, take away."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from backend.audit.services import record
from backend.common import clock
from backend.common.errors import Invalid, require_version
from backend.keyring.models import DataKey
from backend.keyring.services import destroy, new_data_key
from backend.partners.actors import Actor
from backend.partners.models import Partner
from backend.partners.querysets import PartnerQuerySet
from backend.webhooks import addresses, errors
from backend.webhooks.models import WebhookEndpoint
from backend.webhooks.services import reach, switching
from backend.webhooks.services.signing import new_secret
from backend.webhooks.stages import MOST_ENDPOINTS, EventType, OffReason

_PLAIN = ("address", "description", "events")


def kept_partner(slug: str, actor: Actor) -> Partner:
    """A partner that the actor keeps. Raises NotFound, for the platform's administrator, too."""
    return _kept(actor).found(slug)


@transaction.atomic
def create_endpoint(
    slug: str, *, address: str, events: Sequence[str], description: str = "", actor: Actor
) -> tuple[WebhookEndpoint, str]:
    """Tell a program from now on. Answers the secret, too, which is shown this once. Raises NotFound,
    Invalid, TooManyWebhooks."""
    partner = _kept(actor).locked(slug)
    _require_address(address)
    if WebhookEndpoint.objects.filter(partner=partner).count() >= MOST_ENDPOINTS:
        raise errors.TooManyWebhooks(most=MOST_ENDPOINTS)
    made = WebhookEndpoint(
        partner=partner, description=description, events=_sorted(events), created_by=actor.user
    )
    made.data_key = new_data_key(partner_id=partner.pk, subject_id=made.pk, purpose=DataKey.Purpose.WEBHOOK)
    secret = new_secret()
    made.address, made.secret = address, secret
    made.save(force_insert=True)
    record(actor, "webhook.created", made, chain=partner.pk, events=made.events)
    return made, secret


@transaction.atomic
def change_endpoint(
    slug: str, endpoint_id: UUID, *, changes: Mapping[str, Any], expected: int | None, actor: Actor
) -> WebhookEndpoint:
    """Another address, other events, off or on. Raises NotFound, Stale, Invalid."""
    endpoint = WebhookEndpoint.objects.visible_to(actor).locked(slug, endpoint_id)
    require_version(endpoint.version, expected)
    told = dict(changes)
    if "address" in told:
        _require_address(told["address"])
    if "events" in told:
        told["events"] = _sorted(told["events"])
    changed = [name for name in _PLAIN if name in told and getattr(endpoint, name) != told[name]]
    for name in changed:
        setattr(endpoint, name, told[name])
    is_on = told.get("is_on", endpoint.is_on)
    if is_on != endpoint.is_on:
        changed.append("is_on")
        if is_on:
            switching.switch_on(endpoint)
        else:
            switching.switch_off(endpoint, OffReason.BY_HAND)
    if changed:
        endpoint.version += 1
        endpoint.save()
        facts = {"fields": sorted(changed), "events": endpoint.events, "is_on": endpoint.is_on}
        record(actor, "webhook.changed", endpoint, chain=endpoint.partner_id, **facts)
    return endpoint


@transaction.atomic
def rotate_secret(
    slug: str, endpoint_id: UUID, *, overlap_hours: int, expected: int | None, actor: Actor
) -> tuple[WebhookEndpoint, str]:
    """A new secret; the old one signs beside it for some hours. Raises NotFound, Stale."""
    endpoint = WebhookEndpoint.objects.visible_to(actor).locked(slug, endpoint_id)
    require_version(endpoint.version, expected)
    secret = new_secret()
    if overlap_hours:
        endpoint.previous_secret = str(endpoint.secret)
        endpoint.previous_until = clock.now() + timedelta(hours=overlap_hours)
    else:
        endpoint.previous_secret = endpoint.previous_until = None
    endpoint.secret = secret
    endpoint.version += 1
    endpoint.save()
    record(actor, "webhook.secret_rotated", endpoint, chain=endpoint.partner_id, overlap_hours=overlap_hours)
    return endpoint, secret


@transaction.atomic
def drop_endpoint(slug: str, endpoint_id: UUID, *, expected: int | None, actor: Actor) -> None:
    """Take it away with its log, and destroy the key of its address and secrets. Raises NotFound, Stale."""
    endpoint = WebhookEndpoint.objects.visible_to(actor).locked(slug, endpoint_id)
    require_version(endpoint.version, expected)
    switching.end_task(endpoint)
    record(actor, "webhook.dropped", endpoint, chain=endpoint.partner_id)
    key = endpoint.data_key
    endpoint.delete()
    destroy(key)


def _kept(actor: Actor) -> PartnerQuerySet:
    kept: PartnerQuerySet = Partner.objects.filter(pk__in=actor.partners_with("manage_partner"))
    return kept


def _sorted(events: Sequence[str]) -> list[str]:
    return [event for event in EventType.values if event in events]


def _require_address(address: str) -> None:
    """Names are looked up only when something is sent: what they lead to may change at any time."""
    try:
        number = addresses.parsed(address).number
    except ValueError:
        message = _("Give an address that begins with https:// and has no user name, password or #.")
        raise Invalid.field("address", "invalid_address", message) from None
    if number is not None and not reach.may_be_reached(number):
        message = _("This address lies in a network that may not be reached from here.")
        raise Invalid.field("address", "host_not_allowed", message)
