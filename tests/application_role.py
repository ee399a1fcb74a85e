"""On PostgreSQL the suite works as the application does: as a role that owns nothing, under the second lock.

The session's user makes the database and stays its owner; every connection then takes on the role of the
application. What a test does itself holds all keys, like a command on the server. What it asks for by a
request begins empty-handed, as it does in production: a forgotten key is a failing test.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pytest
from django.db import connection
from django.db.backends.signals import connection_created
from django.test.utils import setup_databases, teardown_databases

from backend.common.secondlock import MASTER_KEY, Errand, everything, hold
from backend.secondlock.installing import grant
from tests.migrated import copy_on_server, copy_to_file

ROLE: Final = "dosja_application"
# Roles belong to the server: several test processes may make it at the same moment.
_MAKE: Final = f"""
DO $$ BEGIN CREATE ROLE {ROLE} NOLOGIN NOSUPERUSER NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$
"""


@pytest.fixture(scope="session", autouse=True)
def all_keys() -> Iterator[None]:
    """For what tests do themselves."""
    with everything(Errand.COMMAND):
        yield


@pytest.fixture(autouse=True)
def all_keys_again() -> None:
    """Nothing that a test let go of is missing in the next."""
    hold((MASTER_KEY,))


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_modify_db_settings: None, django_db_blocker: Any, all_keys: None
) -> Iterator[None]:
    """A copy of the migrated database; from here on nobody owns its tables."""
    name = connection.settings_dict["TEST"]["NAME"] or f"test_{connection.settings_dict['NAME']}"
    with django_db_blocker.unblock():
        if connection.vendor == "postgresql":
            copy_on_server(name)
        else:
            copy_to_file(name)
        made = setup_databases(verbosity=0, interactive=False, keepdb=True)
    yield from _unowned(django_db_blocker)
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


def _unowned(django_db_blocker: Any) -> Iterator[None]:
    """On PostgreSQL every connection takes on the role of the application."""
    if connection.vendor != "postgresql":
        yield
        return
    with django_db_blocker.unblock():
        with connection.cursor() as cursor:
            cursor.execute(_MAKE)
        grant(ROLE)
        _become(connection)
        connection_created.connect(_connected, dispatch_uid="application_role")
    yield
    connection_created.disconnect(dispatch_uid="application_role")
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("RESET ROLE")


@contextmanager
def as_owner(database: Any) -> Iterator[None]:
    """For what only the owner may: emptying tables, changing them."""
    if database.vendor != "postgresql":
        yield
        return
    with database.cursor() as cursor:
        cursor.execute("RESET ROLE")
    try:
        yield
    finally:
        _become(database)


def _connected(connection: Any, **_more: Any) -> None:
    _become(connection)


def _become(database: Any) -> None:
    if database.vendor == "postgresql":
        with database.cursor() as cursor:
            cursor.execute(f"SET ROLE {ROLE}")
