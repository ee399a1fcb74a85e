"""Django's `migrate`, by one process at a time: several servers may start with it at the same moment."""

from functools import partial
from typing import Any

from django.core.management.commands import migrate
from django.db import connections

from backend.common.migrating import alone


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        told = partial(self.stderr.write, "Another process migrates this database; waiting for it.")
        with alone(connections[options["database"]], told):
            # What is to be done is looked up now, behind whoever was first.
            super().handle(*args, **options)
