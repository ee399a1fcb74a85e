"""`manage.py generate_load --cases N [--seed S]`: a country's worth of cases to measure with."""

import os
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from backend.cases.models import Case
from backend.common import clock
from backend.complaints.models import Complaint
from backend.demo.load.generating import Made, generate, is_there
from backend.directory.models import Institution
from backend.partners.models import Partner


class Command(BaseCommand):
    """The same seed and number give the same cases, ids included. Done twice, it does nothing."""

    help = "Fill an empty installation with 50 partners and any number of generated cases."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--cases", type=int, required=True, help="how many")
        parser.add_argument(
            "--seed", type=int, default=1, help="another number gives other cases (default 1)"
        )
        parser.add_argument(
            "--today",
            type=date.fromisoformat,
            help="the day at whose beginning the cases stand as shown (YYYY-MM-DD; default: the present day)",
        )
        parser.add_argument("--processes", type=int, help="default: one for each core; SQLite has one writer")

    def handle(self, *args: Any, **options: Any) -> None:
        cases, seed = options["cases"], options["seed"]
        if not 1 <= cases <= 50_000_000:
            raise CommandError("Between 1 and 50 000 000 cases can be generated.")
        if self._refuses(cases, seed):
            self.stdout.write(f"The {cases:,} cases of seed {seed} are there already; nothing was generated.")
            return
        today = options["today"] or clock.today("UTC")
        processes = self._processes(options["processes"])
        made = generate(cases=cases, seed=seed, today=today, processes=processes, said=self.stdout.write)
        self.stdout.write(self.style.SUCCESS(_summary(made)))

    def _refuses(self, cases: int, seed: int) -> bool:
        """True where there is nothing left to do. Raises CommandError."""
        if settings.DOSJA_MODE == "production":
            raise CommandError("This is a production installation: generated cases do not belong into it.")
        if not Institution.objects.exists():
            raise CommandError("The directory is empty: run `manage.py load_directory` first.")
        if is_there(cases=cases, seed=seed):
            return True
        if Case.objects.exists() or Complaint.objects.exists():
            raise CommandError(
                "This database holds other cases than these. Generate into a database that holds none."
            )
        if Partner.objects.exists():
            raise CommandError("There are partners already: generated cases go into an empty network only.")
        return False

    def _processes(self, asked: int | None) -> int:
        """In a transaction of the caller's there is but one connection."""
        if connection.vendor != "postgresql" or connection.in_atomic_block:
            return 1
        return max(1, asked or os.cpu_count() or 1)


def _summary(made: Made) -> str:
    speed = made.rows / made.seconds
    return f"{made.cases:,} cases, {made.rows:,} rows in {made.seconds:.0f} s: {speed:,.0f} rows a second."
