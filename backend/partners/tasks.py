"""Scheduled upkeep of sign-ins."""

from uuid import UUID

from backend.jobs import schedule
from backend.jobs.task import task
from backend.partners import services
from backend.partners.services import invitation_mail


@schedule.every(hours=1)
@task(max_attempts=3)
def purge_expired_access() -> None:
    """Forget tokens and sessions that have run out."""
    services.purge_expired_access()


@task(max_attempts=8)
def mail_invitation(invitation_id: str) -> None:
    """Send an invitation; each try makes a link of its own, and the last one made is the one that opens."""
    invitation_mail.send(UUID(invitation_id))


@schedule.daily("03:50")
@task
def forget_old_invitations() -> int:
    """Names and addresses of invitations that are long over are destroyed."""
    return services.forget_old_invitations()
