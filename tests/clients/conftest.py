"""One installation, and one bad line in front of it, for all tests of this folder."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dosja import Dosja, Patience
from tests.clients.faulty import Line, bad_line
from tests.e2e.installation import Installation, installation

HERE = Path(__file__).parent
CLIENTS = HERE.parents[1] / "api_clients"
QUICK = Patience(tries=4, first_wait=0.02, longest_wait=5)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Nothing here hangs on a database engine: what does is tested behind the interface."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.either_engine("postgresql"))


@pytest.fixture(scope="package")
def network() -> Iterator[Installation]:
    with installation("tests.clients.seed") as running:
        yield running


@pytest.fixture(scope="package")
def _line(network: Installation) -> Iterator[Line]:
    with bad_line(network) as line:
        yield line


@pytest.fixture
def line(_line: Line) -> Line:
    """The bad line, healed."""
    _line.heal()
    return _line


@pytest.fixture
def dosja(network: Installation) -> Iterator[Dosja]:
    """The keeper's program, straight."""
    with Dosja(network.address, *network.facts["keeper"], patience=QUICK) as made:
        yield made


@pytest.fixture
def through(network: Installation, line: Line) -> Iterator[Callable[..., Dosja]]:
    """`through()`: the keeper's program behind the bad line."""
    made: list[Dosja] = []

    def behind(**options: Any) -> Dosja:
        options.setdefault("patience", QUICK)
        made.append(Dosja(line.address, *network.facts["keeper"], **options))
        return made[-1]

    yield behind
    for one in made:
        one.close()


@pytest.fixture(scope="package")
def node() -> Any:
    """`node("test.mjs", env)`: with the Node that the dashboard is built with."""
    sys.path.insert(0, str(CLIENTS.parent / "deploy" / "dev"))
    try:
        from node import commands
    finally:
        sys.path.pop(0)
    (npm, *script), environment = commands()
    program = npm if script else shutil.which("node", path=environment["PATH"])

    def ran(
        *arguments: str | Path, cwd: Path = CLIENTS / "typescript", **facts: str
    ) -> "subprocess.CompletedProcess[str]":
        command = [str(program), *map(str, arguments)]
        return subprocess.run(
            command, cwd=cwd, env={**environment, **facts}, text=True, capture_output=True, check=False
        )

    return ran
