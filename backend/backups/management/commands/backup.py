"""Adds a snapshot of the installation, without its keys, to a directory."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from backend.backups.errors import BackupFailed
from backend.backups.services import make
from backend.partners.actors import Actor


class Command(BaseCommand):
    help = (
        "Copy the database, without any key, and every sealed file that the directory does not hold yet, "
        "while Dosja runs. Afterwards run backup_keys, to another place. Exit status: 0 whole; 1 no backup "
        "was made; 2 made, but files that rows name are missing in the installation itself."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("directory", type=Path, help="of all backups; made where it is not there")
        parser.add_argument(
            "--keep", type=int, metavar="DAYS", help="remove older snapshots (never the newest)"
        )

    def handle(self, *args: Any, directory: Path, keep: int | None, **options: Any) -> None:
        try:
            made = make(directory, keep=None if keep is None else timedelta(days=keep), actor=Actor.system())
        except BackupFailed as failed:
            raise CommandError(f"no backup was made: {failed}") from None
        except DatabaseError as failed:
            raise CommandError(f"no backup was made: the database said {type(failed).__name__}") from None
        self.stdout.write(f"{made.name}: {made.files} files, {made.copied} of them new; keys are not in it")
        if made.removed_snapshots or made.removed_files:
            self.stdout.write(f"removed: {made.removed_snapshots} snapshots, {made.removed_files} files")
        if made.lost:
            raise CommandError(f"{made.lost} files that rows name are lost here", returncode=2)
