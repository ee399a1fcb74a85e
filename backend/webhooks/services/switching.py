"""Switching an endpoint off and on, and the task that asks somebody to look."""

from backend.audit.services import record
from backend.cases.models import Case
from backend.cases.services import task_asking
from backend.cases.worklist.kinds import TaskKind
from backend.common import clock
from backend.partners.actors import Actor, actor_of
from backend.partners.models import User
from backend.webhooks.models import WebhookDelivery, WebhookEndpoint
from backend.webhooks.stages import DeliveryState, OffReason


def switch_off_by_itself(endpoint: WebhookEndpoint, reason: OffReason) -> None:
    """Nobody answers there. Says so in the audit log, and in a task on the last case that was to be told."""
    switch_off(endpoint, reason)
    endpoint.version += 1
    endpoint.save(update_fields=["is_on", "off_because", "off_at", "version"])
    case = _case_for(endpoint)
    if case is not None:
        task_asking.ask(
            case, kind=TaskKind.WEBHOOK_OFF, key=_key_of(endpoint), assignee=_keeper(endpoint, case)
        )
    record(
        Actor.system(),
        "webhook.switched_off",
        endpoint,
        chain=endpoint.partner_id,
        reason=reason.value,
        task=case is not None,
    )


def switch_off(endpoint: WebhookEndpoint, reason: OffReason) -> None:
    """From now on nothing leaves; what waits is given up, and can be sent again one day. The caller saves."""
    endpoint.is_on, endpoint.off_because, endpoint.off_at = False, reason, clock.now()
    waiting = WebhookDelivery.objects.filter(endpoint=endpoint, state=DeliveryState.WAITING)
    waiting.update(state=DeliveryState.FAILED, next_try_at=None)


def switch_on(endpoint: WebhookEndpoint) -> None:
    """What happened meanwhile is not told. The caller saves."""
    end_task(endpoint)
    endpoint.is_on, endpoint.off_because, endpoint.off_at = True, "", None
    endpoint.on_since, endpoint.rests_until = clock.now(), None
    endpoint.failing_since, endpoint.failures = None, 0


def end_task(endpoint: WebhookEndpoint) -> None:
    """What the task asked for was done."""
    if endpoint.off_at is not None:
        task_asking.answered(_key_of(endpoint))


def _key_of(endpoint: WebhookEndpoint) -> str:
    off_at = endpoint.off_at or clock.now()
    return f"webhook:{endpoint.pk}:{int(off_at.timestamp() * 1000)}"


def _case_for(endpoint: WebhookEndpoint) -> Case | None:
    """The case whose news came last and did not arrive. It is looked up again: its owner may have changed."""
    missed = WebhookDelivery.objects.filter(endpoint=endpoint, state=DeliveryState.FAILED)
    of_ours = missed.filter(case_event__case__owner=endpoint.partner_id, case_event__case__restricted=False)
    last = (
        of_ours.order_by("-created_at", "-case_event_id").values_list("case_event__case", flat=True).first()
    )
    return Case.objects.filter(pk=last).first() if last else None


def _keeper(endpoint: WebhookEndpoint, case: Case) -> User | None:
    """Who set it up, if that is a person who still keeps the partner; otherwise whoever of the team comes
    first."""
    person = endpoint.created_by
    if person is None or person.is_service:
        return None
    theirs = actor_of(person)
    keeps = theirs.may("manage_partner", endpoint.partner_id)
    return person if keeps and Case.objects.readable_by(theirs).filter(pk=case.pk).exists() else None
