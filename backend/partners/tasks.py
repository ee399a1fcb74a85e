"""Scheduled upkeep of sign-ins."""

from backend.jobs import schedule
from backend.jobs.task import task
from backend.partners import services


@schedule.every(hours=1)
@task(max_attempts=3)
def purge_expired_access() -> None:
    """Forget tokens and sessions that have run out."""
    services.purge_expired_access()
