"""Fills an empty installation from a backup and a file of keys."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from backend.backups.errors import RestoreFailed, RestoreRefused
from backend.backups.services import restore
from backend.partners.actors import Actor


class Command(BaseCommand):
    help = (
        "Restore a snapshot of `backup` with the newest file of `backup_keys` into an empty database and an "
        "empty DOSJA_FILES; on PostgreSQL as the owner of the database. Everything is looked through first. "
        "What the file of keys does not hold stays erased."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("directory", type=Path, help="of all backups")
        parser.add_argument("--keys", type=Path, required=True, metavar="FILE", help="the newest one")
        parser.add_argument("--snapshot", metavar="NAME", help="another than the newest")

    def handle(self, *args: Any, directory: Path, keys: Path, snapshot: str | None, **options: Any) -> None:
        try:
            came = restore(directory, name=snapshot, keys_file=keys, actor=Actor.system())
        except RestoreRefused as refused:
            raise CommandError(f"nothing was changed: {refused}") from None
        except RestoreFailed as failed:
            raise CommandError(f"not restored, and taken away again: {failed}") from None
        self.stdout.write(
            f"{came.snapshot}: {came.rows} rows, {came.files} files, {came.keys} data keys; "
            f"{came.erased} became erased; audit chains intact"
        )
