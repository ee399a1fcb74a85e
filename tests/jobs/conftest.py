"""Helpers of the queue's own tests."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connection

from backend.jobs import schedule
from tests.jobs import sample_tasks


@pytest.fixture(autouse=True)
def calls() -> list[str]:
    """What the sample tasks did in this test."""
    sample_tasks.calls.clear()
    return sample_tasks.calls


@pytest.fixture
def no_schedules(monkeypatch: pytest.MonkeyPatch) -> dict[str, schedule.Rhythm]:
    """An empty register, to be filled by the test."""
    register: dict[str, schedule.Rhythm] = {}
    monkeypatch.setattr(schedule, "_registered", register)
    return register


@pytest.fixture
def worker_process(transactional_db: None) -> Iterator[Callable[..., "subprocess.Popen[str]"]]:
    """Starts real workers on the test's database; whatever is left of them is killed at the end."""
    started: list[subprocess.Popen[str]] = []

    def start(*options: str) -> "subprocess.Popen[str]":
        environment = os.environ | {
            "WORKER_DATABASE": json.dumps({"NAME": str(connection.settings_dict["NAME"])})
        }
        command = [sys.executable, "-m", "tests.jobs.worker_child", *options]
        started.append(subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()


def wait_for(condition: Callable[[], object], seconds: float = 20) -> None:
    """Wait until something holds, or fail."""
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "it did not happen in time"
        time.sleep(0.05)


@pytest.fixture
def log_of_jobs(tmp_path: Path) -> Path:
    return tmp_path / "lines"
