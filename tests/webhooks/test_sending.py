"""What arrives can be verified, comes again in the same bytes when it failed, and says nothing of persons."""

import json
import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from backend.audit.models import AuditEvent
from backend.cases.models import Case, Task
from backend.cases.services import conversation, steps, task_watch, tasks
from backend.common import clock
from backend.keyring.models import DataKey
from backend.partners.actors import actor_of
from backend.partners.models import Partner, User
from backend.webhooks.models import WebhookDelivery, WebhookEndpoint, WebhookTry
from backend.webhooks.services import upkeep
from tests.casework import SENTENCE, opened, restricted, sent
from tests.webhooks.conftest import AT, Hook
from tests.webhooks.receiver import Came, Receiver


def verified(secret: str, came: Came) -> Any:
    """As a partner's program does it, with the library of the standard."""
    return Webhook(secret).verify(came.body, came.headers)


def _clock_of(came: Came) -> type[datetime]:
    """The receiver's, at the moment when it came."""
    moment = datetime.fromtimestamp(int(came.headers["webhook-timestamp"]), UTC)

    class Then(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return moment

    return Then


def test_what_arrives_is_verified_by_the_library_of_the_standard(
    hook: Hook, told_case: Case, receiver: Receiver
) -> None:
    hook.work()
    [came] = receiver.came
    told = verified(hook.told["secret"], came)
    assert told["type"] == "case.received"
    assert told["data"] == {
        "case": str(told_case.pk),
        "reference": told_case.reference,
        "kind": "public_service",
        "state": "received",
    }
    assert came.target == "/hooks?key=topsecret"
    with pytest.raises(WebhookVerificationError):
        Webhook(hook.told["secret"]).verify(came.body.replace(b"received", b"resolved"), came.headers)


def test_every_try_sends_the_same_id_and_the_same_bytes(
    hook: Hook, told_case: Case, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    receiver.answers = [500, 500, 500, 200]
    hook.keep_trying(hours=5)
    assert len(receiver.came) == 4
    assert (
        len({came.body for came in receiver.came})
        == len({c.headers["webhook-id"] for c in receiver.came})
        == 1
    )
    # Each with a signature of its own time, which the library of the standard takes: it looks at the clock.
    for came in receiver.came:
        monkeypatch.setattr("standardwebhooks.webhooks.datetime", _clock_of(came))
        verified(hook.told["secret"], came)
    assert len({came.headers["webhook-timestamp"] for came in receiver.came}) == 4
    [delivery] = hook.deliveries()
    assert (delivery.state, delivery.tries) == ("delivered", 4)
    tries = list(WebhookTry.objects.values_list("status", "problem"))
    assert tries == [(500, "status")] * 3 + [(200, "")]
    hook.work()
    assert len(receiver.came) == 4


def test_the_pauses_grow_over_about_two_days(hook: Hook, told_case: Case, receiver: Receiver) -> None:
    receiver.answers = [503] * 20
    began = clock.now()
    for minutes in [0, 1, 3, 10, 60, 240, 600, 1400, 2300, 3500, 4500]:
        hook.work(at=began + timedelta(minutes=minutes))
    [delivery] = hook.deliveries()
    assert (delivery.state, delivery.tries) == ("failed", 10)


def test_a_story_becomes_events_without_a_word(
    hook: Hook, told_case: Case, receiver: Receiver, arta: User, ten_days: Any
) -> None:
    case = opened(told_case, arta)
    conversation.complainant_answered(case.complaint, text=SENTENCE)
    task = tasks.write_task(
        case.pk, title=SENTENCE, due_on=clock.today(case.owner.time_zone), actor=actor_of(arta)
    )
    tasks.finish_task(task.pk, expected=None, actor=actor_of(arta))
    sent(case, arta)
    hook.work()
    told = [verified(hook.told["secret"], came) for came in receiver.came]
    kinds = [one["type"] for one in told]
    for kind in (
        "case.received", "case.state_changed", "message.received", "task.opened", "task.ended",
        "referral.state_changed",
    ):  # fmt: skip
        assert kind in kinds
    everything = " ".join(came.body.decode() for came in receiver.came)
    for word in ("Fjalë", "Kadastr", case.summary or "Fjalë", "Arta", str(arta.pk), "al-cadastre", "delay"):
        assert word not in everything
    allowed = {"case", "reference", "kind", "state", "from_state", "message", "task", "referral"}
    assert {name for one in told for name in one["data"]} <= allowed


def test_an_answer_that_takes_the_case_back_is_two_events(
    hook: Hook, told_case: Case, receiver: Receiver, arta: User
) -> None:
    steps.start_triage(told_case.pk, expected=None, actor=actor_of(arta))
    conversation.write_to_complainant(told_case.pk, text="A?", asks=True, actor=actor_of(arta))
    conversation.complainant_answered(told_case.complaint, text="Po.")
    hook.work()
    kinds = [json.loads(came.body)["type"] for came in receiver.came]
    assert kinds.count("message.received") == 1
    assert kinds.count("case.state_changed") == 3


def test_only_chosen_events_leave(hook: Hook, receiver: Receiver, new_case: Any, arta: User) -> None:
    assert hook.make({"events": ["case.state_changed"]}).status_code == 200
    opened(new_case(), arta)
    hook.work()
    assert {json.loads(came.body)["type"] for came in receiver.came} == {"case.state_changed"}


def test_nothing_of_a_restricted_case_leaves(
    hook: Hook, told_case: Case, receiver: Receiver, arta: User, besa: User
) -> None:
    restricted(told_case, [arta, besa], besa)
    steps.start_triage(told_case.pk, expected=None, actor=actor_of(arta))
    hook.work()
    assert receiver.came == [] and hook.deliveries() == []


def test_what_waits_is_withheld_when_the_case_becomes_restricted(
    hook: Hook, told_case: Case, receiver: Receiver, arta: User, besa: User
) -> None:
    receiver.answers = [500]
    hook.work()
    restricted(told_case, [arta], besa)
    hook.keep_trying(hours=2)
    assert len(receiver.came) == 1
    [delivery] = hook.deliveries()
    assert delivery.state == "withheld"
    path = f"{hook.path}deliveries/{delivery.pk}/"
    assert hook.caller.get(path).json()["body"] is None  # besa is not named on it
    assert hook.caller.post(f"{path}replay/").json()["code"] == "webhook.withheld"


def test_a_case_of_another_partner_is_told_to_nobody_here(
    hook: Hook, receiver: Receiver, new_case: Any, partner_b: Partner
) -> None:
    new_case(partner=partner_b)
    hook.work()
    assert receiver.came == []


def test_while_two_secrets_overlap_both_verify(
    hook: Hook, told_case: Case, receiver: Receiver, new_case: Any
) -> None:
    answer = hook.caller.post(f"{hook.path}rotate_secret/", {}, if_match=1)
    old, new = hook.told["secret"], answer.json()["secret"]
    hook.work()
    for secret in (old, new):
        assert verified(secret, receiver.came[0])["type"] == "case.received"
    # The overlap is over: for the receiver the time stands still, so that the stamp is not too new.
    WebhookEndpoint.objects.update(previous_until=clock.now())
    new_case()
    hook.work()
    assert verified(new, receiver.came[1])
    with pytest.raises(WebhookVerificationError):
        verified(old, receiver.came[1])
    upkeep.forget_old_secrets()
    assert hook.row.previous_secret is None


def test_a_secret_that_is_known_to_somebody_ends_at_once(
    hook: Hook, told_case: Case, receiver: Receiver
) -> None:
    hook.caller.post(f"{hook.path}rotate_secret/", {"overlap_hours": 0}, if_match=1)
    hook.work()
    with pytest.raises(WebhookVerificationError):
        verified(hook.told["secret"], receiver.came[0])


def test_days_of_failure_switch_it_off_with_a_task_for_who_set_it_up(
    hook: Hook, told_case: Case, receiver: Receiver, arta: User, besa: User, new_case: Any
) -> None:
    receiver.answers = [500] * 500
    began = clock.now()
    for day in range(7):
        with clock.frozen(began + timedelta(days=day)):
            new_case()
        for minutes in (1, 5, 30, 300, 900, 1300):
            hook.work(at=began + timedelta(days=day, minutes=minutes))
        if day == 3:
            assert hook.row.is_on
    assert (hook.row.is_on, hook.row.off_because) == (False, "failing")
    task = Task.objects.get(kind="webhook_off")
    assert (task.assignee, task.state) == (besa, "open")
    event = AuditEvent.objects.get(action="webhook.switched_off")
    assert event.facts == {"reason": "failing", "task": True}
    task_watch.look_at_everything()  # no rule takes it away
    assert Task.objects.get(pk=task.pk).state == "open"
    arrived = len(receiver.came)
    new_case()
    hook.work(at=began + timedelta(days=8))
    assert len(receiver.came) == arrived
    assert hook.make({"is_on": True}).json()["off_because"] is None
    assert Task.objects.get(pk=task.pk).state == "dropped"


def test_one_bad_moment_after_a_quiet_week_switches_nothing_off(
    hook: Hook, told_case: Case, receiver: Receiver, new_case: Any
) -> None:
    receiver.answers = [500]
    hook.work()
    WebhookEndpoint.objects.update(failing_since=clock.now() - timedelta(days=8))
    receiver.answers = [500]
    new_case()
    hook.work(at=clock.now() + timedelta(minutes=5))
    assert hook.row.is_on


def test_gone_for_good_is_believed(hook: Hook, told_case: Case, receiver: Receiver) -> None:
    receiver.answers = [410]
    hook.work()
    assert (hook.row.is_on, hook.row.off_because) == (False, "gone")


def test_a_replay_sends_the_same_bytes_and_the_same_id(
    hook: Hook, told_case: Case, receiver: Receiver, run_jobs: Callable[..., Any]
) -> None:
    hook.work()
    [delivery] = hook.deliveries()
    answer = hook.caller.post(f"{hook.path}deliveries/{delivery.pk}/replay/")
    assert answer.json()["state"] == "waiting"
    run_jobs()
    first, second = receiver.came
    assert (first.body, first.headers["webhook-id"]) == (second.body, second.headers["webhook-id"])
    assert verified(hook.told["secret"], second)
    shown = hook.caller.get(f"{hook.path}deliveries/{delivery.pk}/").json()
    assert (shown["state"], len(shown["attempts"]), shown["body"]) == ("delivered", 2, first.body.decode())


def test_a_trial_has_no_content(hook: Hook, receiver: Receiver, run_jobs: Callable[..., Any]) -> None:
    assert hook.caller.post(f"{hook.path}try/").status_code == 201
    run_jobs()
    assert verified(hook.told["secret"], receiver.came[0]) | {"timestamp": ""} == {
        "type": "ping", "timestamp": "", "data": {},
    }  # fmt: skip
    hook.make({"is_on": False})
    assert hook.caller.post(f"{hook.path}try/").json()["code"] == "webhook.off"


def test_trials_are_no_way_to_search_a_network(hook: Hook) -> None:
    answers = [hook.caller.post(f"{hook.path}try/").status_code for _ in range(21)]
    assert answers == [201] * 20 + [429]


def test_what_happened_while_it_was_off_is_not_told(hook: Hook, receiver: Receiver, new_case: Any) -> None:
    hook.make({"is_on": False})
    new_case()
    hook.make({"is_on": True})
    hook.work()
    assert receiver.came == []


def test_after_a_month_the_log_is_forgotten(hook: Hook, told_case: Case, receiver: Receiver) -> None:
    hook.work()
    with clock.frozen(clock.now() + timedelta(days=29)):
        assert upkeep.forget_old_deliveries() == 0
    with clock.frozen(clock.now() + timedelta(days=31)):
        assert upkeep.forget_old_deliveries() == 1
    assert not WebhookDelivery.objects.exists() and not WebhookTry.objects.exists()
    hook.work()
    # Looked at again within the last minutes only.
    assert len(receiver.came) <= 2


def test_what_the_receiver_says_is_kept_nowhere(
    hook: Hook, told_case: Case, receiver: Receiver, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    receiver.answers = [b"HTTP/1.1 500 SEKRET\r\nX-A: SEKRET\r\n\r\nSEKRET"]
    hook.work()
    kept = [
        str(row) for model in (WebhookDelivery, WebhookTry, WebhookEndpoint) for row in model.objects.values()
    ]
    told = [str(vars(event)) for event in AuditEvent.objects.all()]
    for text in (*kept, *told, caplog.text):
        assert "SEKRET" not in text and "topsecret" not in text and "whsec_" not in text


def test_taking_it_away_destroys_its_key(hook: Hook, told_case: Case) -> None:
    hook.work()
    assert hook.caller.delete(hook.path, if_match=1).status_code == 204
    assert not WebhookEndpoint.objects.exists() and not WebhookDelivery.objects.exists()
    assert DataKey.objects.get(purpose="webhook").destroyed_at is not None


def test_the_secret_is_shown_once(hook: Hook, besa: User) -> None:
    for path in (AT, hook.path):
        assert "whsec_" not in hook.caller.get(path).content.decode()


def test_others_see_nothing(hook: Hook, api: Any, arta: User, giorgi: User, admin: User) -> None:
    for person in (arta, giorgi, admin):
        for path in (AT, hook.path, f"{hook.path}deliveries/"):
            assert api(person).get(path).status_code == 404
        assert api(person).post(f"{hook.path}try/").status_code == 404
