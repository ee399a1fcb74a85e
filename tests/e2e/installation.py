"""A whole installation for the tests in a browser: database, server and worker, all they say kept."""

import ctypes
import json
import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from tests.migrated import copy_on_server, copy_to_file, database_url

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
PATIENCE = 60


@dataclass(repr=False)
class Installation:
    """Where it answers, where it keeps things, and what must stand in no log of it."""

    home: Path
    database_url: str
    port: int = 0
    # The module that fills it, and tells its facts.
    seed: str = "tests.e2e.seed"
    facts: dict[str, Any] = field(default_factory=dict)
    # What people typed, were given or are: filled by everybody who visits.
    secrets: set[str] = field(default_factory=set)
    _running: dict[str, "subprocess.Popen[bytes]"] = field(default_factory=dict)

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """Of this machine only what a program needs to run; secrets come from the settings of the tests."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        own = {name: value for name, value in os.environ.items() if name.startswith("DOSJA_")}
        return {
            **kept,
            **own,
            "SECRET_KEY": os.environ["SECRET_KEY"],
            "DOSJA_VAR": str(self.home / "var"),
            "DATABASE_URL": self.database_url,
            # One proxy stands in front: every visitor comes from an address of his own.
            "DOSJA_TRUSTED_PROXIES": "1",
            # These visitors fill in a form faster than any person does.
            "DOSJA_FORM_LEAST_SECONDS": "0",
            "TMPDIR": str(self.home / "tmp"),
            "PYTHONUNBUFFERED": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def prepare(self) -> None:
        for name in ("var", "tmp", "said"):
            (self.home / name).mkdir()
        if not self.database_url:
            copy_to_file(self.home / "var" / "dosja.sqlite3")
        done = subprocess.run(
            [sys.executable, "-m", self.seed],
            cwd=ROOT,
            env=self.environment,
            text=True,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, f"The installation could not be filled:\n{done.stderr}"
        self.facts = json.loads(done.stdout.splitlines()[-1])

    def start(self) -> None:
        """Web server and worker, as `make run` starts them."""
        self.port = self.port or free_port()
        server = [
            *(
                sys.executable,
                "-m",
                "backend.config.serving",
                "--host",
                HOST,
                "--port",
                str(self.port),
            ),
            *("--workers", "2", "--blocking-threads", "2", "--log-level", "warning"),
            *("--workers-kill-timeout", "5", "backend.config.wsgi:application"),
        ]
        for name, command in {
            "server": server,
            "worker": [sys.executable, "manage.py", "run_worker"],
        }.items():
            with open(self.home / "said" / f"{name}.log", "ab") as said:
                self._running[name] = subprocess.Popen(
                    command,
                    cwd=ROOT,
                    env=self.environment,
                    stdout=said,
                    stderr=said,
                    start_new_session=True,
                    preexec_fn=ends_with_us,  # noqa: PLW1509  # no thread of ours holds a lock
                )
        self.wait_until_ready()

    def wait_until_ready(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while not self._answers():
            ended = [name for name, process in self._running.items() if process.poll() is not None]
            assert not ended, f"{ended} ended at once:\n{self.said()}"
            assert time.monotonic() < deadline, f"The server did not answer:\n{self.said()}"
            time.sleep(0.1)

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}/health/ready", timeout=10) as answer:
                return bool(answer.status == 200)
        except (OSError, urllib.error.URLError):
            return False

    def stop(self) -> None:
        """In order: what still runs after a while is ended."""
        for process in self._running.values():
            process.terminate()
        for process in self._running.values():
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self._end(process)
        self._running.clear()

    def crash(self) -> None:
        """The power fails: nobody tidies up."""
        for process in self._running.values():
            self._end(process)
        self._running.clear()

    def _end(self, process: "subprocess.Popen[bytes]") -> None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=20)

    def said(self) -> str:
        """All that server and worker have printed so far."""
        logs = sorted((self.home / "said").glob("*.log"))
        return "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in logs)

    def plaintext(self, *marks: bytes) -> dict[bytes, set[str]]:
        """Where these bytes can be read: in all that the installation keeps, open files, the database."""
        shipped = self.home / "var" / "static"
        kept = [path for part in ("var", "tmp", "said") for path in (self.home / part).rglob("*")]
        kept = [path for path in kept if not path.is_relative_to(shipped)]
        found: dict[bytes, set[str]] = {}
        for path in [path for path in kept if path.is_file()] + self._open_files():
            content = b""
            with suppress(FileNotFoundError):  # a file that was closed or removed meanwhile keeps nothing
                content = path.read_bytes()
            for mark in marks:
                if mark in content:
                    found.setdefault(mark, set()).add(str(path))
        for table in self._tables():
            for (row,) in self.sql(f'SELECT row::text FROM "{table}" AS row'):
                for mark in marks:
                    if mark.decode() in row or mark.hex() in row:
                        found.setdefault(mark, set()).add(table)
        return found

    def _open_files(self) -> list[Path]:
        numbers = [number for process in self._running.values() for number in family(process.pid)]
        return [link for number in numbers for link in open_files(number)]

    def _tables(self) -> list[str]:
        """Of a server: an embedded database is a file like others."""
        if not self.database_url:
            return []
        return [name for (name,) in self.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]

    def sql(self, statement: str) -> list[tuple[Any, ...]]:
        """Straight into the database, for what only time would do."""
        if self.database_url:
            with psycopg.connect(self.database_url, autocommit=True) as connection:
                cursor = connection.execute(statement.encode())
                return cursor.fetchall() if cursor.description else []
        import sqlite3

        connection = sqlite3.connect(self.home / "var" / "dosja.sqlite3", timeout=20)
        try:
            with connection:
                return connection.execute(statement).fetchall()
        finally:
            connection.close()


def ends_with_us() -> None:
    """Whoever ends the tests by force shall find no server left running (Linux: PR_SET_PDEATHSIG)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)


def family(number: int) -> Iterator[int]:
    """A process and all that descend from it."""
    yield number
    for children in Path(f"/proc/{number}/task").glob("*/children"):
        for child in children.read_text().split():
            yield from family(int(child))


def open_files(number: int) -> Iterator[Path]:
    """What a process holds open on the disk, also where it has no name any more."""
    for link in Path(f"/proc/{number}/fd").glob("*"):
        with suppress(OSError):
            if stat.S_ISREG(link.stat().st_mode):
                yield link


@contextmanager
def installation(seed: str = "tests.e2e.seed") -> Iterator[Installation]:
    """On the engine under test: a file of SQLite, or a new database beside that of DATABASE_URL."""
    # /tmp: a deep directory would make some paths too long for a socket.
    home = Path(tempfile.mkdtemp(prefix="dosja-e2e-"))
    try:
        with database() as url:
            made = Installation(home, url, seed=seed)
            try:
                made.prepare()
                made.start()
                yield made
            finally:
                made.stop()
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def database() -> Iterator[str]:
    """The URL of a database with tables and nothing in them; empty itself where SQLite has a file."""
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        yield ""
        return
    name = f"dosja_e2e_{uuid.uuid4().hex[:12]}"
    copy_on_server(name)
    try:
        yield database_url(name)
    finally:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
