"""Sending what waits, and what follows from how it went."""

import secrets
import time
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction

from backend.cases.models import Case
from backend.common import clock
from backend.webhooks.models import WebhookDelivery, WebhookEndpoint, WebhookTry
from backend.webhooks.posting import Answer, post
from backend.webhooks.services import switching
from backend.webhooks.services.signing import headers_for
from backend.webhooks.stages import (
    DELAYS,
    FAILING_AT_MOST,
    FEWEST_FAILURES,
    PING,
    DeliveryState,
    OffReason,
)

_SECONDS: Final = 300
_FAILURES_IN_A_ROW: Final = 3
_REST: Final = timedelta(minutes=1)
_GONE: Final = 410
_JITTER: Final = 0.1
_chance = secrets.SystemRandom()


def endpoints_with_work() -> list[UUID]:
    """Endpoints for which something is due, and whose queue does not rest."""
    due = WebhookDelivery.objects.due().exclude(endpoint__rests_until__gt=clock.now())
    return list(due.order_by().values_list("endpoint", flat=True).distinct())


def send_due(endpoint_id: UUID) -> None:
    """Send what is due for an endpoint, one after the other. An address that fails again and again, or takes
    long, gives the worker back: others wait, too."""
    until, failed = time.monotonic() + _SECONDS, 0
    while failed < _FAILURES_IN_A_ROW and time.monotonic() < until:
        delivery = _next(endpoint_id)
        if delivery is None:
            return
        failed = 0 if _send(delivery) else failed + 1
    if failed:
        WebhookEndpoint.objects.filter(pk=endpoint_id).update(rests_until=clock.now() + _REST)


def _next(endpoint_id: UUID) -> WebhookDelivery | None:
    around = ("endpoint__partner", "endpoint__data_key__partner_key", "case_event__case")
    due = WebhookDelivery.objects.due().filter(endpoint=endpoint_id).select_related(*around)
    return due.order_by("next_try_at", "case_event_id").first()


def _send(delivery: WebhookDelivery) -> bool:
    """One try, outside of any transaction. Every try carries the same id and the same bytes."""
    endpoint, body = delivery.endpoint, bytes(delivery.body)
    if not _may_leave(delivery):
        delivery.state, delivery.next_try_at = DeliveryState.WITHHELD, None
        delivery.save(update_fields=["state", "next_try_at"])
        return True
    headers = headers_for(endpoint, message_id=delivery.message_id, body=body, at=clock.now())
    answer = post(str(endpoint.address), headers=headers, body=body)
    _note(delivery.pk, endpoint.pk, answer)
    return answer.problem is None


def _may_leave(delivery: WebhookDelivery) -> bool:
    """A case may have become restricted, or another partner's, since this was written down."""
    if delivery.case_event is None:
        return True
    case: Case = delivery.case_event.case
    return not case.restricted and case.owner_id == delivery.endpoint.partner_id


@transaction.atomic
def _note(delivery_id: UUID, endpoint_id: UUID, answer: Answer) -> None:
    # The endpoint first, as everybody else holds it; both may have gone meanwhile.
    held = WebhookEndpoint.objects.select_for_update(of=("self",))
    endpoint = held.select_related("partner").filter(pk=endpoint_id).first()
    delivery = WebhookDelivery.objects.select_for_update(of=("self",)).filter(pk=delivery_id).first()
    if endpoint is None or delivery is None:
        return
    now = clock.now()
    WebhookTry.objects.create(
        delivery=delivery,
        at=now,
        status=answer.status,
        problem=answer.problem or "",
        milliseconds=answer.milliseconds,
    )
    delivery.tries, delivery.round = delivery.tries + 1, delivery.round + 1
    if answer.problem is None:
        delivery.state, delivery.next_try_at, delivery.delivered_at = DeliveryState.DELIVERED, None, now
    else:
        delivery.next_try_at = _next_moment(delivery.round, now)
        delivery.state = DeliveryState.WAITING if delivery.next_try_at else DeliveryState.FAILED
    delivery.save(update_fields=["tries", "round", "state", "next_try_at", "delivered_at"])
    _judge(endpoint, delivery, answer, now)


def _next_moment(tries: int, now: datetime) -> datetime | None:
    """Later and later, not all at the same moment; None when it is given up."""
    if tries > len(DELAYS):
        return None
    return now + DELAYS[tries - 1] * _chance.uniform(1 - _JITTER, 1 + _JITTER)


def _judge(endpoint: WebhookEndpoint, delivery: WebhookDelivery, answer: Answer, now: datetime) -> None:
    """Whether the endpoint lives. Trials that fail count for nothing: somebody is at work there."""
    if answer.problem is None:
        endpoint.last_success_at, endpoint.failing_since, endpoint.failures = now, None, 0
    elif delivery.event != PING:
        endpoint.failing_since = endpoint.failing_since or now
        endpoint.failures += 1
    endpoint.save(update_fields=["last_success_at", "failing_since", "failures"])
    if not endpoint.is_on or endpoint.failing_since is None:
        return
    if answer.status == _GONE:
        switching.switch_off_by_itself(endpoint, OffReason.GONE)
    elif endpoint.failures >= FEWEST_FAILURES and now - endpoint.failing_since >= FAILING_AT_MOST:
        switching.switch_off_by_itself(endpoint, OffReason.FAILING)
