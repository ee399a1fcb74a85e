"""Another installation: a database and a directory of files of its own, empty at first."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from django.db.backends.signals import connection_created
from django.test import override_settings

from backend.files.places.addresses import storage_of
from backend.keyring import envelope
from tests.application_role import ROLE, _connected

NAME: Final = "dosja_elsewhere"
OWNER: Final = "dosja_elsewhere_owner"


class Elsewhere:
    """`with elsewhere.kept():` as who keeps its server, `with elsewhere.served():` as the application."""

    def __init__(self, database: Path | str, files: Path | str) -> None:
        self.database, self.files = database, files

    @contextmanager
    def kept(self) -> Iterator[None]:
        """As the owner of the database, who is no superuser."""
        if connection.vendor != "postgresql":
            with self._entered():
                yield
            return
        user = connection.settings_dict["USER"]
        connection_created.disconnect(dispatch_uid="application_role")
        connection.settings_dict["USER"] = OWNER
        try:
            with self._entered():
                yield
        finally:
            connection.settings_dict["USER"] = user
            connection_created.connect(_connected, dispatch_uid="application_role")

    @contextmanager
    def served(self) -> Iterator[None]:
        """As web server and worker."""
        with self._entered():
            yield

    @contextmanager
    def _entered(self) -> Iterator[None]:
        storages = {
            **settings.STORAGES,
            "files": storage_of(str(self.files), settings.DOSJA_S3),
        }
        connection.close()
        name, connection.settings_dict["NAME"] = connection.settings_dict["NAME"], self.database
        envelope.forget_all()
        try:
            with override_settings(STORAGES=storages, DOSJA_DATABASE_ROLE=ROLE):
                yield
        finally:
            connection.close()
            connection.settings_dict["NAME"] = name
            envelope.forget_all()


@pytest.fixture
def elsewhere(transactional_db: Any, tmp_path: Path) -> Iterator[Elsewhere]:
    files = tmp_path / "elsewhere" / "files"
    files.mkdir(parents=True)
    if connection.vendor == "sqlite":
        yield Elsewhere(tmp_path / "elsewhere" / "dosja.sqlite3", files)
        return
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        _clear(server)
        server.execute(f"CREATE ROLE {OWNER} LOGIN NOSUPERUSER NOBYPASSRLS")
        server.execute(f"CREATE DATABASE {NAME} OWNER {OWNER}")
        yield Elsewhere(NAME, files)
        _clear(server)


def _clear(server: psycopg.Connection) -> None:
    server.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")
    server.execute(f"DROP ROLE IF EXISTS {OWNER}")
