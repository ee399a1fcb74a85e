"""A worker is killed in the middle: the next one goes on, and no row is lost or taken in twice."""

from unittest.mock import patch

import pytest

from backend.cases.models import Case, ReferenceCounter
from backend.imports.models import ImportedCase
from backend.imports.services import checking, running, undoing
from backend.imports.tasks import take_up_imports
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Membership, User
from tests.imports.conftest import ROWS, Desk, book


class Killed(BaseException):
    """Nothing of ours catches it."""


MANY = [(number, *ROWS[1][1:]) for number in range(1, 31)]


@pytest.fixture
def tried(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Thirty rows after their dry run, imported seven at a time."""
    monkeypatch.setattr(running, "BATCH", 7)
    monkeypatch.setattr(undoing, "BATCH", 7)
    monkeypatch.setattr(checking, "BATCH", 7)
    desk.send(book(MANY))
    desk.map()
    desk.step("check")
    assert desk.shown["faulty"] == 0, desk.problems()
    return desk


def begin(desk: Desk) -> None:
    path = f"/imports/{desk.run_id}/start/"
    assert desk.caller.post(path, {}, if_match=desk.shown["version"]).status_code == 200


@pytest.mark.parametrize("dies_at", [1, 5, 8, 20, 29])
def test_killed_half_way_the_import_ends_as_if_nothing_had_happened(tried: Desk, dies_at: int) -> None:
    begin(tried)
    calls, real = [0], running._take_in

    def take_in(*args: object) -> Case:
        calls[0] += 1
        if calls[0] == dies_at:
            raise Killed
        return real(*args)  # type: ignore[arg-type]

    with patch.object(running, "_take_in", take_in), pytest.raises(Killed):
        running.run_slice(tried.run_id)
    assert ImportedCase.objects.count() == (dies_at - 1) // 7 * 7
    tried.work()
    assert (tried.shown["state"], tried.shown["imported"], tried.shown["already_there"]) == ("done", 30, 0)
    assert Case.objects.count() == 30
    # No number was lost to the batch that was rolled back.
    assert ReferenceCounter.objects.get().last == 30


def test_an_import_that_takes_long_is_handed_from_job_to_job(tried: Desk) -> None:
    begin(tried)
    assert running.run_slice(tried.run_id, seconds=0)
    assert Case.objects.count() == 7
    tried.work()
    assert tried.shown["imported"] == 30


def test_two_workers_at_the_same_import_do_it_once(tried: Desk) -> None:
    begin(tried)
    real = running._take_batch

    def interrupted(*args: object) -> bool:
        with patch.object(running, "_take_batch", real):
            running.run_slice(tried.run_id, seconds=0)
        return real(*args)  # type: ignore[arg-type]

    with patch.object(running, "_take_batch", interrupted):
        running.run_slice(tried.run_id)
    tried.work()
    take_up_imports.call()
    assert (Case.objects.count(), tried.shown["imported"], tried.shown["progress"]["done"]) == (30, 30, 30)


def test_killed_while_undoing_the_rest_is_undone(tried: Desk) -> None:
    begin(tried)
    tried.work()
    path = f"/imports/{tried.run_id}/undo/"
    tried.caller.post(path, if_match=tried.shown["version"])
    calls, real = [0], undoing._took_back

    def took_back(*args: object) -> bool:
        calls[0] += 1
        if calls[0] == 17:
            raise Killed
        return real(*args)  # type: ignore[arg-type]

    with patch.object(undoing, "_took_back", took_back), pytest.raises(Killed):
        undoing.undo(tried.run_id, actor=Actor.system())
    assert Case.objects.count() == 16
    tried.work()
    assert (tried.shown["state"], tried.shown["undone"], Case.objects.count()) == ("undone", 30, 0)


def test_stopped_it_keeps_what_it_has_and_goes_on_later(tried: Desk) -> None:
    begin(tried)
    running.run_slice(tried.run_id, seconds=0)
    stopped = tried.caller.post(f"/imports/{tried.run_id}/stop/").json()
    assert (stopped["state"], stopped["imported"]) == ("stopped", 7)
    tried.work()
    assert Case.objects.count() == 7
    tried.step("start")
    assert (tried.shown["state"], tried.shown["imported"]) == ("done", 30)


def test_whoever_lost_the_right_meanwhile_imports_nothing_more(tried: Desk, besa: User) -> None:
    begin(tried)
    running.run_slice(tried.run_id, seconds=0)
    besa.groups.clear()
    Membership.objects.filter(user=besa).update(
        ended_at="2026-01-01T00:00:00Z", started_at="2025-01-01T00:00:00Z"
    )
    assert not actor_of(User.objects.get(pk=besa.pk)).may("manage_partner", tried.run.partner_id)
    running.run_slice(tried.run_id)
    assert (tried.run.state, tried.run.stopped_because) == ("stopped", "not_allowed")
    assert Case.objects.count() == 7
