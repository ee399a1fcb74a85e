"""Counts of several processes add up at the listener's own port."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from prometheus_client import generate_latest

from backend.watching.management.commands.serve_metrics import registry_of
from backend.watching.standing import Counted

ROOT = Path(__file__).resolve().parents[2]
COUNT = """
import logging
from django.conf import settings
from django.utils.log import configure_logging
configure_logging(settings.LOGGING_CONFIG, settings.LOGGING)
from backend.watching.metrics import REQUESTS, SECONDS
REQUESTS.labels("case-list", "GET", "2xx").inc()
SECONDS.labels("case-list", "GET").observe(0.2)
logging.getLogger("dosja.keyring").critical("seal broken: 12345678")
logging.getLogger("dosja.keyring").info("nothing")
"""


def counting(directory: Path) -> "subprocess.Popen[bytes]":
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "DOSJA_METRICS_DIR": str(directory),
    }
    return subprocess.Popen(
        [sys.executable, "-c", COUNT], cwd=ROOT, env=environment, stderr=subprocess.DEVNULL
    )


@pytest.mark.either_engine("sqlite")
def test_two_processes_are_added_up(tmp_path: Path) -> None:
    assert [process.wait(60) for process in [counting(tmp_path), counting(tmp_path)]] == [0, 0]
    samples = {
        (sample.name, *sorted(sample.labels.values())): sample.value
        for family in Counted(tmp_path).collect()
        for sample in family.samples
    }
    assert samples["dosja_requests_total", "2xx", "GET", "case-list"] == 2
    assert samples["dosja_request_seconds_count", "GET", "case-list"] == 2
    assert samples["dosja_log_lines_total", "critical", "dosja.keyring"] == 2
    assert samples["dosja_log_lines_total", "critical", "dosja.audit"] == 0


def test_nothing_was_counted_yet(tmp_path: Path, db: None) -> None:
    assert list(Counted(tmp_path).collect()) == []
    assert b"dosja_jobs_waiting" in generate_latest(registry_of(tmp_path))
