"""`manage.py copy_files s3://bucket/prefix`: brings all sealed files to another place."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from backend.files import places
from backend.files.errors import FilesAway
from backend.files.services.copying import copy_files, differing


class Command(BaseCommand):
    help = (
        "Copy every sealed file from where DOSJA_FILES says to another folder or s3://bucket/prefix. May be "
        "interrupted and started again, also while Dosja works; nothing is removed. See docs/files.md."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("to", metavar="TO", help="a path, or s3://bucket/prefix")
        parser.add_argument("--compare", action="store_true", help="copy nothing; status 1 if they differ")

    def handle(self, *args: Any, to: str, compare: bool, **options: Any) -> None:
        try:
            other = places.at(to)
            if compare:
                self._compare(other)
                return
            done = copy_files(other)
        except ValueError as wrong:
            raise CommandError(f"{to} cannot be used: {wrong}") from None
        except FilesAway:
            raise CommandError("one of the two places does not answer; start it again later") from None
        self.stdout.write(f"{done.there} files lie there, {done.now} of them new")

    def _compare(self, other: places.Place) -> None:
        if wrong := sum(1 for _name in differing(other)):
            raise CommandError(f"{wrong} files lie in one place only, or differ in length")
        self.stdout.write("The two places hold the same files.")
