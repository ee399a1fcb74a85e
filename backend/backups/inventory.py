"""The list of sealed files that a snapshot names, one a line: SHA-256, size in bytes, name."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from backend.backups.manifest import Part

NAME: Final = "blobs.txt"


def write(parts: Iterable[Part], folder: Path) -> None:
    """Into a file of the snapshot, in the order of their names."""
    with (folder / NAME).open("w", encoding="ascii") as to:
        for part in sorted(parts, key=lambda one: one.name):
            to.write(f"{part.sha256} {part.size} {part.name}\n")


def read(folder: Path) -> list[Part]:
    """What `write` wrote. Raises OSError, ValueError."""
    lines = (line.split() for line in (folder / NAME).read_text(encoding="ascii").splitlines())
    return [Part(name, int(size), sha256) for sha256, size, name in lines]
