"""A real second PostgreSQL that streams from the one of the tests.

with Standby(connection.settings_dict) as standby:
    standby.settings    # as the alias `replica` has them
    standby.stop_replaying(), standby.replay(), standby.kill(), standby.start()
"""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NoReturn, Self

import psycopg
import pytest
from django.db import connection

_PATIENCE: Final = 60
# A standby refuses to start with less room than its primary has.
_ROOM: Final = (
    *("max_connections", "max_wal_senders", "max_worker_processes"),
    *("max_locks_per_transaction", "max_prepared_transactions"),
)


@dataclass
class Standby:
    """One standby; it listens on a socket in a directory of its own."""

    primary: Mapping[str, Any]
    place: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="dosja-standby-", dir="/tmp")))
    _server: "subprocess.Popen[bytes] | None" = None

    @property
    def settings(self) -> dict[str, Any]:
        return {**self.primary, "HOST": str(self.place), "PORT": "", "CONN_HEALTH_CHECKS": False}

    def __enter__(self) -> Self:
        try:
            self._copy()
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_problem: object) -> None:
        self.kill()
        shutil.rmtree(self.place, ignore_errors=True)

    def start(self) -> None:
        """And wait until it answers."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT name, setting FROM pg_settings WHERE name = ANY (%s)", [list(_ROOM)])
            room = cursor.fetchall()
        options = ["listen_addresses=", "fsync=off", "shared_buffers=32MB", *(f"{a}={b}" for a, b in room)]
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            with suppress(psycopg.OperationalError):
                self._ask("SELECT 1")
                return
            if self._server is None or self._server.poll() is not None:
                # What was killed a moment ago still holds the directory.
                self._server = self._started(options)
            time.sleep(0.05)
        raise AssertionError((self.place / "log").read_text(errors="replace")[-2000:])

    def _started(self, options: list[str]) -> "subprocess.Popen[bytes]":
        command = [str(_binary("postgres")), "-D", str(self.place / "cluster"), "-k", str(self.place)]
        with open(self.place / "log", "ab") as log:
            return subprocess.Popen(
                [*command, *(part for option in options for part in ("-c", option))],
                stdout=log,
                stderr=log,
                start_new_session=True,
                **self._own(),
            )

    def kill(self) -> None:
        """At once, with everything it has started; without a word to whoever is connected."""
        if self._server is None:
            return
        number = self._server.pid
        children: list[int] = []
        with suppress(OSError):
            # Stopped, it starts no others meanwhile.
            os.kill(number, signal.SIGSTOP)
            children = [*map(int, Path(f"/proc/{number}/task/{number}/children").read_text().split())]
        for process in (number, *children):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self._server.wait()
        self._server = None
        until = time.monotonic() + _PATIENCE
        while any(map(_lives, children)):
            # Until then their connections look well.
            assert time.monotonic() < until, "its processes do not die"
            time.sleep(0.01)

    def stop_replaying(self) -> None:
        """It goes on receiving and answering, and what it knows grows old."""
        self._ask("SELECT pg_wal_replay_pause()")
        while self._ask("SELECT pg_get_wal_replay_pause_state()") != "paused":
            # It looks whether it shall pause when the next record comes.
            self._flush()
            time.sleep(0.02)

    def replay(self) -> None:
        """Go on, up to what the primary has written by now."""
        self._ask("SELECT pg_wal_replay_resume()")
        written = self._flush()
        until = time.monotonic() + _PATIENCE
        while not self._ask("SELECT pg_last_wal_replay_lsn() >= %s::pg_lsn", written):
            assert time.monotonic() < until, "the standby does not follow"
            time.sleep(0.01)

    def _flush(self) -> str:
        """A commit that waits for its flush takes along what was written before it. Gives the position."""
        where = {"host": str(self.primary["HOST"]), "options": "-c synchronous_commit=on"}
        self._ask("SELECT pg_current_xact_id()", **where)
        return str(self._ask("SELECT pg_current_wal_insert_lsn()::text", **where))

    def _ask(self, sql: str, *values: str, **where: str) -> Any:
        who = {"user": self.primary["USER"], "dbname": self.primary["NAME"]}
        if self.primary["PASSWORD"]:
            who["password"] = self.primary["PASSWORD"]
        if where and self.primary["PORT"]:
            where["port"] = str(self.primary["PORT"])
        with psycopg.connect(**{**who, "host": str(self.place), **where}, autocommit=True) as asked:
            row = asked.execute(sql, values).fetchone()
            return row[0] if row else None

    def _copy(self) -> None:
        where = ["--host", str(self.primary["HOST"] or "127.0.0.1"), "--username", self.primary["USER"]]
        where += ["--port", str(self.primary["PORT"])] if self.primary["PORT"] else []
        who = self._own()
        if who:
            os.chown(self.place, who["user"], who["group"])
        done = subprocess.run(
            [
                *(str(_binary("pg_basebackup")), *where, "--pgdata", str(self.place / "cluster")),
                *("--write-recovery-conf", "--checkpoint=fast", "--wal-method=stream", "--no-sync"),
            ],
            env={"PATH": os.environ["PATH"], "PGPASSWORD": str(self.primary["PASSWORD"] or "")},
            capture_output=True,
            text=True,
            check=False,
            cwd=self.place,
            **who,
        )
        if done.returncode:
            _cannot(f"the server gives no base backup: {done.stderr.strip()[-200:]}")

    def _own(self) -> dict[str, Any]:
        """It refuses to run as root: root lends it the user whose the primary's socket is."""
        if os.geteuid() != 0:
            return {}
        socket_of = Path(str(self.primary["HOST"]))
        owner = socket_of.stat().st_uid if socket_of.is_dir() else 0
        who = pwd.getpwuid(owner) if owner else pwd.getpwnam("nobody")
        return {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}


def _lives(process: int) -> bool:
    """Whether it runs; a process that nobody has waited for yet is dead all the same."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in {"Z", "X"}


def _binary(name: str) -> Path:
    """Of the major version that the primary has, or the test is skipped."""
    major = connection.pg_version // 10_000
    found = shutil.which(name, path=f"/usr/lib/postgresql/{major}/bin:{os.environ['PATH']}")
    if not found:
        _cannot(f"no {name} of PostgreSQL {major}")
    return Path(found)


def _cannot(why: str) -> NoReturn:
    """Where PostgreSQL is demanded, what cannot be tried is a failure and nothing to skip."""
    if os.environ.get("DOSJA_REQUIRE_POSTGRES") == "1":
        pytest.fail(why)
    pytest.skip(why)
