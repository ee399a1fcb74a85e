"""`manage.py check_case_access [--repair]`: compares what lists, search and numbers read with cases."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from backend.cases.services.reconciliation import check_access
from backend.partners.actors import Actor


class Command(BaseCommand):
    """Exit code 1 where something differs and was not repaired."""

    help = "Compare what lists, search and numbers read with cases, shares and named people."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--repair", action="store_true", help="put right what differs")

    def handle(self, *args: Any, **options: Any) -> None:
        found = check_access(repair=options["repair"], actor=Actor.system())
        for one in found:
            parts = [name for name in ("access", "search", "owner") if getattr(one, name)]
            self.stdout.write(f"case {one.case_id}: {' and '.join(parts)}")
        if found and not options["repair"]:
            raise CommandError(f"{len(found)} cases differ. Run again with --repair.")
        said = (
            f"{len(found)} cases put right." if found else "Lists, search and numbers say what the cases say."
        )
        self.stdout.write(self.style.SUCCESS(said))
