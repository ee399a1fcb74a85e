"""Says on the terminal what a long step does and how many seconds it took."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
VAR = Path(os.environ.get("DOSJA_VAR") or ROOT / "var")


@contextmanager
def step(what: str) -> Iterator[None]:
    """Print what begins, a dot every five seconds while it lasts, then the seconds it took."""
    print(f"  {what} … ", end="", flush=True)
    began, over = time.monotonic(), threading.Event()
    ticking = threading.Thread(target=_tick, args=(over,), daemon=True)
    ticking.start()
    try:
        yield
    except BaseException:
        print("failed", flush=True)
        raise
    finally:
        over.set()
        ticking.join()
    print(f"{time.monotonic() - began:.1f} s", flush=True)


def _tick(over: threading.Event) -> None:
    while not over.wait(5):
        print(".", end="", flush=True)


def quietly(*command: str | Path, env: Mapping[str, str] | None = None) -> str:
    """Run a command and return what it printed; show everything it said, and stop, when it fails."""
    done = subprocess.run(
        [str(part) for part in command], cwd=ROOT, env=env, text=True, capture_output=True, check=False
    )
    if done.returncode:
        print(file=sys.stderr)
        print(done.stdout, done.stderr, sep="\n", file=sys.stderr)
        sys.exit(f"This command failed with exit code {done.returncode}: {' '.join(map(str, command))}")
    return done.stdout


def shown(path: Path) -> str:
    """A path as a person would type it from the checkout."""
    return str(path.relative_to(ROOT) if path.is_relative_to(ROOT) else path)
