"""The programs of an installation, as its service manager keeps them: whoever dies is started again."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Self

from bench.faults.cluster import ROOT
from tests.e2e.installation import HOST, ends_with_us, family, free_port

RESTART_SECONDS: Final = 2.0
"""As in deploy/systemd."""
WORKERS: Final = 2
LEASE_SECONDS: Final = 10
"""Two minutes in production: what a killed worker held comes back that much sooner here."""


@dataclass
class Site:
    """A web server with two workers (as deploy/systemd starts it) and two processes for jobs."""

    home: Path
    environment: Mapping[str, str]
    root: Path = ROOT
    port: int = field(default_factory=free_port)
    restarts: dict[str, int] = field(default_factory=dict)
    _running: dict[str, "subprocess.Popen[bytes]"] = field(default_factory=dict)

    def __enter__(self) -> Self:
        self._goes_on = True
        for name in self._commands():
            self._running[name] = self._start(name)
        self._keeper = threading.Thread(target=self._keep, daemon=True)
        self._keeper.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._goes_on = False
        self._keeper.join()
        for process in self._running.values():
            process.terminate()
        for process in self._running.values():
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)

    def renew(self, name: str, root: Path) -> None:
        """End a program in order; it is started again from there, and so is whatever ends later."""
        self.root = root
        process = self._running[name]
        process.terminate()
        process.wait(timeout=60)

    def pids(self, name: str) -> list[int]:
        """Of a program and all its children."""
        return list(family(self._running[name].pid))

    def web_workers(self) -> list[int]:
        """The processes that answer; the first only keeps them running."""
        return [pid for pid in self.pids("web")[1:] if self._is_server(pid)]

    def job_workers(self) -> list[int]:
        return [process.pid for name, process in self._running.items() if name.startswith("jobs")]

    def said(self) -> str:
        logs = sorted(self.home.glob("*.log"))
        return "\n".join(path.read_text(errors="replace") for path in logs)

    def _commands(self) -> dict[str, list[str]]:
        options = [
            *("--host", HOST, "--port", str(self.port), "--workers", str(WORKERS)),
            *("--blocking-threads", "8", "--workers-kill-timeout", "10"),
            "--respawn-failed-workers",
        ]
        serving = ["backend.config.serving"]
        if not (self.root / "backend" / "config" / "serving.py").exists():
            # The release before it, in `upgrade`.
            serving = ["granian", "--interface", "wsgi", "--no-ws", "--no-access-log"]
        web = [sys.executable, "-m", *serving, *options, "backend.config.wsgi:application"]
        jobs = [sys.executable, "manage.py", "run_worker", "--threads", "2", "--lease", str(LEASE_SECONDS)]
        return {"web": web, "jobs 1": jobs, "jobs 2": jobs}

    def _start(self, name: str) -> "subprocess.Popen[bytes]":
        with open(self.home / f"{name.split(maxsplit=1)[0]}.log", "ab") as log:
            return subprocess.Popen(
                self._commands()[name],
                cwd=self.root,
                env={**self.environment, "PYTHONPATH": str(self.root)},
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=ends_with_us,  # noqa: PLW1509  # no thread of ours holds a lock
            )

    def _keep(self) -> None:
        died: dict[str, float] = {}
        while self._goes_on:
            for name, process in self._running.items():
                if process.poll() is None:
                    continue
                if time.monotonic() > died.setdefault(name, time.monotonic()) + RESTART_SECONDS:
                    del died[name]
                    self.restarts[name] = self.restarts.get(name, 0) + 1
                    # Its children hold the port, where it was killed alone.
                    with suppress(ProcessLookupError):
                        os.killpg(process.pid, signal.SIGKILL)
                    self._running[name] = self._start(name)
            time.sleep(0.1)

    def _is_server(self, pid: int) -> bool:
        with suppress(OSError):
            words = Path(f"/proc/{pid}/cmdline").read_bytes()
            return b"backend.config.wsgi:application" in words or b"spawn_main" in words
        return False
