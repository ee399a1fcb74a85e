"""Scheduled upkeep of the citizens' pages."""

from backend.intake import services
from backend.jobs import schedule
from backend.jobs.task import task


@schedule.every(minutes=10)
@task
def purge_expired_visits() -> None:
    """Destroy drafts after a day, and opened receipts after a quarter of an hour."""
    services.purge_expired_visits()
