"""`manage.py export_partner pif --for age1… --to pif.dosja`: packs a partner for another installation."""

import os
from argparse import ArgumentParser
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

import pyrage
from django.core.management.base import BaseCommand, CommandError

from backend.common.errors import NotFound
from backend.files.errors import FilesAway
from backend.moving.services.packing import ERASED, LOST, pack
from backend.partners.actors import Actor


class Command(BaseCommand):
    """Prints how many rows of each table went along."""

    help = (
        "Write everything that belongs to a partner, identities too, into a file that only the given key "
        "opens. See docs/moving.md."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("partner", metavar="SLUG")
        parser.add_argument(
            "--for",
            dest="recipient",
            required=True,
            metavar="age1…",
            help="the public key that `import_partner --new-key` printed at the other installation",
        )
        parser.add_argument("--to", type=Path, required=True, help="the file; must not exist yet")

    def handle(self, *args: Any, partner: str, recipient: str, to: Path, **options: Any) -> None:
        key = _recipient(recipient)
        if to.exists():
            raise CommandError("the file exists already")
        count = self._written(partner, key, to)
        for label, rows in sorted(count.items()):
            self.stdout.write(f"{rows:>9}  {label}")
        if count[ERASED] or count[LOST]:
            self.stderr.write(
                f"Not in it: {count[ERASED]} rows that were erased, {count[LOST]} files that were missing."
            )
        self.stdout.write(self.style.SUCCESS(f"{partner} is packed."))

    def _written(self, partner: str, key: pyrage.x25519.Recipient, to: Path) -> Counter[str]:
        partial = to.with_name(f".{to.name}.partial")
        try:
            with os.fdopen(os.open(partial, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "wb") as file:
                count = pack(partner, file, recipient=key, actor=Actor.system())
                file.flush()
                os.fsync(file.fileno())
            partial.rename(to)
        except NotFound:
            raise CommandError(f"There is no partner with the slug {partner!r}.") from None
        except FilesAway:
            raise CommandError("the place of the sealed files (DOSJA_FILES) does not answer") from None
        except OSError as failed:
            raise CommandError(f"the file cannot be written ({type(failed).__name__})") from None
        finally:
            with suppress(OSError):
                partial.unlink()
        return count


def _recipient(text: str) -> pyrage.x25519.Recipient:
    try:
        return pyrage.x25519.Recipient.from_str(text.strip())
    except pyrage.RecipientError:
        # "from None": whoever pasted a private key by mistake shall not find it in a log.
        raise CommandError("--for takes a public key, which begins with age1") from None
