"""Forgetting: deliveries after a month, old secrets when their time is over."""

from typing import Final

from backend.common import clock
from backend.webhooks.models import WebhookDelivery, WebhookEndpoint
from backend.webhooks.stages import KEPT_FOR

# Small enough that SQLite's one writer is never kept from a person's request.
_BATCH: Final = 500


def forget_old_deliveries() -> int:
    """Delete what was written down a month ago, with its tries. Answers how many there were."""
    old = WebhookDelivery.objects.filter(created_at__lt=clock.now() - KEPT_FOR)
    forgotten = 0
    while batch := list(old.values_list("pk", flat=True)[:_BATCH]):
        WebhookDelivery.objects.filter(pk__in=batch).delete()
        forgotten += len(batch)
    return forgotten


def forget_old_secrets() -> int:
    """A secret that signs no more is kept no more."""
    over = WebhookEndpoint.objects.filter(previous_until__lte=clock.now())
    return over.update(previous_secret_sealed=None, previous_until=None)
