"""Fills an empty installation with the demonstration network."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from backend.common import clock
from backend.demo.accounts import sheet, write_private
from backend.demo.playback import play_demonstration
from backend.directory.models import Institution
from backend.partners.models import Partner


class Command(BaseCommand):
    help = "Fill an empty installation with four invented partners, their people and some 200 cases."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--today",
            type=date.fromisoformat,
            help="the day on which the network stands as shown (YYYY-MM-DD; default: the present day)",
        )
        parser.add_argument(
            "--if-empty", action="store_true", help="do nothing, without an error, when there is a partner"
        )
        parser.add_argument(
            "--force", action="store_true", help="also in production mode, where nobody wants invented cases"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if Partner.objects.exists():
            if not options["if_empty"]:
                raise CommandError(
                    "There are partners already: the demonstration goes into an empty network only."
                )
            self.stderr.write("There are partners already; nothing was loaded.")
            return
        self._refuse_where_unwanted(force=options["force"])
        played = play_demonstration(options["today"] or clock.today("UTC"))
        text = sheet(played)
        write_private(settings.VAR_DIR / "demo-accounts.txt", text)
        self.stdout.write(text)

    def _refuse_where_unwanted(self, *, force: bool) -> None:
        if settings.DOSJA_MODE == "production" and not force:
            raise CommandError(
                "This is a production installation. Add --force to fill it with invented cases."
            )
        if not Institution.objects.exists():
            raise CommandError("The directory is empty: run `manage.py load_directory` first.")
