"""`make test`: the dashboard, the suite on SQLite, then on PostgreSQL; what was skipped and why."""

import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from console import PYTHON, ROOT, VENV
from setup import ensure_ready

WITH_POSTGRES = ROOT / "deploy" / "dev" / "with_postgres"
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


@dataclass
class Pass:
    """One run of the suite on one engine."""

    engine: str
    exit_code: int = 0
    last_line: str = ""
    skipped: list[str] = field(default_factory=list)


def main(extra: list[str]) -> int:
    print("Dosja: setting up the tests", flush=True)
    ensure_ready("dev")
    # Whoever names tests names Python's.
    passes = [] if extra else [of_the_dashboard()]
    passes.append(on_sqlite(extra))
    notes: list[str] = []
    postgres, reason = on_postgres(extra)
    if postgres:
        passes.append(postgres)
    else:
        notes.append(f"the whole suite on PostgreSQL: {reason}")
    report(passes, notes)
    # Continuous integration must not mistake a missing engine for a passed one.
    missing = bool(notes) and os.environ.get("DOSJA_REQUIRE_POSTGRES") == "1"
    return 1 if missing or any(one.exit_code for one in passes) else 0


def of_the_dashboard() -> Pass:
    """Its components, one by one, without a browser and without a server."""
    print("\nThe dashboard's components", flush=True)
    command = [PYTHON, ROOT / "deploy" / "dev" / "dashboard.py", "test"]
    code = subprocess.run([str(part) for part in command], cwd=ROOT, check=False).returncode
    return Pass(
        "The dashboard's components", code, "passed" if code == 0 else f"failed with exit code {code}"
    )


def on_sqlite(extra: list[str]) -> Pass:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return run_suite("SQLite", pytest_command(extra), environment)


def on_postgres(extra: list[str]) -> tuple[Pass | None, str]:
    """On the server that DATABASE_URL names, else on a temporary one; or the reason why neither can be."""
    if os.environ.get("DATABASE_URL", "").startswith("postgres"):
        return run_suite("PostgreSQL", pytest_command(extra), dict(os.environ)), ""
    check = subprocess.run([PYTHON, WITH_POSTGRES, "--check"], capture_output=True, text=True, check=False)
    if check.returncode:
        return None, check.stderr.strip()
    return run_suite("PostgreSQL", [PYTHON, WITH_POSTGRES, *pytest_command(extra)], dict(os.environ)), ""


def pytest_command(extra: list[str]) -> list[str | Path]:
    workers = os.environ.get("DOSJA_TEST_PROCESSES", "2")
    colour = "yes" if sys.stdout.isatty() else "no"
    return [VENV / "bin" / "pytest", "-n", workers, "-rs", f"--color={colour}", *extra]


def run_suite(engine: str, command: list[str | Path], environment: dict[str, str]) -> Pass:
    """Show pytest's output as it comes and keep what the report at the end needs."""
    print(f"\nThe suite on {engine}", flush=True)
    began = time.monotonic()
    with subprocess.Popen(
        [str(part) for part in command],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as child:
        output = bytearray()
        while chunk := os.read(child.stdout.fileno(), 65536):  # type: ignore[union-attr]
            sys.stdout.buffer.write(chunk)
            sys.stdout.flush()
            output += chunk
    lines = COLOURS.sub("", output.decode(errors="replace")).splitlines()
    summary = next((line for line in reversed(lines) if re.search(r" in \d+(\.\d+)?s", line)), "")
    return Pass(
        engine,
        exit_code=child.returncode,
        last_line=summary
        or f"pytest ended with exit code {child.returncode} after {time.monotonic() - began:.0f} s",
        skipped=sorted({line for line in lines if line.startswith("SKIPPED [")}),
    )


def report(passes: list[Pass], notes: list[str]) -> None:
    print("\nWhat was skipped, and why:")
    for note in notes:
        print(f"  {note}")
    for one in passes:
        for line in one.skipped:
            print(f"  {one.engine}: {line}")
    if not notes and not any(one.skipped for one in passes):
        print("  nothing")
    for one in passes:
        print(f"\n{one.engine}:\n{one.last_line}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
