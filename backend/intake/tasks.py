"""Scheduled upkeep of the citizens' pages and of the quarantine, and notices to those who asked for them."""

from datetime import timedelta
from uuid import UUID

from backend.common import clock
from backend.intake import services
from backend.intake.services import notices, quarantine
from backend.jobs import schedule
from backend.jobs.task import task
from backend.partners.actors import Actor


@schedule.every(minutes=10)
@task
def purge_expired_visits() -> None:
    """Destroy drafts after a day, and opened receipts after a quarter of an hour."""
    services.purge_expired_visits()


@schedule.every(minutes=5)
@task
def look_for_notices() -> None:
    """Find whom to tell that there is news; each in a job of its own, so that one refusal delays nobody."""
    for wish_id in notices.wishes_to_serve():
        send_notice.using(unique_key=f"notice:{wish_id}").enqueue(str(wish_id))


@task(max_attempts=5)
def send_notice(wish_id: str) -> None:
    """Send one notice, at most once."""
    notices.serve(UUID(wish_id))


@schedule.daily("03:20")
@task
def forget_addresses() -> None:
    """Destroy addresses for notices a month after their case was over."""
    notices.end_wishes_of_ended_cases(before=clock.now() - timedelta(days=30))


@schedule.daily("04:50")
@task
def remind_of_quarantine() -> int:
    """Leave a line where complaints wait for more than a week to be looked at. It never deletes any."""
    return quarantine.remind_of_overdue(actor=Actor.system())
