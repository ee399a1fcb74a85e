"""Work that complaints need done from time to time."""

from backend.complaints import services
from backend.jobs import schedule
from backend.jobs.task import task


@schedule.every(hours=6)
@task
def purge_receipt_throttles() -> None:
    """Clear away wrong tries that are forgiven."""
    services.purge_old_throttles()
