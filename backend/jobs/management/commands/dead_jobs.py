"""Shows the jobs that were given up, and starts them again."""

from argparse import ArgumentParser
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError

from backend.common.errors import Problem
from backend.jobs import services
from backend.jobs.models import Job


class Command(BaseCommand):
    help = "List the jobs that were given up (id, when, task, attempts, error); start one or all again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        which = parser.add_mutually_exclusive_group()
        which.add_argument("--retry", metavar="ID", type=UUID, help="Start this job again.")
        which.add_argument("--retry-all", action="store_true", help="Start all of them again.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["retry_all"]:
            self.stdout.write(f"{services.retry_all_dead_jobs()} started again")
        elif options["retry"]:
            self._retry(options["retry"])
        else:
            self._list()

    def _retry(self, job_id: UUID) -> None:
        try:
            services.retry_dead_job(job_id=job_id)
        except Problem as problem:
            raise CommandError(f"{problem.title} ({problem.code})") from problem
        self.stdout.write("1 started again")

    def _list(self) -> None:
        # Arguments are left out on purpose: they lead to cases and persons.
        for job in Job.objects.dead().iterator():
            when = f"{job.finished_at:%Y-%m-%d %H:%M}" if job.finished_at else "-"
            self.stdout.write(f"{job.pk}  {when}  {job.task_path}  {job.attempts}  {job.last_error_class}")
