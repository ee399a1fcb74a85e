"""What the database at hand holds, counted: written down with a snapshot and compared when it returns."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Max

from backend.files.services import named_blobs
from backend.keyring.models import DataKey, PartnerKey

# Their rows are in no copy of the data.
KEY_TABLES: Final = (DataKey._meta.db_table, PartnerKey._meta.db_table)

Migration = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Facts:
    """One moment of the database."""

    migrations: tuple[Migration, ...]
    rows: dict[str, int]
    youngest_key: datetime | None
    blobs: frozenset[UUID]


def present_facts() -> Facts:
    """Of this moment; for one moment indeed, ask within a transaction or of a copy."""
    return Facts(
        migrations=tuple(sorted(MigrationRecorder(connection).applied_migrations())),
        rows=counted_rows(),
        youngest_key=DataKey.objects.aggregate(at=Max("created_at"))["at"],
        blobs=frozenset(named_blobs()),
    )


def counted_rows() -> dict[str, int]:
    """Rows by table, keys left out."""
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    with connection.cursor() as cursor:
        return {table: _count(cursor, table) for table in sorted(set(tables) - set(KEY_TABLES))}


def known_migrations() -> set[Migration]:
    """Those of the code that runs here."""
    return set(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)


def _count(cursor: object, table: str) -> int:
    cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")  # type: ignore[attr-defined]
    return int(cursor.fetchone()[0])  # type: ignore[attr-defined]
