"""Scheduled upkeep of the citizens' pages and of the quarantine."""

from backend.intake import services
from backend.intake.services import quarantine
from backend.jobs import schedule
from backend.jobs.task import task
from backend.partners.actors import Actor


@schedule.every(minutes=10)
@task
def purge_expired_visits() -> None:
    """Destroy drafts after a day, and opened receipts after a quarter of an hour."""
    services.purge_expired_visits()


@schedule.daily("04:50")
@task
def remind_of_quarantine() -> int:
    """Leave a line where complaints wait for more than a week to be looked at. It never deletes any."""
    return quarantine.remind_of_overdue(actor=Actor.system())
