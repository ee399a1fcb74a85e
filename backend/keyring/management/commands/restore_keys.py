"""Takes a backup of the keys in, over restored data."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from backend.keyring.services import backup
from backend.partners.actors import Actor


class Command(BaseCommand):
    help = (
        "Take the keys of a file that backup_keys wrote. What the file does not hold becomes erased: a case "
        "that was erased after the data was copied does not come back. A file that was cut or changed, or "
        "that is older than the youngest key here, is refused and nothing is changed."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the newest backup of the keys")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            with file.open("rb") as source:
                restored = backup.restore(source, actor=Actor.system())
        except OSError as failed:
            raise CommandError(f"the file cannot be read ({type(failed).__name__})") from None
        except backup.BackupUnfit as unfit:
            raise CommandError(f"nothing was changed: {unfit.why}") from None
        self.stdout.write(f"{restored.taken} data keys taken, {restored.erased} became erased")
