"""One file for all processes: what one spends, the others cannot."""

import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from backend.common import clock
from backend.doorkeeping import ledger
from backend.doorkeeping.allowances import Allowance

pytestmark = pytest.mark.either_engine("postgresql")
ALLOWANCE = Allowance(100, 1)
_SPENDING = """
from django.conf import settings; settings.DOSJA_ALLOWANCES = {path!r}
from backend.doorkeeping import ledger
from backend.doorkeeping.allowances import Allowance
print(sum(ledger.charge("client x", 1, Allowance(100, 1)).wait == 0 for _ in range(80)))
"""


@pytest.fixture(autouse=True)
def file(settings: Any, tmp_path: Path) -> Path:
    path = tmp_path / "var" / "allowances.sqlite3"
    settings.DOSJA_ALLOWANCES = path
    return path


def _spend(caller: str = "client x", cost: int = 1) -> bool:
    standing = ledger.charge(caller, cost, ALLOWANCE)
    assert standing is not None
    return standing.wait == 0


def test_two_processes_share_one_bucket(file: Path) -> None:
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    command = [sys.executable, "-c", _SPENDING.format(path=str(file))]
    running = [subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) for _one in range(2)]
    let_in = [int(one.communicate(timeout=60)[0]) for one in running]
    # One point comes back in a minute.
    assert 100 <= sum(let_in) <= 101


def test_threads_share_one_bucket() -> None:
    with clock.frozen(clock.now()), ThreadPoolExecutor(4) as threads:
        let_in = list(threads.map(lambda _number: _spend(), range(160)))
    assert 100 <= sum(let_in) <= 101


def test_whoever_comes_first_to_a_new_file_is_counted(settings: Any, tmp_path: Path) -> None:
    """All threads at the same moment, to a hundred files that are not there yet."""
    together = Barrier(8)

    def come(place: Path) -> bool:
        settings.DOSJA_ALLOWANCES = place
        together.wait()
        return _spend()

    with ThreadPoolExecutor(8) as threads:
        for number in range(100):
            place = tmp_path / f"{number}.sqlite3"
            assert all(threads.map(come, [place] * 8))


def test_one_caller_takes_nothing_from_another() -> None:
    while _spend("client runaway"):
        pass
    assert all(_spend("client decent") for _request in range(50))


def test_the_file_says_nothing_of_who_called(file: Path) -> None:
    _spend("person 0b5a7f3e")
    assert b"0b5a7f3e" not in b"".join(path.read_bytes() for path in file.parent.iterdir())


def test_what_a_day_has_cost_is_told_until_it_is_over() -> None:
    noon = datetime(2026, 3, 10, 12, tzinfo=UTC)
    with clock.frozen(noon):
        _spend(cost=7)
        assert (ledger.used_today("client x"), ledger.used_today("client y")) == (7, 0)
    with clock.frozen(noon + timedelta(days=1)):
        assert ledger.used_today("client x") == 0


def test_who_has_not_called_for_days_is_forgotten(file: Path) -> None:
    noon = datetime(2026, 3, 10, 12, tzinfo=UTC)
    with clock.frozen(noon):
        _spend("client x")
    with clock.frozen(noon + timedelta(days=4)):
        _spend("client y")
    with sqlite3.connect(file) as line:
        assert line.execute("SELECT count(*) FROM account").fetchone() == (1,)


def test_a_file_that_cannot_be_used_shuts_nobody_out(settings: Any, tmp_path: Path) -> None:
    (tmp_path / "broken").write_bytes(b"no database" * 1000)
    for path in (tmp_path / "broken", tmp_path / "broken" / "under-a-file"):
        settings.DOSJA_ALLOWANCES = path
        assert ledger.charge("client x", 1, ALLOWANCE) is None
        assert ledger.used_today("client x") == 0
