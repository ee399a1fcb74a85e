"""Migrations take half a minute: one database is migrated, all others that tests need are copies of it.

Until the code changes it is kept under `var/tests`, or on the server of DATABASE_URL.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

ROOT: Final = Path(__file__).resolve().parents[1]
KEPT: Final = ROOT / "var" / "tests"
PREFIX: Final = "dosja_migrated_"


def copy_to_file(path: Path) -> None:
    """A migrated SQLite database in that file, which must not be there yet."""
    with _alone():
        kept = KEPT / f"{PREFIX}{digest()}.sqlite3"
        if not kept.exists():
            made = kept.with_suffix(".making")
            made.unlink(missing_ok=True)
            _migrate(f"sqlite:///{made}")
            _forget_older()
            made.rename(kept)
    shutil.copyfile(kept, path)


def copy_on_server(name: str) -> None:
    """A migrated database of that name on the server of DATABASE_URL; one that was there is gone."""
    with _alone(), psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        kept = f"{PREFIX}{digest()}"
        if not _is_there(server, kept):
            made = f"{PREFIX}making"
            _drop(server, made)
            server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(made)))
            _migrate(database_url(made))
            for older in _older(server, made):
                _drop(server, older)
            server.execute(
                sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(made), sql.Identifier(kept))
            )
        _drop(server, name)
        server.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(kept))
        )


def database_url(name: str) -> str:
    """DATABASE_URL with another database of the same server."""
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))


def _is_there(server: psycopg.Connection, name: str) -> bool:
    return server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def _older(server: psycopg.Connection, new: str) -> list[str]:
    found = server.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [PREFIX])
    return [name for (name,) in found if name != new]


def _drop(server: psycopg.Connection, name: str) -> None:
    server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _migrate(url: str) -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0", "--no-input"],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"The migrations failed:\n{done.stderr}"


@contextmanager
def _alone() -> Iterator[None]:
    """The first of several test processes migrates; the others wait for it."""
    KEPT.mkdir(parents=True, exist_ok=True)
    with open(KEPT / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@cache
def digest() -> str:
    """Of everything a migration may read: the code, and the packages it is made for."""
    found = hashlib.sha256((ROOT / "requirements" / "base.txt").read_bytes())
    for path in sorted((ROOT / "backend").rglob("*.py")):
        found.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return found.hexdigest()[:16]


def _forget_older() -> None:
    for older in KEPT.glob(f"{PREFIX}*.sqlite3"):
        older.unlink()
