"""PostgreSQL's own programs, told by their environment where the database is: all read a command line."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final, cast

from django.db import connection
from psycopg.pq import Conninfo

from backend.common import secondlock

_DEBIAN: Final = Path("/usr/lib/postgresql")
_ENOUGH: Final = 4_000
# What they need of ours besides PG…: where programs, .pgpass and certificates are. No secret goes along.
_PASSED_ON: Final = ("PATH", "HOME", "TMPDIR", "SYSTEMROOT")


class ToolFailed(Exception):
    """A program is not there, or gave up; the text is its first complaint and no row."""


def run(name: str, *arguments: str) -> None:
    """Run a program to its end. Raises ToolFailed."""
    with output_of(name, *arguments) as output:
        output.read()


@contextmanager
def output_of(name: str, *arguments: str) -> Iterator[IO[bytes]]:
    """What a program prints, while it does. Raises ToolFailed when it ends badly."""
    command = [_found(name), "--no-password", *arguments]
    # Complaints go to a file: a pipe that nobody empties would stop it.
    with tempfile.TemporaryFile() as complaints:
        # Files that it makes are its user's alone.
        child = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=complaints, env=_environment(), umask=0o077
        )
        try:
            with cast("IO[bytes]", child.stdout) as output:
                yield output
        except BaseException:
            child.kill()
            raise
        finally:
            status = child.wait()
        complaints.seek(0)
        said = complaints.read(_ENOUGH).decode(errors="replace").splitlines()
    if status:
        # The server's own words are in the second line; below it may stand a row.
        told = [line for line in said[:2] if " error: " in line or " ERROR: " in line]
        raise ToolFailed(" ".join(told) or f"{name} ended with status {status}")


def _found(name: str) -> str:
    """On the path, else the newest that Debian installed beside the server."""
    beside = sorted(_DEBIAN.glob(f"*/bin/{name}"), key=lambda path: int(path.parent.parent.name))
    found = shutil.which(name) or (str(beside[-1]) if beside else None)
    if found is None:
        raise ToolFailed(f"{name} is not on the path (Debian: apt install postgresql-client)")
    return found


def _environment() -> dict[str, str]:
    """The connection of the settings in libpq's variables, with the keys that this command holds."""
    parameters = {**connection.get_connection_params()}
    parameters["options"] = f"{parameters.get('options', '')} {secondlock.option()}".strip()
    names = {one.keyword.decode(): one.envvar for one in Conninfo.get_defaults()}
    told = {
        names[keyword].decode(): str(value)  # type: ignore[union-attr]
        for keyword, value in parameters.items()
        if names.get(keyword) and value not in (None, "")
    }
    passed = {name: value for name, value in os.environ.items() if name.startswith("PG")}
    ours = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return {**ours, **passed, **told, "LC_ALL": "C"}
