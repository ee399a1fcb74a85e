"""Copies the embedded database without its keys: what a backup of the data may hold."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from backend.common import clock
from backend.keyring.models import DataKey, PartnerKey


class Command(BaseCommand):
    help = (
        "Copy the embedded (SQLite) database to a new file while Dosja runs, without any key. It opens again "
        "with restore_keys and the newest file of backup_keys. For PostgreSQL see deploy/README.md."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="where to; must not exist yet")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        if connection.vendor != "sqlite":
            raise CommandError("this is PostgreSQL: deploy/README.md tells how pg_dump leaves the keys out")
        if file.exists():
            raise CommandError("the file exists already")
        partial = file.with_name(f".{file.name}.partial")
        partial.touch(0o600)
        try:
            with connection.cursor() as cursor:
                cursor.execute("VACUUM INTO %s", [str(partial)])
            _blank(partial)
            partial.rename(file)
        except (OSError, sqlite3.Error) as failed:
            raise CommandError(f"the copy cannot be written ({type(failed).__name__})") from None
        finally:
            partial.unlink(missing_ok=True)
        self.stdout.write("copied, without keys")


def _blank(copy: Path) -> None:
    with closing(sqlite3.connect(copy, isolation_level=None)) as opened:
        opened.execute("PRAGMA secure_delete = ON")
        data, partner = DataKey._meta.db_table, PartnerKey._meta.db_table
        opened.execute(
            f"UPDATE {data} SET wrapped = NULL, destroyed_at = ? WHERE wrapped IS NOT NULL",  # noqa: S608
            [clock.now().replace(tzinfo=None).isoformat(" ")],
        )
        opened.execute(f"UPDATE {partner} SET wrapped = x''")  # noqa: S608
        opened.execute("VACUUM")
