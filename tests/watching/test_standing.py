"""What Prometheus is told of the database."""

from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

from backend.audit.models import PLATFORM_CHAIN, AuditChain, AuditEvent
from backend.audit.services import record
from backend.common import clock
from backend.jobs.models import Job
from backend.partners.actors import Actor
from backend.watching import standing
from backend.watching.metrics import LINES
from tests.application_role import as_owner
from tests.audit.test_verification import take_triggers_down

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _same_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test's transaction must outlive the question."""
    monkeypatch.setattr(standing.connections, "close_all", lambda: None)


def told() -> dict[str, dict[tuple[str, ...], float]]:
    """Metric → values of its labels → number."""
    return {
        family.name: {tuple(sample.labels.values()): sample.value for sample in family.samples}
        for family in standing.Standing().collect()
    }


def job(**facts: Any) -> Job:
    return Job.objects.create(task_path="tests.nothing", max_attempts=1, **facts)


def test_jobs_are_told_by_queue() -> None:
    job(queue="mail", run_after=clock.now() - timedelta(minutes=7))
    job(queue="mail", run_after=clock.now() + timedelta(minutes=7))
    job(state="dead", finished_at=clock.now())
    job(state="done", finished_at=clock.now(), queue="over")
    found = told()
    assert found["dosja_jobs_waiting"] == {("default",): 0, ("mail",): 1}
    assert found["dosja_jobs_dead"] == {("default",): 1, ("mail",): 0}
    assert found["dosja_jobs_oldest_seconds"]["mail",] == pytest.approx(420, abs=20)
    assert found["dosja_jobs_oldest_seconds"]["default",] == 0
    assert found["dosja_database_up"] == {(): 1}


def chain_of_one() -> AuditChain:
    record(Actor.system(), "test.done", ("tests.thing", PLATFORM_CHAIN), chain=None)
    return AuditChain.objects.get(pk=PLATFORM_CHAIN)


def broken_heads() -> float:
    return told()["dosja_audit_broken_heads"][()]


def test_a_head_that_was_rewritten_or_cut_is_told() -> None:
    chain = chain_of_one()
    assert broken_heads() == 0
    with as_owner(connection):
        AuditChain.objects.filter(pk=chain.pk).update(length=chain.length + 1)
        assert broken_heads() == 1
        AuditChain.objects.filter(pk=chain.pk).update(length=chain.length, hash="f" * 64)
        assert broken_heads() == 1


def test_an_end_that_was_taken_away_is_told() -> None:
    chain = chain_of_one()
    take_triggers_down()
    AuditEvent.objects.filter(chain=chain, number=chain.length).delete()
    assert broken_heads() == 1


def test_the_nightly_look_raises_the_alarm_that_prometheus_hears() -> None:
    chain = chain_of_one()
    alarms = LINES.labels("dosja.audit", "critical")._value
    before = alarms.get()
    call_command("verify_audit")
    assert alarms.get() == before
    with as_owner(connection):
        AuditChain.objects.filter(pk=chain.pk).update(hash="f" * 64)
    with pytest.raises(CommandError):
        call_command("verify_audit")
    assert alarms.get() == before + 1


def test_connections_are_told_where_there_are_any_to_tell() -> None:
    found = told()
    if connection.vendor == "postgresql":
        assert sum(found["dosja_database_connections"].values()) >= 1
        assert found["dosja_database_connections_limit"][()] > 1
    else:
        assert "dosja_database_connections" not in found


def test_while_the_database_is_away_that_alone_is_told() -> None:
    with patch.object(standing, "jobs", side_effect=OperationalError("no route to db.example")):
        assert told() == {"dosja_database_up": {(): 0}}
