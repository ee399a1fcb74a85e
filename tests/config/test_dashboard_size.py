"""The first load of the dashboard fits a slow line: counted as the server sends it, compressed."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

BUDGET = 250_000
ENTRY = "index.html"
CATALOGUES = "src/locales/frame/"
pytestmark = pytest.mark.skipif(
    not (Path(settings.DOSJA_DASHBOARD) / "index.html").is_file(), reason="the dashboard is not built"
)


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((settings.DOSJA_DASHBOARD / ".vite" / "manifest.json").read_text())
    return found


def files_of(manifest: dict[str, Any], *chunks: str) -> set[str]:
    """What a browser loads for these chunks: they, what they import at once, and their style sheets."""
    files: set[str] = set()
    waiting, seen = list(chunks), set()
    while waiting:
        chunk = waiting.pop()
        if chunk in seen:
            continue
        seen.add(chunk)
        files |= {manifest[chunk]["file"], *manifest[chunk].get("css", [])}
        waiting += manifest[chunk].get("imports", [])
    return files


def weight(files: set[str]) -> int:
    return sum(len(gzip.compress((settings.DOSJA_DASHBOARD / name).read_bytes(), 6)) for name in files)


def pages(manifest: dict[str, Any]) -> list[str]:
    return [name for name in manifest if name.startswith("src/app/routes/")]


def test_the_first_page_comes_with_less_than_250_kb_in_every_language(
    manifest: dict[str, Any], record_property: Callable[[str, str], None]
) -> None:
    largest = max(
        (name for name in manifest if name.startswith(CATALOGUES)),
        key=lambda name: weight({manifest[name]["file"]}),
    )
    first = files_of(manifest, ENTRY, "src/app/routes/today.tsx", largest)
    record_property("First load of the dashboard", f"{weight(first) / 1000:.1f} kB in {len(first)} files")
    assert weight(first) < BUDGET


def test_each_page_is_loaded_when_somebody_goes_there(manifest: dict[str, Any]) -> None:
    assert len(pages(manifest)) >= 10
    entry = files_of(manifest, ENTRY)
    assert not [page for page in pages(manifest) if manifest[page]["file"] in entry]
