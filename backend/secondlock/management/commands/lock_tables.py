"""The second lock in this database: put on, or looked at."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from backend.secondlock.installing import grant, lock_tables
from backend.secondlock.weaknesses import weaknesses


class Command(BaseCommand):
    help = "Put row-level security on the tables that bear cases (as their owner); or --check it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; say what is weak, and fail")

    def handle(self, *args: Any, **options: Any) -> None:
        if connection.vendor != "postgresql":
            self.stdout.write("SQLite has no row-level security: there is nothing to lock.")
        elif options["check"]:
            self._check()
        else:
            self._lock()

    def _lock(self) -> None:
        self.stdout.write(f"{len(lock_tables())} tables have a new policy.")
        if settings.DOSJA_DATABASE_ROLE:
            grant(settings.DOSJA_DATABASE_ROLE)
            self.stdout.write(f"{settings.DOSJA_DATABASE_ROLE} has its privileges.")

    def _check(self) -> None:
        found = weaknesses(connection)
        if found:
            raise CommandError("The second lock does not hold:\n  " + "\n  ".join(found))
        self.stdout.write("The second lock holds.")
