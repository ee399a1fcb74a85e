"""`make fuzz`: schemathesis against a server of its own, as a coordinator's program and as nobody."""

import os
import subprocess
import sys

from console import ROOT, VENV
from serving import access_token, demonstration_server

PARTNER = "pif"
SECONDS = "600"


def main(extra: list[str]) -> int:
    if not any(word.startswith("--max-time") for word in extra):
        extra = ["--max-time", SECONDS, *extra]
    # An attack asks more than any program may.
    os.environ["DOSJA_CLIENT_RATE"] = "0"
    with demonstration_server() as (address, environment):
        token = access_token(address, environment, partner=PARTNER, role="coordinator")
        # Both, whatever the first one finds.
        return max(
            attack(address, [*extra, "--header", f"Authorization: Bearer {token}"]),
            attack(address, extra),
        )


def attack(address: str, arguments: list[str]) -> int:
    command = [
        VENV / "bin" / "schemathesis",
        "run",
        f"{address}/api/schema/",
        "--output-sanitize",
        "true",
        *arguments,
    ]
    return subprocess.run([str(part) for part in command], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
