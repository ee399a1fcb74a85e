"""Looks a snapshot through, as `restore` does before it changes anything."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from backend.backups.errors import RestoreRefused
from backend.backups.services import check


class Command(BaseCommand):
    help = (
        "Read every byte of a snapshot and compare it with its manifest. Needs the root key and no database."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("directory", type=Path)
        parser.add_argument("--snapshot", metavar="NAME", help="another than the newest")

    def handle(self, *args: Any, directory: Path, snapshot: str | None, **options: Any) -> None:
        try:
            folder, told, parts = check(directory, snapshot)
        except RestoreRefused as refused:
            raise CommandError(str(refused)) from None
        self.stdout.write(f"{folder.name}: whole; {sum(told.rows.values())} rows, {len(parts)} files")
