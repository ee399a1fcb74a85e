"""`make fresh-start`: copies what git tracks to an empty place, runs `make run` twice there, and times it.

The second time the README's walk-through is pasted beside it, as a newcomer would.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from console import ROOT
from serving import free_port, status_of, wait_for
from walk_through import walk

PATIENCE = 600
PAGES = ("/health/ready", "/", "/dashboard/", "/accounts/login/", "/api/docs/", "/api/schema/")


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="dosja-fresh-") as directory:
        copy_tracked_files(Path(directory))
        for attempt in ("first", "second"):
            print(f"\nThe {attempt} `make run` in a fresh copy", flush=True)
            seconds = run_once(Path(directory), walking=attempt == "second")
            print(f"The {attempt} run answered after {seconds:.1f} s and stopped cleanly.", flush=True)


def copy_tracked_files(target: Path) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode()
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).exists():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)


def run_once(directory: Path, *, walking: bool) -> float:
    port = free_port()
    foreign = {"DATABASE_URL", "DOSJA_MODE", "DOSJA_ENV_FILE", "DOSJA_VAR", "MAKEFLAGS", "MAKELEVEL"}
    environment = {name: value for name, value in os.environ.items() if name not in foreign}
    began = time.monotonic()
    running = subprocess.Popen(
        ["make", "run", f"PORT={port}"],
        cwd=directory,
        env={**environment, "PORT": str(port)},
        start_new_session=True,
    )
    try:
        wait_for(running, f"http://localhost:{port}/health/ready", PATIENCE)
        seconds = time.monotonic() - began
        for page in PAGES:
            status = status_of(f"http://localhost:{port}{page}")
            if status != 200:
                sys.exit(f"{page} answered {status or 'nothing'}.")
        if walking:
            walk(f"http://localhost:{port}", environment, directory)
    finally:
        # As Ctrl-C in a terminal does: to make and everything under it.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGINT)
        running.wait(timeout=60)
    if status_of(f"http://localhost:{port}/health/live"):
        sys.exit("The server outlived `make run`.")
    return seconds


if __name__ == "__main__":
    main()
