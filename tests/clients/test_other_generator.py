"""A generator of another family, openapi-ts by hey-api: its client of openapi.yaml compiles and works."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.clients.conftest import CLIENTS, HERE

GENERATOR = CLIENTS / "node_modules" / "@hey-api" / "openapi-ts" / "bin" / "run.js"
COMPILER = CLIENTS / "node_modules" / "typescript" / "bin" / "tsc"
STRICT: dict[str, Any] = {
    "compilerOptions": {
        "strict": True,
        "skipLibCheck": False,
        "module": "commonjs",
        "moduleResolution": "node10",
        "target": "es2022",
        "lib": ["es2024", "dom", "dom.iterable"],
        "types": [],
        "outDir": "made",
    },
    "include": ["generated.ts", "client"],
}


@pytest.fixture(scope="module")
def program(node: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generated from the description as it is committed; the whole of it compiled, and a program on it."""
    home = tmp_path_factory.mktemp("generated")
    # A module of CommonJS: its imports name no suffixes, as generators write them.
    (home / "package.json").write_text("{}")
    (home / "tsconfig.json").write_text(json.dumps(STRICT))
    shutil.copy(HERE / "generated.ts", home)
    description = ("--input", CLIENTS.parent / "openapi.yaml", "--output", home / "client")
    made = node(GENERATOR, *description, "--client", "@hey-api/client-fetch", "--no-log-file", cwd=home)
    assert made.returncode == 0, made.stdout + made.stderr
    compiled = node(COMPILER, "--project", home, cwd=home)
    assert compiled.returncode == 0, compiled.stdout
    return home


def test_every_operation_is_a_function_of_it(program):
    written = (program / "client" / "sdk.gen.ts").read_text(encoding="utf-8")
    operations = (CLIENTS.parent / "openapi.yaml").read_text(encoding="utf-8").count("operationId: ")
    assert written.count("export const ") == operations


def test_it_reads_what_is_public_and_is_told_a_code_where_it_may_not(network, node, program):
    done = node(program / "made" / "generated.js", network.address, network.facts["partner"], cwd=program)
    assert done.returncode == 0, done.stderr
    told = {"number": 1, "text": "number", "unfinished": "function", "code": "not_authenticated"}
    assert json.loads(done.stdout) == told
