"""The web server's workers begin as copies of one process, and go on when one of them dies."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from backend.config.serving import ALWAYS
from backend.watching.standing import Counted
from tests.e2e.installation import HOST, ROOT, ends_with_us, family, free_port

PATIENCE = 60
WORKERS = 2


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("serving")


def environment_in(home: Path) -> dict[str, str]:
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "backend.config.settings",
        "DATABASE_URL": f"sqlite:///{home}/none.sqlite3",
        "DOSJA_VAR": str(home),
        "DOSJA_METRICS_DIR": str(home / "metrics"),
    }


@pytest.fixture(scope="module")
def port() -> int:
    return free_port()


@pytest.fixture(scope="module")
def server(home: Path, port: int) -> Iterator[int]:
    """The number of its first process."""
    options = [*("--host", HOST, "--port", str(port), "--workers", str(WORKERS))]
    with open(home / "said.log", "wb") as said:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "backend.config.serving", *options),
                *(
                    "--respawn-failed-workers",
                    "--workers-kill-timeout",
                    "5",
                    "backend.config.wsgi:application",
                ),
            ],
            cwd=ROOT,
            env=environment_in(home),
            stdout=said,
            stderr=said,
            start_new_session=True,
            preexec_fn=ends_with_us,  # noqa: PLW1509  # no thread of ours holds a lock
        )
    try:
        until(lambda: len(workers(process.pid)) == WORKERS, home / "said.log")
        yield process.pid
    finally:
        process.terminate()
        process.wait(timeout=20)


def workers(server: int) -> list[int]:
    return [one for one in family(server) if one != server]


def until(holds: Callable[[], bool], log: Path | None = None) -> None:
    ends = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < ends, log.read_text(errors="replace") if log else "It never came to that."
        time.sleep(0.05)


def shared(process: int) -> float:
    """The part of its memory that it shares with others."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()[1:]
    kb = {name: int(value.split()[0]) for name, value in (line.split(":") for line in lines)}
    return (kb["Shared_Clean"] + kb["Shared_Dirty"]) / kb["Rss"]


def test_a_small_server_holds_the_program_once_and_not_once_for_each_worker(server: int) -> None:
    for worker in workers(server):
        assert shared(worker) > 0.7, worker


def test_a_worker_that_was_killed_is_replaced_and_shares_again(server: int) -> None:
    killed, left = workers(server)
    os.kill(killed, signal.SIGKILL)
    until(lambda: len(workers(server)) == WORKERS and killed not in workers(server))
    (new,) = set(workers(server)) - {left}
    assert shared(new) > 0.7


def test_each_request_is_counted_once_whichever_copy_answers_it(home: Path, port: int, server: int) -> None:
    asked = 60
    with ThreadPoolExecutor(6) as several:
        answers = list(several.map(lambda _number: ask(port), range(asked)))
    assert answers == [200] * asked
    counted = home / "metrics"
    until(lambda: requests_counted(counted) >= asked)
    assert requests_counted(counted) == asked
    assert len(list(counted.rglob("histogram_*.db"))) >= WORKERS


def ask(port: int) -> int:
    with urllib.request.urlopen(f"http://{HOST}:{port}/health/live", timeout=PATIENCE) as answer:
        return int(answer.status)


def requests_counted(directory: Path) -> float:
    """Of the address that was asked."""
    families = {family.name: family for family in Counted(directory).collect()}
    samples = families["dosja_requests"].samples if "dosja_requests" in families else []
    return sum(sample.value for sample in samples if sample.labels.get("route") == "health_live")


def test_what_is_read_leaves_nothing_behind_that_copies_would_share(home: Path) -> None:
    """A connection or an open file of two processes is read by both; a thread is in none of the copies."""
    told = (
        "import os, threading; from backend.config.serving import read_everything;"
        " before = set(os.listdir('/proc/self/fd')); read_everything();"
        " left = set(os.listdir('/proc/self/fd')) - before;"
        " print(threading.active_count(), len(os.listdir('/proc/self/task')),"
        " [os.readlink(f'/proc/self/fd/{one}') for one in left if os.path.exists(f'/proc/self/fd/{one}')])"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", told],
        cwd=ROOT,
        # Without the file of counters: each process turns to one of its own as soon as it counts.
        env={**environment_in(home), "DOSJA_METRICS_DIR": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "1 1 []"


def test_nobody_can_forget_that_no_address_of_a_citizen_is_logged() -> None:
    assert "--no-access-log" in ALWAYS
