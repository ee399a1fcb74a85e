"""`manage.py import_partner pif.dosja --key FILE`: takes a partner in that was packed elsewhere."""

import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import pyrage
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.encoding import force_str

from backend.common.errors import Problem
from backend.moving.errors import AlreadyHere, ArchiveUnfit
from backend.moving.services.settling import Arrived
from backend.moving.services.unpacking import take_in
from backend.partners.actors import Actor


class Command(BaseCommand):
    """All or nothing. Exit code 1 with the reason where nothing was changed."""

    help = "Take in a partner that export_partner packed at another installation. See docs/moving.md."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, nargs="?", metavar="FILE")
        parser.add_argument("--key", type=Path, help="the file that --new-key made")
        parser.add_argument(
            "--new-key",
            type=Path,
            metavar="KEYFILE",
            help="make a key; prints its public half for export_partner",
        )
        parser.add_argument("--slug", help="another name in addresses, where the old one is taken here")
        parser.add_argument(
            "--without-receipts",
            action="store_true",
            help="although receipts of its citizens will not open, because their pepper is not given here",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["new_key"]:
            self._make_key(options["new_key"])
        elif options["file"] and options["key"]:
            self._take_in(**{name: options[name] for name in ("file", "key", "slug", "without_receipts")})
        else:
            raise CommandError("Give a FILE and its --key, or --new-key to make one.")

    def _make_key(self, where: Path) -> None:
        identity = pyrage.x25519.Identity.generate()
        try:
            with os.fdopen(os.open(where, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "w") as file:
                file.write(f"{identity}\n")
        except OSError as failed:
            raise CommandError(f"the key cannot be written ({type(failed).__name__})") from None
        self.stdout.write(str(identity.to_public()))

    def _take_in(self, *, file: Path, key: Path, slug: str | None, without_receipts: bool) -> None:
        identity = _identity(key)
        try:
            with file.open("rb") as source:
                arrived = take_in(
                    source,
                    identity=identity,
                    slug=slug,
                    without_receipts=without_receipts,
                    actor=Actor.system(),
                )
        except (ArchiveUnfit, AlreadyHere) as refused:
            raise CommandError(f"Nothing was taken in: {refused.why}.") from None
        except Problem as refused:
            raise CommandError(f"Nothing was taken in: {force_str(refused.title)}") from None
        except ValidationError:
            raise CommandError(
                "Nothing was taken in: --slug takes small letters, digits and hyphens."
            ) from None
        except OSError as failed:
            raise CommandError(f"the file cannot be read ({type(failed).__name__})") from None
        self._tell(arrived)

    def _tell(self, arrived: Arrived) -> None:
        for label, rows in sorted(arrived.count.items()):
            self.stdout.write(f"{rows:>9}  {label}")
        for label, rows in sorted(arrived.added.items()):
            if rows:
                self.stdout.write(f"{rows:>9}  new in the directory: {label}")
        if arrived.without_receipt:
            self.stderr.write(
                "Receipts of these complaints have a number that is given here already; hand out new ones: "
                + " ".join(str(complaint) for complaint in arrived.without_receipt)
            )
        self.stdout.write(
            self.style.SUCCESS(
                f"{arrived.partner.slug} is here. Nobody has a password yet: Settings › Partners › Members."
            )
        )


def _identity(key: Path) -> pyrage.x25519.Identity:
    try:
        return pyrage.x25519.Identity.from_str(key.read_text().strip())
    except (OSError, UnicodeDecodeError, pyrage.IdentityError):
        raise CommandError("--key names no file that --new-key made") from None
