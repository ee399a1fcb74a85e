"""`manage.py check_sums [--repair]`: compares what reports read with the cases."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from backend.insights.services.keeping import check_sums, keeps_sums
from backend.partners.actors import Actor


class Command(BaseCommand):
    """Exit code 1 where something differs and was not repaired."""

    help = "Compare the sums that reports read with the cases."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--repair", action="store_true", help="put right what differs")

    def handle(self, *args: Any, **options: Any) -> None:
        if not keeps_sums():
            self.stdout.write("On SQLite no sums are kept: reports count the cases.")
            return
        found = check_sums(repair=options["repair"], actor=Actor.system())
        for one in found:
            self.stdout.write(f"{one.partner.slug}, {one.day}, {one.facet} {one.value}: {one.count:+}")
        if found and not options["repair"]:
            raise CommandError(f"{len(found)} sums differ. Run again with --repair.")
        said = f"{len(found)} sums put right." if found else "Reports say what the cases say."
        self.stdout.write(self.style.SUCCESS(said))
