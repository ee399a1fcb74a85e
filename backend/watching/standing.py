"""How the installation stands when it is asked: jobs, the database, the heads of the audit chains."""

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from django.db import DatabaseError, connection, connections
from django.db.models import Count, F, Min, OuterRef, Q, Subquery
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector

from backend.audit.hashing import is_sealed
from backend.audit.models import FIRST_LINK, AuditChain, AuditEvent
from backend.common import clock, replica
from backend.jobs.models import Job
from backend.jobs.stages import JobState

logger = logging.getLogger("dosja.watching")
_DEFAULT_QUEUE: Final = "default"


class Counted:
    """What the processes have counted so far, added up from their files, wherever below the directory."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def collect(self) -> Iterable[Metric]:
        files = sorted(str(path) for path in self._directory.rglob("*.db"))
        found: Iterable[Metric] = MultiProcessCollector.merge(files, accumulate=True)
        return found


class Standing:
    """What the database says. While it is away, that alone."""

    def collect(self) -> Iterator[Metric]:
        try:
            found = [*jobs(), *audit_heads(), *database_connections(), *replica_lag()]
        except DatabaseError as trouble:
            logger.error("the database cannot be asked (%s)", type(trouble).__qualname__)
            found = []
        finally:
            # Each question comes in a thread of its own, which ends with it.
            connections.close_all()
        yield GaugeMetricFamily("dosja_database_up", "1 while the database answers.", value=bool(found))
        yield from found


def jobs() -> Iterator[Metric]:
    """By queue: what is due, what runs, what was given up, and how long the oldest has been due."""
    now = clock.now()
    due = Q(state=JobState.READY, run_after__lte=now)
    counts = {
        "waiting": (due, "Jobs that are due."),
        "running": (Q(state=JobState.RUNNING), "Jobs at work."),
        "dead": (Q(state=JobState.DEAD), "Jobs that were given up."),
    }
    asked = {name: Count("pk", filter=which) for name, (which, _text) in counts.items()}
    unfinished = Job.objects.exclude(state=JobState.DONE).values("queue")
    counted = unfinished.annotate(**asked, oldest=Min("run_after", filter=due))
    rows: list[dict[str, Any]] = [dict(row) for row in counted]
    if not any(row["queue"] == _DEFAULT_QUEUE for row in rows):
        rows.append({"queue": _DEFAULT_QUEUE, "oldest": None, **dict.fromkeys(counts, 0)})
    for name, (_which, text) in counts.items():
        yield _by("queue", f"dosja_jobs_{name}", text, {row["queue"]: row[name] for row in rows})
    late = {row["queue"]: (now - (row["oldest"] or now)).total_seconds() for row in rows}
    yield _by("queue", "dosja_jobs_oldest_seconds", "How long the oldest due job has been waiting.", late)


def audit_heads() -> Iterator[Metric]:
    """Chains whose head is not what was sealed, or does not fit the last event: cut, or written anew."""
    last = AuditEvent.objects.filter(chain=OuterRef("pk"), number=OuterRef("length"))
    chains = AuditChain.objects.annotate(last=Subquery(last.values("hash")), head=F("hash"))
    found = [(is_sealed(chain), (chain.last or FIRST_LINK) == chain.head) for chain in chains.iterator()]
    yield GaugeMetricFamily("dosja_audit_chains", "Chains of the audit trail.", value=len(found))
    broken = sum(not (sealed and fits) for sealed, fits in found)
    yield GaugeMetricFamily("dosja_audit_broken_heads", "Chains whose head is not as written.", value=broken)


def database_connections() -> Iterator[Metric]:
    """On PostgreSQL: what Dosja's role has open, by state, and how many the server takes of everybody."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(state, 'other'), count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND usename = session_user GROUP BY 1"
        )
        states = dict(cursor.fetchall())
        cursor.execute("SELECT current_setting('max_connections')::int")
        (limit,) = cursor.fetchone()
    yield _by("state", "dosja_database_connections", "Connections of Dosja's role.", states)
    yield GaugeMetricFamily(
        "dosja_database_connections_limit", "Connections that the server takes of everybody.", value=limit
    )


def replica_lag() -> Iterator[Metric]:
    """Where a replica is configured: whether it answers as one, and how far it is behind."""
    if not replica.is_configured():
        return
    lag = replica.lag()
    up = "1 while the replica answers, and is one."
    yield GaugeMetricFamily("dosja_replica_up", up, value=lag is not None)
    if lag is not None:
        yield GaugeMetricFamily("dosja_replica_lag_bytes", "Written and not yet replayed.", value=lag.size)
        age = "How old what the replica knows is; 0 where it knows everything."
        yield GaugeMetricFamily("dosja_replica_lag_seconds", age, value=lag.seconds)


def _by(label: str, name: str, text: str, values: dict[str, float]) -> Metric:
    family = GaugeMetricFamily(name, text, labels=[label])
    for word, value in sorted(values.items()):
        family.add_metric([word], value)
    return family
