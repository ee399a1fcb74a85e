"""The rules of background work."""

from backend.jobs.services.clocks import return_from_the_future
from backend.jobs.services.queueing import enqueue_job
from backend.jobs.services.schedules import start_due_schedules, synchronise_schedules
from backend.jobs.services.upkeep import (
    Backlog,
    backlog,
    purge_finished_jobs,
    retry_all_dead_jobs,
    retry_dead_job,
)
from backend.jobs.services.working import (
    LEASE,
    Outcome,
    claim_job,
    recover_lost_jobs,
    renew_leases,
    run_claimed,
    run_ready,
)

__all__ = [
    "LEASE",
    "Backlog",
    "Outcome",
    "backlog",
    "claim_job",
    "enqueue_job",
    "purge_finished_jobs",
    "recover_lost_jobs",
    "renew_leases",
    "retry_all_dead_jobs",
    "retry_dead_job",
    "return_from_the_future",
    "run_claimed",
    "run_ready",
    "start_due_schedules",
    "synchronise_schedules",
]
