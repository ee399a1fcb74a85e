"""Background work that was given up, in the hands of those who keep the platform."""

from uuid import UUID

from django.db import transaction

from backend.audit import services as audit
from backend.common.errors import NotAllowed
from backend.jobs import services as jobs
from backend.jobs.models import Job
from backend.partners.actors import Actor


@transaction.atomic
def retry_given_up(job_id: UUID, *, actor: Actor) -> Job:
    """Start a job again, with all its attempts. Raises NotAllowed, NoSuchJob, NotDead, AnotherWaits."""
    if not actor.keeps_platform:
        raise NotAllowed()
    job = jobs.retry_dead_job(job_id=job_id)
    audit.record(actor, "job.retried", job, chain=None, task=job.task_path)
    return job


@transaction.atomic
def retry_all_given_up(*, actor: Actor) -> int:
    """Start all of them again but those whose work waits elsewhere already. Answers how many."""
    if not actor.keeps_platform:
        raise NotAllowed()
    count = jobs.retry_all_dead_jobs()
    if count and actor.user is not None:
        audit.record(actor, "job.all_retried", actor.user, chain=None, count=count)
    return count
