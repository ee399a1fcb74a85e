"""The work of webhooks in the background. Every job may run twice and be killed anywhere."""

from uuid import UUID

from backend.jobs import schedule
from backend.jobs.task import task
from backend.webhooks.models import WebhookEndpoint
from backend.webhooks.services import sending, upkeep, watching


@schedule.every(seconds=30)
@task
def look_for_news() -> int:
    """Write down what is to be told, and have sent what is due. The retries of a delivery are moments in its
    row; this finds those that have come."""
    made = watching.look_for_news()
    for endpoint_id in sending.endpoints_with_work():
        _send_soon(endpoint_id)
    return made


# One job an endpoint at a time: an address that never answers holds one worker and no more.
@task(priority=-10)
def send_webhooks(endpoint_id: str) -> None:
    """Send what is due for one endpoint."""
    sending.send_due(UUID(endpoint_id))


def send_at_once(endpoint: WebhookEndpoint) -> None:
    """Somebody waits for it."""
    _send_soon(endpoint.pk)


@schedule.daily("03:20")
@task
def forget_old_deliveries() -> int:
    """What is told nobody any more, and secrets that sign no more."""
    return upkeep.forget_old_deliveries() + upkeep.forget_old_secrets()


def _send_soon(endpoint_id: UUID) -> None:
    send_webhooks.using(unique_key=f"webhook:{endpoint_id}").enqueue(str(endpoint_id))
