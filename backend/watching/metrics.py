"""What processes count for Prometheus. Labels are words of the code: no id, no name, nothing of a citizen.

With `DOSJA_METRICS_DIR` the counts lie in files there, one set per process, and `serve_metrics` adds them up;
without it they stay in the memory of each process, where nobody reads them.
"""

import os
import socket
from pathlib import Path

from django.conf import settings

if settings.DOSJA_METRICS_DIR:
    # Processes are told apart by number, and containers count theirs from 1: each machine has a directory.
    _directory = Path(settings.DOSJA_METRICS_DIR) / socket.gethostname()
    _directory.mkdir(parents=True, exist_ok=True)
    # The library looks for this once, when it is imported.
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(_directory)

from prometheus_client import Counter, Histogram

from backend.watching.turns import BOUNDS

REQUESTS = Counter(
    "dosja_requests", "Requests answered, by the name of the route.", ["route", "method", "status"]
)
SECONDS = Histogram(
    "dosja_request_seconds",
    "From a request's arrival in Dosja to the first byte of its answer.",
    ["route", "method"],
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
REPLICA = Counter(
    "dosja_replica_reads", "Readings that the replica may answer, by what became of them.", ["outcome"]
)
# From nought to one is an increase only where there was a nought.
SHED = Counter("dosja_shed_requests", "Requests refused because they had waited too long, by turn.", ["turn"])
for _turn in BOUNDS:
    SHED.labels(_turn.value)
LINES = Counter("dosja_log_lines", "Lines of the log that are warnings or worse.", ["logger", "level"])
for _alarmed in ("dosja.audit", "dosja.keyring"):
    LINES.labels(_alarmed, "critical")
