"""`make examples`: collects examples of the description from real answers, into backend/config/examples.json.

Every operation is carried out in the world of the contract tests; what it took and gave is written down, with
ids, moments and secrets replaced by ones that never were. `make schema` then puts them into openapi.yaml.
"""

import subprocess
import sys

from console import ROOT, VENV

COLLECTOR = "tests/contracts/collecting.py"


def main() -> int:
    command = [VENV / "bin" / "pytest", "-q", "-p", "no:cacheprovider", COLLECTOR]
    done = subprocess.run([str(part) for part in command], cwd=ROOT, check=False)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
