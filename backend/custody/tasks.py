"""Work that comes back for requests to read an identity."""

from uuid import UUID

from django.db import transaction

from backend.custody.services import ending, sealing_keys, warning
from backend.jobs import schedule
from backend.jobs.task import task
from backend.partners.actors import Actor


@schedule.every(minutes=1)
@task
def end_identity_requests() -> int:
    """End what nobody decided or used in time, and what lost its ground."""
    return ending.end_what_is_over(actor=Actor.system())


@schedule.every(minutes=1)
@task
def forget_former_custodians() -> int:
    """Take the copies of sealing keys from those who are custodians no more."""
    return sealing_keys.forget_former_custodians()


@schedule.every(minutes=1)
@task
def look_for_warnings() -> int:
    """Warn coordinators of approvals that open tomorrow; each in a job of its own."""
    with transaction.atomic():
        people = warning.take_up_warnings()
        for user_id in people:
            warn_coordinator.enqueue(str(user_id))
    return len(people)


@task(max_attempts=5)
def warn_coordinator(user_id: str) -> None:
    """Write to one coordinator."""
    warning.warn(UUID(user_id))
