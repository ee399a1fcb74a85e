"""Loads places, institutions, categories, needs and legal terms from their files."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from backend.directory.services.loading import DATA, FilesRefused, Report, load_directory
from backend.partners.actors import Actor


class Command(BaseCommand):
    help = (
        "Brings the directory to what its files say. Rows that an administrator changed through the API, "
        "and rows that are gone from the files, are left alone and listed. An error changes nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="only say what would change")
        parser.add_argument("--folder", type=Path, default=DATA, help="another folder with the same files")

    def handle(self, *args: Any, check: bool, folder: Path, **options: Any) -> None:
        try:
            report = load_directory(folder=folder, only_check=check, actor=Actor.system())
        except FilesRefused as refused:
            for error in refused.errors:
                self.stderr.write(str(error))
            raise CommandError(f"{len(refused.errors)} errors; nothing was changed.") from None
        self._tell(report, verbosity=options["verbosity"])
        done = "Would change" if check else "Changed"
        self.stdout.write(f"{done} the directory." if report.changed_anything else "Nothing to change.")

    def _tell(self, report: Report, *, verbosity: int) -> None:
        for file in report.files:
            counts = ", ".join(f"{number} {word}" for word, number in file.counts.items())
            self.stdout.write(
                f"{file.file}: {counts}, {len(file.kept)} kept, {len(file.vanished)} not in the file"
            )
            for name in file.kept if verbosity else ():
                self.stdout.write(f"  kept as changed here: {name}")
            for name in file.vanished if verbosity else ():
                self.stdout.write(f"  kept, no longer in the file: {name}")
