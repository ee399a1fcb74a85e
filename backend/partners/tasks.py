"""Scheduled upkeep of sign-ins."""

from uuid import UUID

from backend.jobs import schedule
from backend.jobs.task import task
from backend.partners import services
from backend.partners.services import access_mail, invitation_mail


@schedule.every(hours=1)
@task(max_attempts=3)
def purge_expired_access() -> None:
    """Forget tokens and sessions that have run out."""
    services.purge_expired_access()


@task(max_attempts=8)
def mail_invitation(invitation_id: str) -> None:
    """Send an invitation; each try makes a link of its own, and the last one made is the one that opens."""
    invitation_mail.send(UUID(invitation_id))


@task(max_attempts=8)
def mail_password_link(help_id: str) -> None:
    """Send the link for another password; each try makes one of its own, and the last one opens."""
    access_mail.send_link(UUID(help_id))


@task(max_attempts=8)
def mail_news_of_access(user_id: str) -> None:
    """Tell a person that somebody changed how that person signs in."""
    access_mail.send_news(UUID(user_id))


@schedule.daily("03:55")
@task
def forget_old_help() -> int:
    """Who helped whom to come in again is kept in the audit trail alone."""
    return services.forget_old_help()


@schedule.daily("03:50")
@task
def forget_old_invitations() -> int:
    """Names and addresses of invitations that are long over are destroyed."""
    return services.forget_old_invitations()
