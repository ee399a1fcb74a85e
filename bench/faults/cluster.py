"""A PostgreSQL that may be ended in any way and comes back; it writes to the disk as in production."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import psycopg

from tests.e2e.installation import ends_with_us

ROOT: Final = Path(__file__).resolve().parents[2]
OWNER: Final = "dosja"
SETTINGS: Final = {
    "listen_addresses": "",
    "max_connections": "60",
    "shared_buffers": "128MB",
    "timezone": "UTC",
    "log_min_messages": "warning",
    "restart_after_crash": "on",
}


def starting() -> ModuleType:
    """`deploy/dev/with_postgres`, which knows where PostgreSQL is and who may run it."""
    loader = SourceFileLoader("with_postgres", str(ROOT / "deploy" / "dev" / "with_postgres"))
    module = ModuleType(loader.name)
    sys.modules[loader.name] = module
    loader.exec_module(module)
    return module


@dataclass
class Cluster:
    """Where it lives, and the server while it runs."""

    directory: Path
    settings: Mapping[str, str] = field(default_factory=dict)
    # Before the command, such as `ip netns exec …`.
    inside: tuple[str, ...] = ()
    # Networks from which everybody is believed to be who he says.
    trusts: str = ""
    server: "subprocess.Popen[bytes] | None" = None

    def __post_init__(self) -> None:
        self._by = starting()
        self.who: dict[str, Any] = self._by.identity()

    def url(self, user: str = OWNER, host: str | None = None) -> str:
        """By the socket, or by the network."""
        return f"postgresql://{user}@/dosja?host={host or self.directory}"

    def create(self) -> None:
        """An empty one."""
        self._by.create_cluster(self.directory, self.who)
        self._by.single_user_sql(self.directory, self.who, "CREATE DATABASE dosja")

    def start(self, patience: float = 60) -> float:
        """Until it answers; says how many seconds that took."""
        began = time.monotonic()
        if self.trusts:
            with open(self.directory / "cluster" / "pg_hba.conf", "a") as rules:
                rules.write(f"host all all {self.trusts} trust\n")
        while True:
            if self.server is None or self.server.poll() is not None:
                self.server = self._launch()
            if self.answers():
                return time.monotonic() - began
            if time.monotonic() > began + patience:
                raise SystemExit(f"PostgreSQL did not come back:\n{self.said()}")
            time.sleep(0.1)

    def answers(self) -> bool:
        try:
            with psycopg.connect(self.url(), connect_timeout=5):
                return True
        except psycopg.OperationalError:
            return False

    def end(self, by: signal.Signals) -> None:
        """SIGINT: fast, SIGQUIT: immediate, SIGKILL: as if the power failed, but for the disk's cache."""
        assert self.server is not None
        os.kill(self.postmaster(), by)
        self.server.wait(timeout=60)

    def postmaster(self) -> int:
        return int((self.directory / "cluster" / "postmaster.pid").read_text().splitlines()[0])

    def stop(self) -> None:
        if self.server is not None:
            self._by.stop(self.server)

    def said(self) -> str:
        return (self.directory / "server.log").read_text(errors="replace")[-2_000:]

    def sql(self, statement: str) -> list[tuple[Any, ...]]:
        """As the owner, past everything."""
        with psycopg.connect(self.url(), autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def _launch(self) -> "subprocess.Popen[bytes]":
        settings = {**SETTINGS, **self.settings}
        options = [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]
        program = [str(self._by.binaries() / "postgres"), "-D", str(self.directory / "cluster")]
        with open(self.directory / "server.log", "ab") as log:
            return subprocess.Popen(
                [*self.inside, *program, "-k", str(self.directory), *options],
                cwd=self.directory,
                stdout=log,
                stderr=log,
                start_new_session=True,
                env={"PATH": os.environ["PATH"], "HOME": str(self.directory), "LC_ALL": "C"},
                preexec_fn=None if self.who else ends_with_us,  # noqa: PLW1509  # no thread of ours holds a lock
                **({} if self.inside else self.who),
            )


@contextmanager
def directory_for(who: Mapping[str, Any]) -> Iterator[Path]:
    """One that PostgreSQL's user may enter, short enough for a socket; gone afterwards."""
    made = Path(tempfile.mkdtemp(prefix="dosja-faults-", dir="/tmp"))
    try:
        if who:
            os.chown(made, who["user"], who["group"])
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def copied(template: Path, directory: Path) -> None:
    """The files of a stopped cluster; the directory may be a disk of its own already."""
    (directory / "cluster").mkdir(mode=0o700, exist_ok=True)
    subprocess.run(["cp", "-aT", str(template / "cluster"), str(directory / "cluster")], check=True)
