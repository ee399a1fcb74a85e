"""The work of keeping and erasing in the background. Every job may run twice and be killed anywhere."""

from backend.jobs import schedule
from backend.jobs.task import task
from backend.retention.services import erasing, planning


@schedule.daily("02:40")
@task
def announce_erasures() -> int:
    """Say which cases will be erased within the time of notice."""
    return planning.announce_due()


@schedule.every(minutes=5)
@task
def erase_due_cases() -> int:
    """Erase those whose day has come; many go over several runs."""
    return erasing.erase_due()
