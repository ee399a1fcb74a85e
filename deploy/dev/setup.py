"""Sets up a fresh checkout: virtual environment, pinned packages, development secrets, catalogues."""

import hashlib
import os
import secrets
import shutil
import subprocess
import sys
from pathlib import Path

from console import PYTHON, ROOT, VAR, VENV, quietly, step
from dashboard import ensure_built

REQUIREMENTS = ROOT / "requirements"
LOCALE = ROOT / "backend" / "locale"
# `dev` holds everything of `base`, so whoever has the larger set does not need the smaller one.
SUPERSETS = {"base": ("base", "dev"), "dev": ("dev",)}


def ensure_ready(requirement_set: str) -> None:
    """Everything that must exist before Django can start; a second call does next to nothing."""
    ensure_environment()
    ensure_packages(requirement_set)
    ensure_secrets()
    ensure_catalogues()
    ensure_built()


def ensure_environment() -> None:
    """A virtual environment made with the Python that runs this script."""
    found = sys.version.split()[0]
    if sys.version_info < (3, 11):  # noqa: UP036 - a newcomer's machine may well hold an older one
        sys.exit(f"Dosja needs Python 3.11 or newer; this is {found}. Try: make run PYTHON=python3.12")
    if PYTHON.exists():
        return
    with step(f"Making .venv with Python {found}"):
        made = subprocess.run(
            [sys.executable, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True, check=False
        )
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        print(made.stdout, made.stderr, file=sys.stderr)
        sys.exit(
            "This Python cannot make virtual environments. On Debian or Ubuntu: apt install python3-venv"
        )


def ensure_packages(requirement_set: str) -> None:
    """The pinned packages, each checked against its hash; skipped when this exact list is installed."""
    if any(_installed(name) for name in SUPERSETS[requirement_set]):
        return
    wanted = "dev" if (VENV / ".dosja-dev").exists() else requirement_set
    if not (VENV / "bin" / "uv").exists():
        with step("Installing the installer (uv)"):
            installer = REQUIREMENTS / "installer.txt"
            quietly(PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", installer)
    with step(f"Installing the pinned packages of requirements/{wanted}.txt"):
        quietly(
            *(VENV / "bin" / "uv", "pip", "sync", "--quiet", "--require-hashes"),
            *("--python", PYTHON, REQUIREMENTS / f"{wanted}.txt"),
            # The Python at hand is the one to use: uv must never fetch another one.
            env={**os.environ, "UV_PYTHON_DOWNLOADS": "never"},
        )
    _stamp(wanted).write_text(_digest(wanted))


def ensure_secrets() -> None:
    """Random development secrets in var/, which git ignores; production gets its own from elsewhere."""
    VAR.mkdir(mode=0o700, exist_ok=True)
    target = VAR / "development.env"
    if target.exists():
        return
    lines = [
        "# Development only, made by `make run` or `make test`. Never use these on a public machine.",
        "DOSJA_MODE=development",
        f"SECRET_KEY=development-{secrets.token_urlsafe(48)}",
        f"DOSJA_ROOT_KEY=development-{secrets.token_urlsafe(32)}",
        f"DOSJA_RECEIPT_PEPPER=development-{secrets.token_urlsafe(32)}",
    ]
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as env_file:
        env_file.write("\n".join(lines) + "\n")


def ensure_catalogues() -> None:
    """Compile the translations whose source is newer than its compiled form."""
    sources = sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))
    outdated = [source for source in sources if _older(source.with_suffix(".mo"), source)]
    if not outdated:
        return
    with step(f"Compiling {len(outdated)} translation catalogues"):
        for source in outdated:
            quietly(
                PYTHON,
                "-m",
                "babel.messages.frontend",
                "compile",
                "-i",
                source,
                "-o",
                source.with_suffix(".mo"),
            )


def _older(built: Path, source: Path) -> bool:
    return not built.exists() or built.stat().st_mtime < source.stat().st_mtime


def _stamp(requirement_set: str) -> Path:
    return VENV / f".dosja-{requirement_set}"


def _digest(requirement_set: str) -> str:
    return hashlib.sha256((REQUIREMENTS / f"{requirement_set}.txt").read_bytes()).hexdigest()


def _installed(requirement_set: str) -> bool:
    stamp = _stamp(requirement_set)
    return stamp.exists() and stamp.read_text() == _digest(requirement_set)


if __name__ == "__main__":
    ensure_ready(sys.argv[1] if len(sys.argv) > 1 else "dev")
