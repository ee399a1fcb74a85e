"""Writes the keys to a file of their own, apart from the data."""

import os
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from backend.keyring.services import backup
from backend.partners.actors import Actor


class Command(BaseCommand):
    help = (
        "Write every key that is not destroyed to a new file that only its owner may read, still wrapped: "
        "the root key is not in it. Keep them apart from the copies of the data and shorter: "
        "what was erased is gone for good when the last file from before is."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="where to; must not exist yet")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        partial = file.with_name(f".{file.name}.partial")
        try:
            if file.exists():
                raise FileExistsError
            with open(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as to:
                count = backup.write_backup(to, actor=Actor.system())
                to.flush()
                os.fsync(to.fileno())
            partial.rename(file)
        except OSError as failed:
            raise CommandError(f"the file cannot be written ({type(failed).__name__})") from None
        finally:
            partial.unlink(missing_ok=True)
        self.stdout.write(f"{count} data keys written")
