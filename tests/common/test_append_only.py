"""Append-only tables: every trigger that a migration promises stands in the database after all of them."""

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from backend.common.append_only import _Refusal


def _promised() -> set[str]:
    migrations = MigrationLoader(None, ignore_no_migrations=True).disk_migrations.values()
    operations = [operation for migration in migrations for operation in migration.operations]
    return {
        name
        for operation in operations
        if isinstance(operation, _Refusal)
        for name in operation.trigger_names(connection.vendor)
    }


@pytest.mark.django_db
def test_no_later_migration_has_lost_a_trigger():
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'")
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        standing = {name for (name,) in cursor.fetchall()}
    assert _promised()
    assert _promised() <= standing


@pytest.mark.django_db(transaction=True)
def test_the_product_cannot_lift_them_and_the_tests_put_them_back():
    test_no_later_migration_has_lost_a_trigger()
