"""A real PgBouncer in transaction mode before the test database, with one connection to the server.

with PgBouncer(connection.settings_dict, role="dosja_pooled") as pooler:
    pooler.host, pooler.port
"""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import pytest

from tests.mailbox import free_port

MISSING = "no PgBouncer: `pgbouncer` is not on PATH (Debian: apt install pgbouncer)"
_PATIENCE = 10
_CONFIGURATION = """
[databases]
* = host={host} port={port} user={role}

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {listen}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 1
max_db_connections = 1
ignore_startup_parameters = options
logfile = {place}/log
"""


def executable() -> str:
    """The pooler's path, or the test is skipped; where it is required, it fails."""
    found = shutil.which("pgbouncer") or (shutil.which("pgbouncer", path="/usr/sbin") or "")
    if found:
        return found
    if os.environ.get("DOSJA_REQUIRE_PGBOUNCER") == "1":
        pytest.fail(MISSING)
    pytest.skip(MISSING)


@dataclass
class PgBouncer:
    """One pooler; whoever asks reaches the server as that role."""

    database: Mapping[str, Any]
    role: str
    host: str = "127.0.0.1"
    port: int = 0
    place: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="dosja-pgbouncer-")))
    _process: "subprocess.Popen[bytes] | None" = None

    def __enter__(self) -> Self:
        program = executable()
        self.port = self.port or free_port()
        configuration = self.place / "pgbouncer.ini"
        configuration.write_text(
            _CONFIGURATION.format(
                host=self._server(),
                port=self.database["PORT"] or 5432,
                role=self.role,
                listen=self.port,
                place=self.place,
            )
        )
        who = self._own()
        self._process = subprocess.Popen(
            [program, str(configuration)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **who
        )
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            with suppress(OSError), socket.create_connection((self.host, self.port), timeout=1):
                return self
            time.sleep(0.05)
        raise AssertionError((self.place / "log").read_text() if (self.place / "log").exists() else "silent")

    def __exit__(self, *problem: object) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait(_PATIENCE)
        shutil.rmtree(self.place, ignore_errors=True)

    def _server(self) -> str:
        options = self.database.get("OPTIONS", {})
        return str(self.database["HOST"] or options.get("host") or "127.0.0.1")

    def _own(self) -> dict[str, Any]:
        """It refuses to run as root: root lends it the user whose the server's socket is."""
        if os.geteuid() != 0:
            return {}
        socket_of = Path(self._server())
        owner = socket_of.stat().st_uid if socket_of.is_dir() else 0
        who = pwd.getpwuid(owner) if owner else pwd.getpwnam("nobody")
        for path in (self.place, *self.place.iterdir()):
            os.chown(path, who.pw_uid, who.pw_gid)
        return {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}
