"""A clock that was ahead and is right again has left work for hours that have not come: it is due now."""

from datetime import timedelta
from typing import Final

from backend.common import clock
from backend.jobs.models import Job, Schedule
from backend.jobs.stages import JobState

# Two machines may differ by this much.
TOLERANCE: Final = timedelta(minutes=1)


def return_from_the_future() -> int:
    """Put right what bears a time that cannot be yet; says how much that was."""
    now = clock.now()
    ahead = now + TOLERANCE
    jobs = Job.objects.filter(state=JobState.READY, created_at__gt=ahead)
    schedules = Schedule.objects.filter(last_run_at__gt=ahead)
    return jobs.update(created_at=now, run_after=now) + schedules.update(last_run_at=now, next_run_at=now)
