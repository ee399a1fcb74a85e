"""The worker's part: looking for answers in the partners' mailboxes, and forgetting what was set aside."""

from uuid import UUID

from backend.jobs import schedule
from backend.jobs.task import task
from backend.mailroom.services import reading, upkeep


@schedule.every(minutes=1)
@task
def look_for_mail() -> None:
    """Each account in a job of its own, so that one that does not answer delays nobody."""
    for account_id in reading.accounts_to_read():
        read_mailbox.using(unique_key=f"mailbox:{account_id}").enqueue(str(account_id))


# Tried once: the next minute tries anyway.
@task(max_attempts=1)
def read_mailbox(account_id: str) -> None:
    """Take in what is new in one account."""
    while reading.read_account(UUID(account_id)).goes_on:
        pass


@schedule.daily("03:40")
@task
def forget_dismissed_mail() -> int:
    """Destroy what was set aside long ago."""
    return upkeep.forget_dismissed()
