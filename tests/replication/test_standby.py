"""A real standby: what the primary would refuse it never shows, and without it answers go on."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection, connections
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from backend.audit.models import AuditEvent
from backend.cases.models import Case, CaseShare
from backend.cases.services import sharing
from backend.common import replica
from backend.common.replica import REPLICA, Outcome
from backend.common.secondlock import holding
from backend.config.replicas import replica_serves
from backend.partners.actors import actor_of
from backend.partners.models import Membership, Partner, User
from backend.partners.services.members import end_membership
from backend.watching import metrics, standing
from tests.calling import Caller
from tests.casework import restricted, shared
from tests.replication.standby import Standby

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no replicas"),
    pytest.mark.django_db(transaction=True),
]
Api = Callable[[User], Caller]


@pytest.fixture(scope="module")
def _one_standby(django_db_setup: None, django_db_blocker: Any) -> Iterator[Standby]:
    with django_db_blocker.unblock(), Standby(connection.settings_dict) as standby:
        yield standby


@pytest.fixture
def standby(_one_standby: Standby, transactional_db: None, monkeypatch: Any) -> Iterator[Standby]:
    """It serves, as the settings would make it serve."""
    monkeypatch.setattr(replica, "_standing", replica._Standing())
    # What is lost here is lost to a machine that is too busy, and not to a replica that is behind.
    monkeypatch.setattr(replica, "_PAUSES", (0.01,) * 100)
    monkeypatch.setattr(replica, "_REST", {})
    _reached(_one_standby.settings)
    with override_settings(DATABASE_ROUTERS=["backend.common.replica.Router"]):
        yield _one_standby
    connections[REPLICA].close()
    del connections[REPLICA], connections.settings[REPLICA]
    # A test that failed half-way may have left it dead: the next one fails for reasons of its own alone.
    _one_standby.start()
    _one_standby.replay()


def _reached(settings: dict[str, Any]) -> None:
    """As the alias of the replica. Django's tests forbid databases that were not there when they began."""
    connections.settings[REPLICA] = settings
    made = connections[REPLICA]

    def opened() -> None:
        if made.connection is None:
            with made.wrap_database_errors:
                made.connect()

    made.ensure_connection = opened


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Behind is behind: nobody waits for what was stopped."""
    monkeypatch.setattr(replica, "_PAUSES", ())


def listed(caller: Caller) -> tuple[set[str], Outcome]:
    """The references on the list, and who answered."""
    with Watching() as outcomes:
        answer = caller.get("/cases/")
    assert answer.status_code == 200
    (outcome,) = outcomes
    return {row["reference"] for row in answer.json()["results"]}, outcome


def served(standby: Standby, caller: Caller) -> set[str]:
    """What is on the list as soon as it comes from the replica."""
    for _try in range(50):
        standby.replay()
        seen, outcome = listed(caller)
        if outcome is Outcome.SERVES:
            return seen
    raise AssertionError("it never serves")


class Watching:
    """What the requests inside counted."""

    def __enter__(self) -> list[Outcome]:
        self._before = self._counts()
        self._found: list[Outcome] = []
        return self._found

    def __exit__(self, *_problem: object) -> None:
        after = self._counts()
        for outcome in Outcome:
            self._found.extend([outcome] * int(after[outcome] - self._before[outcome]))

    def _counts(self) -> dict[Outcome, float]:
        return {outcome: metrics.REPLICA.labels(outcome.value)._value.get() for outcome in Outcome}


def test_without_the_replica_answers_go_on_and_it_serves_again_when_it_is_back(
    standby: Standby, impatient: None, api: Api, arta: User, case_of_arta: Case, monkeypatch: Any
) -> None:
    # The first test: when it starts again, a standby replays everything since its copy was made.
    caller, found = api(arta), {case_of_arta.reference}
    assert served(standby, caller) == found
    standby.kill()
    assert listed(caller) == (found, Outcome.AWAY)
    ready = Client().get("/health/ready").json()
    assert (ready["status"], ready["replica"]) == ("ready", "away")
    assert [metric.samples[0].value for metric in standing.replica_lag()] == [0]
    standby.start()
    assert served(standby, caller) == found
    # And in the middle of an answer.
    monkeypatch.setattr(replica, "_asked", lambda: standby.kill() or Outcome.SERVES)
    assert listed(caller) == (found, Outcome.BROKE_OFF)
    standby.start()


def test_what_one_has_just_written_is_there_and_comes_from_the_replica(
    standby: Standby, api: Api, arta: User, new_case: Callable[..., Case]
) -> None:
    caller = api(arta)
    written = set()
    for _ in range(3):
        written.add(new_case().reference)
        assert listed(caller)[0] == written
        with CaptureQueriesContext(connections[REPLICA]) as asked:
            assert served(standby, caller) == written
        assert any("cases_case" in query["sql"] for query in asked)


def test_what_was_written_is_there_while_the_replica_is_behind(
    standby: Standby, impatient: None, api: Api, arta: User, new_case: Callable[..., Case]
) -> None:
    caller, first = api(arta), new_case().reference
    standby.replay()
    standby.stop_replaying()
    second = new_case().reference
    assert listed(caller) == ({first, second}, Outcome.BEHIND)
    told = {metric.name: metric.samples[0].value for metric in standing.replica_lag()}
    assert told["dosja_replica_up"] == 1
    assert told["dosja_replica_lag_bytes"] > 0 < told["dosja_replica_lag_seconds"]


def _recall(case: Case, besa: User, nino: User) -> None:
    share = CaseShare.objects.get(case=case)
    sharing.end_share(case.pk, share_id=share.pk, actor=actor_of(besa))


def _restrict(case: Case, besa: User, nino: User) -> None:
    restricted(case, [besa], besa)


def _take_the_role(case: Case, besa: User, nino: User) -> None:
    membership = Membership.objects.get(user=nino)
    coordinator = User.objects.get(name="Giorgi")
    end_membership(membership.partner.slug, membership.pk, expected=None, actor=actor_of(coordinator))


@pytest.mark.parametrize("end", [_recall, _restrict, _take_the_role])
def test_a_right_that_ended_is_over_at_once_whatever_the_replica_still_believes(
    standby: Standby,
    impatient: None,
    api: Api,
    besa: User,
    nino: User,
    giorgi: User,
    partner_b: Partner,
    case_of_arta: Case,
    end: Callable[[Case, User, User], None],
) -> None:
    shared(case_of_arta, partner_b, besa)
    caller = api(nino)
    assert served(standby, caller) == {case_of_arta.reference}
    standby.stop_replaying()
    end(case_of_arta, besa, nino)
    still = CaseShare.objects.using(REPLICA).get(case=case_of_arta)
    assert still.ended_at is None, "the replica knows already: nothing is tried here"
    seen, outcome = listed(caller)
    assert seen == set()
    assert outcome is Outcome.BEHIND
    assert served(standby, caller) == set()


def test_numbers_come_from_the_replica_and_the_line_about_their_leaving_from_the_primary(
    standby: Standby, api: Api, besa: User, case_of_arta: Case
) -> None:
    caller, lines = api(besa), AuditEvent.objects.filter(action="statistics.downloaded")
    assert served(standby, caller) == {case_of_arta.reference}
    standby.replay()
    with Watching() as outcomes, CaptureQueriesContext(connections[REPLICA]) as asked:
        answer = caller.get("/statistics/cases-by-kind/?format=csv")
    assert answer.status_code == 200
    assert outcomes == [Outcome.SERVES]
    assert not any("audit" in query["sql"] for query in asked)
    assert any("insights_tally" in query["sql"] for query in asked)
    assert lines.count() == 1


def test_the_second_lock_holds_on_the_replica(
    standby: Standby, case_of_arta: Case, partner_a: Partner, partner_b: Partner
) -> None:
    standby.replay()
    there = Case.objects.using(REPLICA)
    with holding(partner_a.pk):
        assert there.count() == 1
    for keys in ((), (partner_b.pk,)):
        with holding(*keys):
            assert there.count() == 0
    # Nor does SQL on the same connection find the keys of whoever came before.
    assert connections[REPLICA].connection.execute("SELECT count(*) FROM cases_case").fetchone() == (0,)


def test_a_server_that_is_no_replica_is_told_and_never_asked(
    standby: Standby, api: Api, arta: User, case_of_arta: Case, monkeypatch: Any
) -> None:
    connections[REPLICA].close()
    del connections[REPLICA]
    _reached(connection.settings_dict)
    assert listed(api(arta)) == ({case_of_arta.reference}, Outcome.STRANGER)
    assert Client().get("/health/ready").json()["replica"] == "not_a_replica"
    assert [found.id for found in replica_serves(databases=["default"])] == ["dosja.W009"]
