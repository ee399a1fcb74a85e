"""Looks a snapshot through, byte for byte, and changes nothing."""

from pathlib import Path

from backend.backups import inventory, manifest
from backend.backups.errors import RestoreRefused
from backend.backups.manifest import Manifest, Part
from backend.backups.shelf import Shelf, part_of


def check(directory: Path, name: str | None = None) -> tuple[Path, Manifest, list[Part]]:
    """The snapshot's folder, its manifest and the sealed files it names. Raises RestoreRefused."""
    shelf = Shelf(directory)
    folder = shelf.folder(name)
    told = manifest.read(folder)
    for part in (told.data, told.blobs):
        _require(folder / part.name, part, f"{part.name} was cut or changed")
    parts = inventory.read(folder)
    for part in parts:
        _require(shelf.blobs / part.name[:2] / part.name, part, "a sealed file is missing, cut or changed")
    return folder, told, parts


def _require(path: Path, part: Part, otherwise: str) -> None:
    try:
        if path.stat().st_size == part.size and part_of(path) == part:
            return
    except OSError:
        pass
    raise RestoreRefused(otherwise)
