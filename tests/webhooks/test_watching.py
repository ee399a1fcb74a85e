"""News are found in the story: none is lost, none is told twice, in whichever order transactions end."""

from datetime import timedelta

import pytest

from backend.cases.models import Case, CaseEvent
from backend.cases.services import steps
from backend.common import clock
from backend.partners.actors import actor_of
from backend.partners.models import User
from backend.webhooks.models import WebhookDelivery, WebhookWatch
from backend.webhooks.services import watching
from tests.webhooks.conftest import Hook


def _events() -> list[int | None]:
    return list(WebhookDelivery.objects.order_by("case_event").values_list("case_event_id", flat=True))


def test_looking_again_tells_nothing_twice(hook: Hook, told_case: Case) -> None:
    assert watching.look_for_news() == 1
    assert [watching.look_for_news() for _ in range(3)] == [0, 0, 0]


def test_a_line_that_becomes_visible_late_is_found(hook: Hook, told_case: Case, arta: User) -> None:
    steps.start_triage(told_case.pk, expected=None, actor=actor_of(arta))
    first, second = CaseEvent.objects.order_by("id")
    # Its number was given before that of the second, its transaction ended after it.
    CaseEvent.objects.filter(pk=first.pk).delete()
    watching.look_for_news()
    assert _events() == [second.pk]
    first.save(force_insert=True)
    watching.look_for_news()
    assert _events() == [first.pk, second.pk]
    watching.look_for_news()
    assert len(_events()) == 2


def test_what_is_settled_is_not_read_again(hook: Hook, told_case: Case) -> None:
    watching.look_for_news()
    assert WebhookWatch.objects.get().event_id == 0
    with clock.frozen(clock.now() + timedelta(minutes=11)):
        watching.look_for_news()
    assert WebhookWatch.objects.get().event_id == CaseEvent.objects.get().pk


def test_two_workers_at_once_write_it_down_once(
    hook: Hook, told_case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    watching.look_for_news()
    # The other one has not seen yet what this one wrote.
    monkeypatch.setattr(watching, "_known", lambda events: set())
    watching.look_for_news()
    assert len(_events()) == 1


def test_many_lines_are_read_in_parts(
    hook: Hook, told_case: Case, monkeypatch: pytest.MonkeyPatch, arta: User
) -> None:
    monkeypatch.setattr(watching, "_AT_ONCE", 1)
    steps.start_triage(told_case.pk, expected=None, actor=actor_of(arta))
    assert watching.look_for_news() == 2
