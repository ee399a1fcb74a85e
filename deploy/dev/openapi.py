"""Writes openapi.yaml from the code; with --check, says whether the committed one is still true."""

import difflib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from console import PYTHON, ROOT

COMMITTED = ROOT / "openapi.yaml"


def generate(target: Path) -> None:
    command = [PYTHON, "manage.py", "spectacular", "--validate", "--fail-on-warn", "--file", target]
    done = subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"},
        check=False,
    )
    if done.returncode:
        sys.exit("The description of the API could not be generated without warnings.")


def check() -> None:
    with tempfile.TemporaryDirectory() as directory:
        fresh = Path(directory) / "openapi.yaml"
        generate(fresh)
        wanted = fresh.read_text().splitlines()
    found = COMMITTED.read_text().splitlines() if COMMITTED.exists() else []
    difference = list(difflib.unified_diff(found, wanted, "openapi.yaml", "the code", lineterm="", n=2))
    if difference:
        print(*difference[:80], sep="\n")
        sys.exit("openapi.yaml differs from the code. If the change is meant: make schema, and commit it.")
    print("openapi.yaml is fresh.")


if __name__ == "__main__":
    check() if "--check" in sys.argv[1:] else generate(COMMITTED)
