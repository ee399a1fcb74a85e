"""Sealed files brought to another place, as they are: from a folder into a bucket, and back."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from backend.files import blobs
from backend.files.errors import FileLost
from backend.files.places import SHELVES, Place, present

_PIECE: Final = 1_048_576


@dataclass(frozen=True, slots=True)
class Copied:
    """How many lie in both places, and how many of them were copied now."""

    there: int
    now: int


def copy_files(to: Place) -> Copied:
    """Copy what the other place lacks, or has in another length: a killed run cut it. Nothing is removed.

    Files never change, so it may run while Dosja works, and again. Raises FilesAway.
    """
    there = now = 0
    for shelf in SHELVES:
        found = {one.id: one.size for one in to.every(shelf)}
        for one in list(present().every(shelf)):
            if found.get(one.id) != one.size:
                try:
                    with blobs.read_sealed(one.id) as source:
                        blobs.put_sealed(one.id, iter(lambda: source.read(_PIECE), b""), to=to)
                except FileLost:
                    # Removed meanwhile: no row names it any more.
                    continue
                now += 1
            there += 1
    return Copied(there, now)


def differing(to: Place) -> Iterator[str]:
    """Names of files that lie in one of the two places only, or differ in length. Raises FilesAway."""
    for shelf in SHELVES:
        here, there = ({(one.id, one.size) for one in place.every(shelf)} for place in (present(), to))
        yield from sorted({blob_id.hex for blob_id, _size in here ^ there})
