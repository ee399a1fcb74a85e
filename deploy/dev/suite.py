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
    failed: list[str] = field(default_factory=list)


def main(extra: list[str]) -> int:
    print("Dosja: setting up the tests", flush=True)
    ensure_ready("dev")
    # Whoever names tests names Python's.
    passes = [] if extra else [of_the_dashboard()]
    missing = why_no_postgres()
    if not missing:
        os.environ["DOSJA_BOTH_ENGINES"] = "1"
    passes.append(on_sqlite(extra))
    if not missing:
        passes.append(on_postgres(extra))
    report(passes, [f"the whole suite on PostgreSQL: {missing}"] if missing else [])
    # Continuous integration must not mistake a missing engine for a passed one.
    refused = bool(missing) and os.environ.get("DOSJA_REQUIRE_POSTGRES") == "1"
    return 1 if refused or any(one.exit_code for one in passes) else 0


def of_the_dashboard() -> Pass:
    """Its components, one by one, without a browser and without a server."""
    print("\nThe dashboard's components", flush=True)
    code, lines = shown([PYTHON, ROOT / "deploy" / "dev" / "dashboard.py", "test"], dict(os.environ))
    return Pass(
        "The dashboard's components",
        code,
        "passed" if code == 0 else f"failed with exit code {code}",
        failed=sorted({line.strip() for line in lines if re.match(r"\s*FAIL\s", line)}),
    )


def why_no_postgres() -> str:
    """Why the suite cannot run on PostgreSQL here; empty where it can."""
    if _named_server():
        return ""
    check = subprocess.run([PYTHON, WITH_POSTGRES, "--check"], capture_output=True, text=True, check=False)
    return check.stderr.strip() if check.returncode else ""


def on_sqlite(extra: list[str]) -> Pass:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return run_suite("SQLite", pytest_command(extra), environment)


def on_postgres(extra: list[str]) -> Pass:
    """On the server that DATABASE_URL names, else on a temporary one."""
    before = [] if _named_server() else [PYTHON, WITH_POSTGRES]
    return run_suite("PostgreSQL", [*before, *pytest_command(extra)], dict(os.environ))


def _named_server() -> bool:
    return os.environ.get("DATABASE_URL", "").startswith("postgres")


def pytest_command(extra: list[str]) -> list[str | Path]:
    workers = os.environ.get("DOSJA_TEST_PROCESSES", "2")
    colour = "yes" if sys.stdout.isatty() else "no"
    return [VENV / "bin" / "pytest", "-n", workers, "-rsfE", f"--color={colour}", *extra]


def run_suite(engine: str, command: list[str | Path], environment: dict[str, str]) -> Pass:
    print(f"\nThe suite on {engine}", flush=True)
    began = time.monotonic()
    code, lines = shown(command, environment)
    summary = next((line for line in reversed(lines) if re.search(r" in \d+(\.\d+)?s", line)), "")
    return Pass(
        engine,
        exit_code=code,
        last_line=summary or f"pytest ended with exit code {code} after {time.monotonic() - began:.0f} s",
        skipped=sorted({line for line in lines if line.startswith("SKIPPED [")}),
        failed=[line for line in lines if line.startswith(("FAILED ", "ERROR "))],
    )


def shown(command: list[str | Path], environment: dict[str, str]) -> tuple[int, list[str]]:
    """Show what a command prints as it comes; its exit code and its lines go to the report at the end."""
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
    return child.returncode, COLOURS.sub("", output.decode(errors="replace")).splitlines()


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
        print(f"\n{one.engine}:", *one.failed, one.last_line, sep="\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
