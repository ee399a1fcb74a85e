"""Which views may read from the replica, what of theirs does, and what becomes of it where there is none."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import OperationalError, connection, connections
from django.urls import URLPattern, URLResolver, get_resolver

from backend.audit.models import AuditEvent
from backend.cases.models import Case, CaseShare
from backend.common import replica
from backend.common.replica import REPLICA, Outcome, Router, from_replica, noting
from backend.complaints.models import Satisfaction
from backend.directory.models import Place
from backend.keyring.models import DataKey
from backend.partners.models import Membership, PartnerGroupObjectPermission, User

pytestmark = pytest.mark.either_engine("sqlite")
# Who adds a line says in its review why a handler that runs twice does nothing twice.
DECLARED = {
    ("cases", "list"),
    ("cases-count", "count"),
    ("cases-facets", "retrieve"),
    ("statistic", "retrieve"),
    ("donor-report", "retrieve"),
}


def patterns(resolver: URLResolver) -> Iterator[URLPattern]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from patterns(one)
        else:
            yield one


def declared() -> Iterator[tuple[str | None, str]]:
    for pattern in patterns(get_resolver()):
        view = getattr(pattern.callback, "cls", None)
        for method, action in (getattr(pattern.callback, "actions", None) or {}).items():
            if getattr(getattr(view, action), "reads_replica", False):
                assert method in ("get", "head"), f"{pattern.name} reads, and is asked by {method}"
                yield pattern.name, action


def test_these_views_may_read_from_the_replica_and_no_others() -> None:
    assert set(declared()) == DECLARED


@pytest.fixture
def configured(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A replica that says what the test wants it to say."""
    monkeypatch.setattr(replica, "_standing", replica._Standing())
    monkeypatch.setattr(replica, "_asked", lambda: Outcome.SERVES)
    connections.settings[REPLICA] = connection.settings_dict
    yield connections[REPLICA]
    del connections[REPLICA], connections.settings[REPLICA]


@from_replica
def _whence(*models: Any) -> list[str]:
    return [replica.alias(), *(Router().db_for_read(model) for model in models)]


def test_without_a_replica_nothing_is_asked_of_anybody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replica, "_asked", lambda: pytest.fail("somebody was asked"))
    with noting() as noted:
        assert _whence(Case) == ["default", "default"]
    assert noted == []


def test_cases_are_read_there_and_rights_keys_lines_and_the_directory_never(configured: Any) -> None:
    with noting() as noted:
        assert _whence(Case, CaseShare, Satisfaction) == [REPLICA] * 4
        rest = (User, Membership, PartnerGroupObjectPermission, DataKey, AuditEvent, Place)
        assert set(_whence(*rest)[1:]) == {"default"}
    assert noted == [Outcome.SERVES] * 2
    assert Router().db_for_read(Case) == Router().db_for_write(Case) == "default", (
        "outside of a declared view"
    )


@pytest.mark.parametrize("outcome", [Outcome.BEHIND, Outcome.AWAY, Outcome.STRANGER])
def test_the_primary_answers_where_the_replica_may_not_and_nobody_asks_again_for_a_moment(
    configured: Any, outcome: Outcome, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    asked = []
    monkeypatch.setattr(replica, "_asked", lambda: asked.append(1) or outcome)
    with noting() as noted:
        assert _whence(Case) == _whence(Case) == ["default", "default"]
    assert noted == [outcome] * 2
    assert len(asked) == 1
    assert [record.getMessage() for record in caplog.records] == [f"the replica: {outcome.value}"]
    replica._standing.until = 0.0
    _whence(Case)
    assert len(asked) == 2
    assert len(caplog.records) == 1, "told once, as long as it stays so"


def _failing_once(*, through: Any) -> Callable[[], str]:
    tries: list[str] = []

    @from_replica
    def reading() -> str:
        tries.append(replica.alias())
        if len(tries) == 1:
            through.errors_occurred = True
            raise OperationalError("terminating connection")
        return " ".join(tries)

    return reading


def test_what_breaks_off_is_read_again_from_the_primary(configured: Any) -> None:
    with noting() as noted:
        assert _failing_once(through=configured)() == "replica default"
    assert noted == [Outcome.BROKE_OFF]
    assert replica.alias() == "default"


def test_what_fails_on_the_primary_is_told_as_always(
    configured: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "errors_occurred", False)
    with pytest.raises(OperationalError):
        _failing_once(through=connection)()
    assert replica.alias() == "default"


def test_a_replica_is_not_migrated() -> None:
    assert Router().allow_migrate("default", "cases")
    assert not Router().allow_migrate(REPLICA, "cases")
