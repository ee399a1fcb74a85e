"""Scheduled upkeep of the doors."""

from backend.doorkeeping.services import upkeep
from backend.jobs import schedule
from backend.jobs.task import task


@schedule.every(minutes=10)
@task(max_attempts=3)
def forget_what_is_over() -> None:
    """Destroy yesterday's key and the counts of past hours."""
    upkeep.forget_what_is_over()
