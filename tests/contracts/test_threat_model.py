"""What the threat model promises is held by a test that exists."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAPERS = ("docs/threat-model.md", "docs/asvs.md")
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


@pytest.mark.parametrize("paper", PAPERS)
def test_every_test_that_stands_for_a_promise_exists(paper: str) -> None:
    named = NAMED.findall((ROOT / paper).read_text(encoding="utf-8"))
    assert len(named) > 10, "nothing was found to look for"
    assert [f"{path}::{name}" for path, name in named if name not in names_in(path)] == []


@pytest.mark.parametrize("paper", PAPERS)
def test_no_test_is_named_in_a_way_that_is_not_looked_for(paper: str) -> None:
    text = (ROOT / paper).read_text(encoding="utf-8")
    assert len(re.findall(r"\btest_\w+\b(?!\.py)", text)) == len(NAMED.findall(text))


def test_every_promise_of_the_threat_model_names_a_test() -> None:
    rows = re.findall(r"^\| (?!promise|---)(.+) \| (.+) \|$", promises(), re.MULTILINE)
    assert rows
    assert [promise for promise, tests in rows if not NAMED.search(tests)] == []


def promises() -> str:
    text = (ROOT / "docs/threat-model.md").read_text(encoding="utf-8")
    return text.partition("## What is promised")[2].partition("## What is not promised")[0]


def names_in(path: str) -> set[str]:
    file = ROOT / path
    if not file.exists():
        return set()
    return {
        node.name
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    }
