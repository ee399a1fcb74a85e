"""The queue's own upkeep."""

from backend.jobs import schedule, services
from backend.jobs.task import task


@schedule.every(hours=6)
@task
def purge_finished_jobs() -> None:
    """Clear away jobs that were done a week ago."""
    services.purge_finished_jobs()
