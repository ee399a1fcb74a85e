"""A receiver that may be reached, and a webhook of partner A that points to it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest

from backend.cases.models import Case
from backend.common import clock
from backend.partners.models import User
from backend.webhooks.models import WebhookDelivery, WebhookEndpoint
from backend.webhooks.services import sending, watching
from backend.webhooks.stages import EventType
from tests.calling import Caller
from tests.mailserver.certificates import certificates
from tests.webhooks.receiver import Receiver

AT = "/partners/pif/webhooks/"


@pytest.fixture
def reachable(settings: Any) -> None:
    """This machine may be reached, and its certificate is good."""
    settings.DOSJA_WEBHOOK_NETWORKS = ["127.0.0.0/8", "::1/128"]
    settings.DOSJA_WEBHOOK_CA_FILE = str(certificates().authority)


@pytest.fixture
def receiver(reachable: None) -> Iterator[Receiver]:
    with Receiver() as made:
        yield made


@dataclass
class Hook:
    """A webhook with its secret, and the workers."""

    caller: Caller
    told: dict[str, Any]

    @property
    def path(self) -> str:
        return f"{AT}{self.told['id']}/"

    @property
    def row(self) -> WebhookEndpoint:
        return WebhookEndpoint.objects.get(pk=self.told["id"])

    def work(self, *, at: datetime | None = None) -> None:
        """What the workers do: look for news, send what is due."""
        with clock.frozen(at or clock.now()):
            watching.look_for_news()
            for endpoint_id in sending.endpoints_with_work():
                sending.send_due(endpoint_id)

    def keep_trying(self, *, hours: int) -> None:
        """As the days go by."""
        began = clock.now()
        for hour in range(hours):
            self.work(at=began + timedelta(hours=hour, minutes=2))

    def deliveries(self) -> list[WebhookDelivery]:
        return list(WebhookDelivery.objects.filter(endpoint=self.row).order_by("created_at", "event"))

    def make(self, change: dict[str, Any]) -> Any:
        return self.caller.patch(self.path, change, if_match="*")


@pytest.fixture
def hook(api: Callable[[User], Caller], besa: User, receiver: Receiver) -> Hook:
    """Besa's, of all events."""
    body = {"address": receiver.address, "description": "Our site", "events": EventType.values}
    answer = api(besa).post(AT, body)
    assert answer.status_code == 201, answer.content
    return Hook(api(besa), answer.json())


@pytest.fixture
def told_case(hook: Hook, new_case: Callable[..., Case]) -> Case:
    """A case that came after the webhook."""
    return new_case()
