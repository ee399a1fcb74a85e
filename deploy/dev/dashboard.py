"""Builds and checks what is made with Node: `dashboard.py build | check | test | format | types | texts |
lint-openapi`."""

import hashlib
import subprocess
import sys
from pathlib import Path

from console import PYTHON, ROOT, quietly, step
from node import commands

CLIENTS = ROOT / "api_clients"
DASHBOARD = CLIENTS / "dashboard"
BUILT = DASHBOARD / "dist"
# Whatever the built files are made of.
SOURCES = ("package-lock.json", "dashboard/*.*", "dashboard/src/**/*", "typescript/src/*")


def ensure_built() -> None:
    """The dashboard as the sources have it; next to nothing when that is what is there."""
    stamp, wanted = BUILT / ".sources", digest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    ensure_packages()
    with step("Building the dashboard"):
        npm("run", "build", "--workspace", "dashboard", "--silent")
    stamp.write_text(wanted)


def ensure_packages() -> None:
    """Exactly the packages of the lock file, each checked against its hash."""
    lock = hashlib.sha256((CLIENTS / "package-lock.json").read_bytes()).hexdigest()
    stamp = CLIENTS / "node_modules" / ".dosja-lock"
    if stamp.exists() and stamp.read_text() == lock:
        return
    with step("Installing the dashboard's packages"):
        npm("ci", "--no-audit", "--no-fund", "--silent")
    stamp.write_text(lock)


def digest() -> str:
    found = hashlib.sha256()
    for path in sorted({path for pattern in SOURCES for path in CLIENTS.glob(pattern)}):
        if path.is_file() and ".test." not in path.name:
            found.update(str(path.relative_to(CLIENTS)).encode() + path.read_bytes())
    return found.hexdigest()


def check() -> None:
    """Types, style, import directions; generated files as the description has them; every text translated."""
    ensure_packages()
    shown("run", "check", "--workspaces")
    quietly(PYTHON, ROOT / "deploy" / "dev" / "words.py", "--check")
    unchanged("typescript/src/schema.d.ts", "run", "types", "--silent")


def unchanged(name: str, *command: str) -> None:
    """Runs a generator and refuses when it writes something else than what is committed."""
    path = CLIENTS / name
    before = path.read_bytes()
    npm(*command)
    if path.read_bytes() != before:
        sys.exit(f"api_clients/{name} does not fit openapi.yaml any more: make schema, and commit it.")


def npm(*arguments: str) -> None:
    command, environment = commands()
    quietly(*command, "--prefix", CLIENTS, *arguments, env=environment)


def shown(*arguments: str) -> None:
    """The same, with what it prints; ends this script where the command fails."""
    command, environment = commands()
    done = subprocess.run(
        [*command, "--prefix", str(CLIENTS), *arguments], cwd=ROOT, env=environment, check=False
    )
    if done.returncode:
        sys.exit(done.returncode)


def script(name: str) -> None:
    ensure_packages()
    shown("run", name, "--workspace", "dashboard", "--silent")


def formatted() -> None:
    ensure_packages()
    shown("run", "format", "--workspaces", "--silent")


def types() -> None:
    ensure_packages()
    npm("run", "types", "--silent")


def texts() -> None:
    """Collect the texts of the dashboard; Cyrillic follows from Latin."""
    script("texts")
    from dashboard_cyrillic import write

    write(Path(DASHBOARD / "src" / "locales"))


def lint_openapi() -> None:
    """openapi.yaml by the rules of api_clients/redocly.yaml."""
    ensure_packages()
    shown("run", "lint-openapi", "--silent")


STEPS = {
    "build": ensure_built,
    "check": check,
    "test": lambda: script("test"),
    "format": formatted,
    "types": types,
    "texts": texts,
    "lint-openapi": lint_openapi,
}

if __name__ == "__main__":
    STEPS[sys.argv[1]]()
