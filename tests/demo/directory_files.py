"""The directory as it stands in its files: the demonstration may name nothing that is not there."""

import csv
from functools import cache
from pathlib import Path

import backend.directory


@cache
def rows(name: str) -> dict[str, dict[str, str]]:
    """The rows of a file, by code."""
    path = Path(backend.directory.__file__).parent / "data" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["code"]: row for row in csv.DictReader(lines)}


def codes(name: str) -> set[str]:
    return set(rows(name))
