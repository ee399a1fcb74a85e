"""Clients of the interface: `clients.py generate | check | wheel`, all from openapi.yaml.

`generate` writes the core of the Python client and the TypeScript types; `check` says whether the Python core
is what openapi.yaml and the generator make (the TypeScript types are checked with the dashboard).
"""

import filecmp
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import dashboard
from console import PYTHON, ROOT, VENV, quietly, shown, step

PACKAGE = ROOT / "api_clients" / "python"
CORE = PACKAGE / "src" / "dosja" / "core"
# The generator leaves imports and spaces behind; how they are put in order must not hang on other settings.
RUFF = ("--isolated", "--no-cache", "--quiet", "--line-length", "110", "--target-version", "py311")


def generate() -> None:
    with step("Generating the core of the Python client"), tempfile.TemporaryDirectory() as directory:
        made = _made(Path(directory))
        shutil.rmtree(CORE, ignore_errors=True)
        shutil.copytree(made, CORE)
    with step("Generating the TypeScript types"):
        dashboard.types()


def check() -> None:
    with tempfile.TemporaryDirectory() as directory:
        differing = sorted(_differing(_made(Path(directory)), CORE))
    if differing:
        print(*(shown(path) for path in differing[:20]), sep="\n")
        sys.exit(
            "The Python client differs from openapi.yaml. If that is meant: make clients, and commit it."
        )
    print("The Python client is fresh.")


def wheel() -> None:
    """A wheel in api_clients/python/dist, by the builder that uv has inside."""
    target = Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else PACKAGE / "dist"
    quietly(VENV / "bin" / "uv", "build", "--quiet", "--wheel", "--offline", "--out-dir", target, PACKAGE)
    print(*(shown(path) for path in sorted(target.glob("*.whl"))), sep="\n")


def _made(directory: Path) -> Path:
    """A fresh core. Whatever the generator warns of is a fault of the description."""
    made = directory / "core"
    quietly(
        *(VENV / "bin" / "openapi-python-client", "generate", "--meta", "none", "--fail-on-warning"),
        *("--path", ROOT / "openapi.yaml", "--output-path", made),
        *("--config", PACKAGE / "generator.yaml", "--custom-template-path", PACKAGE / "templates"),
    )
    quietly(PYTHON, "-m", "ruff", "check", "--fix", "--select", "I,F401,F811", *RUFF, made)
    quietly(PYTHON, "-m", "ruff", "format", *RUFF, made)
    return made


def _differing(made: Path, committed: Path) -> Iterator[Path]:
    """Files of the one that the other has not, or has otherwise."""
    sources = {path.relative_to(root) for root in (made, committed) for path in root.rglob("*.py")}
    for name in sources:
        one, other = made / name, committed / name
        if not (one.exists() and other.exists() and filecmp.cmp(one, other, shallow=False)):
            yield other


STEPS = {"generate": generate, "check": check, "wheel": wheel}

if __name__ == "__main__":
    STEPS[sys.argv[1]]()
