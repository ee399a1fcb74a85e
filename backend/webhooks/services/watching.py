"""Looking for news: what the cases' story says since the last look becomes deliveries.

The floor of the cases knows no webhooks, so this one reads, and only what is committed. A line has its number
before it is visible; the last minutes are therefore looked at each time, and a unique key keeps one delivery.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from backend.cases.models import CaseEvent
from backend.common import clock
from backend.webhooks.models import WebhookDelivery, WebhookEndpoint, WebhookWatch
from backend.webhooks.services.signing import new_message_id
from backend.webhooks.services.telling import Line, messages_of

OVERLAP: Final = timedelta(minutes=10)
"""No transaction of ours takes so long."""
_STORY: Final = "story"
_AT_ONCE: Final = 1_000
_COLUMNS: Final = ("id", "at", "action", "actor_kind", "from_state", "to_state", "facts", "case_id")
_OF_CASE: Final = ("case__owner_id", "case__reference", "case__kind", "case__restricted")


def look_for_news() -> int:
    """Write down what is to be told to whom. Answers how many deliveries are new."""
    endpoints = _by_partner(WebhookEndpoint.objects.listening())
    if not endpoints:
        return 0
    since = min(one.on_since for some in endpoints.values() for one in some)
    watch, _new = WebhookWatch.objects.get_or_create(name=_STORY)
    settled_before, made, overlapping, position = clock.now() - OVERLAP, 0, False, watch.event_id
    while lines := _lines_after(position, since):
        made += _write_down(lines, endpoints)
        position = lines[-1].id
        for line in lines:
            overlapping = overlapping or line.at > settled_before
            if not overlapping:
                watch.event_id = line.id
        # Never backwards: another worker may have been faster.
        WebhookWatch.objects.filter(pk=watch.pk, event_id__lt=watch.event_id).update(event_id=watch.event_id)
    return made


def _by_partner(endpoints: Iterable[WebhookEndpoint]) -> Mapping[UUID, list[WebhookEndpoint]]:
    found: dict[UUID, list[WebhookEndpoint]] = defaultdict(list)
    for one in endpoints:
        found[one.partner_id].append(one)
    return found


def _lines_after(position: int, since: datetime) -> list[Line]:
    events = CaseEvent.objects.filter(id__gt=position, at__gte=since).order_by("id")
    return [Line(*row) for row in events.values_list(*_COLUMNS, *_OF_CASE)[:_AT_ONCE]]


def _write_down(lines: Sequence[Line], endpoints: Mapping[UUID, list[WebhookEndpoint]]) -> int:
    """Only for the owner of a case, and nothing of a case that is restricted."""
    wanted = [
        (endpoint, line, event, body)
        for line in lines
        if not line.restricted
        for endpoint in endpoints.get(line.owner_id, ())
        if line.at >= endpoint.on_since
        for event, body in messages_of(line)
        if event in endpoint.events
    ]
    known = _known({line.id for _endpoint, line, _event, _body in wanted})
    fresh = [
        WebhookDelivery(
            endpoint=endpoint,
            case_event_id=line.id,
            message_id=new_message_id(),
            event=event.value,
            body=body,
        )
        for endpoint, line, event, body in wanted
        if (endpoint.pk, line.id, event.value) not in known
    ]
    WebhookDelivery.objects.bulk_create(fresh, ignore_conflicts=True)
    return len(fresh)


def _known(events: set[int]) -> set[tuple[UUID, int | None, str]]:
    rows = WebhookDelivery.objects.filter(case_event__in=events)
    return set(rows.values_list("endpoint_id", "case_event_id", "event")) if events else set()
