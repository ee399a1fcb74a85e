"""Work that comes back on the floor of the numbers."""

from backend.insights.services import keeping
from backend.jobs import schedule
from backend.jobs.task import task
from backend.partners.actors import Actor


@schedule.every(hours=1)
@task
def fold_sums() -> None:
    """Kept sums grow by a row with each change: make one of many."""
    keeping.fold_sums()


@schedule.daily("02:50")
@task
def repair_sums() -> int:
    """Put right what reports read, should it differ from the cases; the audit log says of which partner."""
    return len(keeping.check_sums(repair=True, actor=Actor.system()))
