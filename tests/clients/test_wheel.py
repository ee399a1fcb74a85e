"""The package as a partner installs it, and its generated core."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

from dosja import core
from tests.e2e.installation import ROOT, Installation

UV = Path(sys.executable).parent / "uv"


def ran(*command: str | Path, **environment: str) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        env={**os.environ, **environment},
        text=True,
        capture_output=True,
        check=False,
        cwd=ROOT / "deploy",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_works_where_nothing_else_is(network: Installation, tmp_path: Path) -> None:
    ran(sys.executable, ROOT / "deploy" / "dev" / "clients.py", "wheel", tmp_path)
    (wheel,) = tmp_path.glob("dosja-*-py3-none-any.whl")
    venv = tmp_path / "venv"
    ran(UV, "venv", "--quiet", "--python", sys.executable, venv)
    pins = ("--constraints", ROOT / "requirements" / "dev.txt", "--no-verify-hashes")
    ran(UV, "pip", "install", "--quiet", *pins, "--python", venv / "bin" / "python", wheel)
    client_id, client_secret = network.facts["reader"]
    known = {
        "DOSJA_URL": network.address,
        "DOSJA_CLIENT_ID": client_id,
        "DOSJA_CLIENT_SECRET": client_secret,
        "PYTHONPATH": "",
    }
    assert "QYT-" in ran(venv / "bin" / "dosja", "list", "--limit", "2", **known)
    typed = "import dosja, pathlib; print(pathlib.Path(dosja.__file__).with_name('py.typed').exists())"
    assert ran(venv / "bin" / "python", "-c", typed, **known).strip() == "True"


def test_every_operation_of_the_interface_can_be_called() -> None:
    made = {path.stem for path in (Path(core.__file__).parent / "api").glob("*/*.py")}
    described = re.findall(r"^ +operationId: (\w+)$", (ROOT / "openapi.yaml").read_text(), re.MULTILINE)
    assert described
    assert set(described) == made - {"__init__"}
    for path in (Path(core.__file__).parent / "api").glob("*/[a-z]*.py"):
        functions = {node.name for node in ast.parse(path.read_text()).body if hasattr(node, "name")}
        assert {"sync", "asyncio"} <= functions, path.name
