"""The real web server for measurements: granian, two workers, the second lock, the floor beside it."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import orjson
from django.db import connection

from backend.secondlock.installing import grant, lock_tables
from bench.second_lock import TEXT_SEARCH
from tests.e2e.installation import HOST, ends_with_us, family, free_port

ROLE = "dosja_served"
WORKERS = 2
_TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Server:
    """A running one."""

    process: "subprocess.Popen[bytes]"
    port: int

    @property
    def workers(self) -> list[int]:
        """The processes that answer; the first only keeps them running."""
        return [one for one in family(self.process.pid) if one != self.process.pid and _memory(one) > 30]

    def seconds_used(self) -> float:
        """Processor time of all of them so far."""
        return sum(_seconds(one) for one in family(self.process.pid))

    def memory(self) -> list[float]:
        """MB of each worker: what is its own, and its part of what is shared (PSS)."""
        return [_memory(one) for one in self.workers]

    def memory_of_first(self) -> float:
        """The same of the process that the workers are copies of."""
        return _memory(self.process.pid)

    def peaks(self) -> list[float]:
        """The most that each worker has held since `forget_peaks`, in MB (RSS)."""
        return [_line(one, "status", "VmHWM:") for one in self.workers]

    def forget_peaks(self) -> None:
        for one in self.workers:
            Path(f"/proc/{one}/clear_refs").write_text("5")


@contextmanager
def served(
    statements: Mapping[str, str],
    home: Path,
    database_url: str | None = None,
    settings: Mapping[str, str] | None = None,
) -> Iterator[Server]:
    """A server on the database (that of DATABASE_URL), as a role that owns nothing; gone afterwards."""
    url = database_url or os.environ["DATABASE_URL"]
    known = home / "statements.json"
    known.write_bytes(orjson.dumps(dict(statements)))
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "backend.config.settings",
        "DATABASE_URL": url if url.startswith("sqlite") else _as_role(url),
        "BENCH_FLOOR_DATABASE": url,
        "BENCH_STATEMENTS": str(known),
        "DOSJA_DATABASE_ROLE": "" if url.startswith("sqlite") else ROLE,
        "DOSJA_VAR": str(home),
        # Every request is counted as in production, and no limit is ever reached.
        **dict.fromkeys(("DOSJA_PERSON_RATE", "DOSJA_CLIENT_RATE"), "1000000000"),
        **dict.fromkeys(("DOSJA_PERSON_BURST", "DOSJA_CLIENT_BURST"), "1000000000"),
        "DOSJA_CLIENT_QUOTA": "1000000000",
        # As in deploy/.
        "MALLOC_ARENA_MAX": "2",
        "MALLOC_TRIM_THRESHOLD_": "131072",
        "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",
        **(settings or {}),
    }
    port = free_port()
    command = [
        *(sys.executable, "-m", "backend.config.serving", "--host", HOST, "--port", str(port)),
        *("--workers", str(WORKERS), "--blocking-threads", "2", "--log-level", "warning"),
        *("--workers-kill-timeout", "5", "bench.floor:application"),
    ]
    with open(home / "server.log", "wb") as log:
        process = subprocess.Popen(
            command,
            env=environment,
            stdout=log,
            stderr=log,
            start_new_session=True,
            preexec_fn=ends_with_us,  # noqa: PLW1509  # no thread of ours holds a lock
        )
    try:
        _wait(process, port, home / "server.log")
        yield Server(process, port)
    finally:
        process.terminate()
        process.wait(timeout=20)


def lock() -> None:
    """The second lock as an installation has it, and the server's role."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE])
        if cursor.fetchone() is None:
            cursor.execute(f"CREATE ROLE {ROLE} LOGIN NOSUPERUSER NOBYPASSRLS")
        for function in TEXT_SEARCH:
            cursor.execute(f"ALTER FUNCTION {function} LEAKPROOF")
    lock_tables()
    grant(ROLE)


def _as_role(url: str) -> str:
    """The same database as the role that web servers have; the temporary server trusts whoever comes."""
    scheme, _slashes, rest = url.partition("://")
    return f"{scheme}://{ROLE}@{rest.partition('@')[2]}"


def _wait(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    from bench.asking import Line

    deadline = time.monotonic() + 300
    while True:
        try:
            with Line(port) as line:
                if line.status("/health/live") == 200:
                    return
        except OSError:
            pass
        if process.poll() is not None or time.monotonic() > deadline:
            raise SystemExit(f"The server did not come:\n{log.read_text(errors='replace')[-3_000:]}")
        time.sleep(0.2)


def _seconds(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICK


def _memory(process: int) -> float:
    return _line(process, "smaps_rollup", "Pss:")


def _line(process: int, file: str, name: str) -> float:
    for line in Path(f"/proc/{process}/{file}").read_text().splitlines():
        if line.startswith(name):
            return int(line.split()[1]) / 1_024
    return 0.0
