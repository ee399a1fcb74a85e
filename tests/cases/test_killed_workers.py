"""Workers killed with SIGKILL while a letter leaves: never two mails; what nobody knows is called unclear."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextvars import copy_context
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from backend.cases.models import Case, Delivery, InstitutionReferral
from backend.cases.services import deliveries, mailing, referrals
from backend.cases.services.deliveries import Leaving
from backend.cases.stages import DeliveryState, ReferralState, ReferralVerb
from backend.common import clock
from backend.correspondence.models import Dispatch
from backend.correspondence.services import accounts, posting
from backend.correspondence.stages import DispatchState
from backend.jobs.models import Job
from backend.partners.actors import actor_of
from backend.partners.models import User
from tests.casework import drafted
from tests.factories.directory import ChannelFactory
from tests.jobs.conftest import wait_for
from tests.mailserver.certificates import certificates
from tests.mailserver.smtp import SmtpServer

pytestmark = pytest.mark.django_db(transaction=True)
Worker = Callable[..., "subprocess.Popen[str]"]
PLAIN, DYING = "tests.jobs.worker_child", "tests.mailserver.dying_worker"


@pytest.fixture
def worker(transactional_db: None) -> Iterator[Worker]:
    """Starts workers as processes of their own on the test's database."""
    started: list[subprocess.Popen[str]] = []

    def start(module: str = PLAIN, die_at: str = "") -> "subprocess.Popen[str]":
        environment = os.environ | {
            "WORKER_DATABASE": json.dumps({"NAME": str(connection.settings_dict["NAME"])}),
            "DOSJA_MAIL_CA_FILE": str(certificates().authority),
            "DIE_AT": die_at,
        }
        command = [sys.executable, "-m", module, "--lease", "2"]
        started.append(subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture
def letter(
    transactional_db: None, case_of_arta: Case, arta: User, besa: User, smtp_server: SmtpServer
) -> Delivery:
    """A letter that waits for a worker."""
    accounts.write_account("pif", facts=smtp_server.account(), expected=None, actor=actor_of(besa))
    assert case_of_arta.institution is not None
    ChannelFactory(institution=case_of_arta.institution, kind="email", value="zyra@kadastra.example")
    made, actor = drafted(case_of_arta, arta), actor_of(arta)
    referrals.step(ReferralVerb.RELEASE, case_of_arta.pk, made.pk, expected=None, actor=actor)
    return deliveries.begin(case_of_arta.pk, made.pk, leaving=Leaving("email"), actor=actor)


def dispatch() -> Dispatch:
    return Dispatch.objects.get()


def died(process: "subprocess.Popen[str]") -> bool:
    return process.wait(timeout=30) == -signal.SIGKILL


def worked_off() -> bool:
    """No letter's job waits or runs."""
    mine = Job.objects.filter(task_path__endswith="post_letter", state__in=["ready", "running"])
    return not mine.exists()


def much_later(server: SmtpServer, worker: Worker) -> None:
    """Another worker comes, its job is done, and hours of upkeep pass."""
    worker()
    wait_for(worked_off, 40)
    for hours in (1, 30, 60):
        with clock.frozen(clock.now() + timedelta(hours=hours)):
            mailing.take_up()


def states(letter: Delivery) -> tuple[str, str, str]:
    found = Delivery.objects.select_related("dispatch", "referral").get(pk=letter.pk)
    assert found.dispatch is not None
    return found.state, found.dispatch.state, found.referral.state


def test_killed_before_the_letter_was_given_away_it_leaves_once_with_the_next_worker(
    letter: Delivery, smtp_server: SmtpServer, worker: Worker
) -> None:
    smtp_server.before["RCPT"] = lambda: os.kill(victim.pid, signal.SIGKILL)
    victim = worker()
    assert died(victim)
    assert (dispatch().state, smtp_server.taken) == (DispatchState.WAITING, [])
    smtp_server.before.clear()
    much_later(smtp_server, worker)
    assert len(smtp_server.taken) == 1
    assert states(letter) == (DeliveryState.SENT, DispatchState.SENT, ReferralState.SENT)


def test_killed_between_giving_away_and_data_nothing_left_and_nobody_claims_to_know(
    letter: Delivery, smtp_server: SmtpServer, worker: Worker, arta: User
) -> None:
    assert died(worker(DYING, die_at="before DATA"))
    assert dispatch().state == DispatchState.HANDING_OVER
    much_later(smtp_server, worker)
    assert smtp_server.taken == []
    assert states(letter) == (DeliveryState.UNCLEAR, DispatchState.UNCLEAR, ReferralState.QUEUED)
    ids = (letter.referral.case_id, letter.referral_id, letter.pk)
    deliveries.send_again(*ids, expected=None, actor=actor_of(arta))
    wait_for(worked_off, 40)
    assert len(smtp_server.taken) == 1
    assert states(letter) == (DeliveryState.SENT, DispatchState.SENT, ReferralState.SENT)


@pytest.mark.parametrize(
    "by", ["the server's side, before its answer", "the worker's side, after the answer"]
)
def test_killed_between_accepted_and_recorded_it_is_unclear_and_its_copy_settles_it(
    letter: Delivery, smtp_server: SmtpServer, worker: Worker, by: str
) -> None:
    if by.startswith("the server"):
        smtp_server.before["TAKEN"] = lambda: os.kill(victim.pid, signal.SIGKILL)
        victim = worker()
    else:
        victim = worker(DYING, die_at="after DATA")
    assert died(victim)
    wait_for(lambda: smtp_server.taken)
    assert dispatch().state == DispatchState.HANDING_OVER
    smtp_server.before.clear()
    much_later(smtp_server, worker)
    assert list(smtp_server.copies().values()) == [1]
    assert states(letter) == (DeliveryState.UNCLEAR, DispatchState.UNCLEAR, ReferralState.QUEUED)
    # What was found in our own mailbox.
    assert posting.confirm_sent(str(smtp_server.to("zyra@pif.example")[0].message["Message-ID"]))
    mailing.take_up()
    assert states(letter) == (DeliveryState.SENT, DispatchState.SENT, ReferralState.SENT)
    assert len(smtp_server.taken) == 1


def test_killed_after_it_was_recorded_the_referral_follows_without_another_mail(
    letter: Delivery, smtp_server: SmtpServer, worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the mail's `sent` and the referral's."""
    monkeypatch.setattr(mailing, "follow", lambda _delivery_id: None)
    mailing.post(letter.pk)
    monkeypatch.undo()
    assert states(letter) == (DeliveryState.UNDER_WAY, DispatchState.SENT, ReferralState.QUEUED)
    much_later(smtp_server, worker)
    assert len(smtp_server.taken) == 1
    assert states(letter) == (DeliveryState.SENT, DispatchState.SENT, ReferralState.SENT)


def test_two_workers_at_one_letter_send_it_once(
    letter: Delivery, smtp_server: SmtpServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second one comes while the first has said RCPT; whoever gives it away first is the one."""
    import threading

    meeting = threading.Barrier(2, timeout=20)
    smtp_server.before["RCPT"] = lambda: None
    give_away: Any = posting._give_away

    def together(*args: Any) -> bool:
        meeting.wait()
        return bool(give_away(*args))

    monkeypatch.setattr(posting, "_give_away", together)

    def work() -> None:
        try:
            mailing.post(letter.pk)
        finally:
            connection.close()

    # Each with the keys that the test holds, as a job has them.
    contexts = [copy_context() for _ in range(2)]
    workers = [threading.Thread(target=context.run, args=(work,)) for context in contexts]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    assert len(smtp_server.taken) == 1
    assert states(letter)[1] in (DispatchState.SENT, DispatchState.UNCLEAR)
    assert InstitutionReferral.objects.get().state in (ReferralState.SENT, ReferralState.QUEUED)
