"""The route matrix, read from route_matrix.txt: operation by actor, the status on one's own side's things."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("route_matrix.txt")


@cache
def matrix() -> Mapping[str, Mapping[str, int]]:
    """Operation id → actor → status. Raises ValueError for a row that does not fit under the heading."""
    lines = [line.split() for line in FILE.read_text(encoding="utf-8").splitlines()]
    (_operation, *actors), *rows = [line for line in lines if line and not line[0].startswith("#")]
    found: dict[str, dict[str, int]] = {}
    for name, *cells in rows:
        if name in found:
            raise ValueError(f"{FILE.name}: {name} has two rows")
        found[name] = dict(zip(actors, map(int, cells), strict=True))
    return found
