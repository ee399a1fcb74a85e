"""Scheduled upkeep of the kept answers."""

from backend.idempotency import services
from backend.jobs import schedule
from backend.jobs.task import task


@schedule.every(hours=1)
@task(max_attempts=3)
def purge_expired_records() -> None:
    """Forget requests after a day."""
    services.purge_expired_records()
