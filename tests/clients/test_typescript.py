"""The TypeScript client as a package, built and used as a partner's program in Node would."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.clients.conftest import CLIENTS

PACKAGE = CLIENTS / "typescript"


@pytest.fixture(scope="module")
def package(node: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the package holds, as installed beside a program."""
    home = tmp_path_factory.mktemp("program")
    modules = PACKAGE.parent / "node_modules"
    installed = home / "node_modules" / "@dosja" / "client"
    compiler = modules / "typescript" / "bin" / "tsc"
    made = node(compiler, "-p", "tsconfig.build.json", "--outDir", installed / "dist")
    assert made.returncode == 0, made.stdout
    shutil.copy(PACKAGE / "package.json", installed)
    shutil.copy(PACKAGE / "src" / "schema.d.ts", installed / "dist")
    for name in ("openapi-fetch", "openapi-typescript-helpers"):
        shutil.copytree(modules / name, home / "node_modules" / name)
    shutil.copy(PACKAGE / "test" / "live.test.mjs", home)
    return home


def test_a_program_signs_in_waits_repeats_and_pages(network, node, package):
    client_id, secret = network.facts["keeper"]
    facts = {
        "DOSJA_URL": network.address,
        "DOSJA_CLIENT_ID": client_id,
        "DOSJA_CLIENT_SECRET": secret,
        "DOSJA_PARTNER": network.facts["partner"],
    }
    done = node("--test", "live.test.mjs", cwd=package, **facts)
    assert done.returncode == 0, done.stdout
    assert "pass 10" in done.stdout


def test_what_is_wrong_does_not_compile_against_the_package(node, package):
    """As a program with strict settings of its own sees its types."""
    program = (PACKAGE / "test" / "types.ts").read_text(encoding="utf-8")
    (package / "types.ts").write_text(program.replace("../src/index.js", "@dosja/client"), encoding="utf-8")
    compiler = PACKAGE.parent / "node_modules" / "typescript" / "bin" / "tsc"
    strict = ("--strict", "--noEmit", "--module", "nodenext", "--target", "es2022", "--lib", "es2024,dom")
    done = node(compiler, *strict, "types.ts", cwd=package)
    assert done.returncode == 0, done.stdout
