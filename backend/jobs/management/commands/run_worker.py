"""Runs background jobs and schedules: one process or several, on one machine or several."""

import signal
from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from backend.jobs.services import LEASE
from backend.jobs.worker import Worker


class Command(BaseCommand):
    help = "Run background jobs until SIGTERM or Ctrl-C; the job in hand is finished first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--queues", default="", help="Comma separated; all queues when not given.")
        parser.add_argument("--threads", type=int, default=1, help="Jobs at the same time (1 to 32).")
        parser.add_argument("--once", action="store_true", help="Run what is due, then end.")
        parser.add_argument(
            "--lease",
            type=int,
            default=int(LEASE.total_seconds()),
            help="Seconds after which a killed worker's job is run again.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not 1 <= options["threads"] <= 32 or not 2 <= options["lease"] <= 86_400:
            raise CommandError("--threads is 1 to 32, --lease is 2 to 86400 seconds.")
        worker = Worker(
            queues=[name.strip() for name in options["queues"].split(",") if name.strip()],
            threads=options["threads"],
            lease=timedelta(seconds=options["lease"]),
            once=options["once"],
        )
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, worker.stop)
        worker.run()
        if worker.broken:
            raise CommandError("The worker broke; see the log.")
