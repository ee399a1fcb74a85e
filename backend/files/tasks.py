"""The worker's part: clean copies, the scanner, upkeep."""

from uuid import UUID

from backend.files import services
from backend.jobs import schedule
from backend.jobs.task import task


@task
def clean_file(file_id: str) -> None:
    """Scan one file and make its clean copy."""
    services.scan_and_clean(UUID(file_id))


@schedule.every(minutes=10)
@task
def take_up_waiting_files() -> None:
    """Files whose job got lost, and those for which the scanner was away."""
    to_clean, to_scan = services.waiting_files()
    for file_id in to_clean:
        services.scan_and_clean(file_id)
    for file_id in to_scan:
        services.scan_late(file_id)


@schedule.every(hours=1)
@task
def purge_uploads() -> None:
    """Destroy uploads that nobody came back for, and halves that a crash left."""
    services.purge_expired_uploads()
    services.purge_orphans()


@schedule.every(hours=1)
@task
def purge_unreadable_files() -> None:
    """Remove the bytes of erased cases."""
    services.purge_unreadable()
