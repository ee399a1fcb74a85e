"""The directory in which backups lie: one folder for each snapshot, and beside them the sealed files.

    DIRECTORY/snapshots/2026-11-27T181700Z/   manifest.json, the data, the list of files
    DIRECTORY/blobs/ab/abcdef…                each sealed file once, for all snapshots that name it

Nothing has its final name before it is whole and on the disk.
"""

import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO, Final
from uuid import UUID

from backend.backups.errors import BackupFailed, RestoreRefused
from backend.backups.manifest import NAME, Part

_PIECE: Final = 1_048_576
_STAMP: Final = "%Y-%m-%dT%H%M%SZ"
_UNFINISHED: Final = ".partial"


class Shelf:
    """A directory of backups."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self.snapshots, self.blobs = directory / "snapshots", directory / "blobs"

    def folder(self, name: str | None) -> Path:
        """A snapshot's, or the newest one's. Raises RestoreRefused."""
        names = self.names()
        if not names:
            raise RestoreRefused("there is no snapshot in this directory")
        if name is not None and name not in names:
            raise RestoreRefused(f"there is no such snapshot; there are {', '.join(names)}")
        return self.snapshots / (name or names[-1])

    def names(self) -> list[str]:
        """Of the finished snapshots, the oldest first."""
        return sorted(path.parent.name for path in self.snapshots.glob(f"[!.]*/{NAME}"))

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Whoever makes a backup is the only one here, and clears away what a killed one left."""
        for place in (self._directory, self.snapshots, self.blobs):
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(os.open(self._directory / ".lock", os.O_RDWR | os.O_CREAT, 0o600)) as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise BackupFailed("another backup is being made in this directory") from None
            for left in self.snapshots.glob(f".*{_UNFINISHED}"):
                shutil.rmtree(left)
            yield

    @contextmanager
    def new(self, at: datetime) -> Iterator[Path]:
        """A folder that becomes a snapshot where the block ends well, and is gone where it does not."""
        name = at.strftime(_STAMP)
        if (self.snapshots / name).exists():
            raise BackupFailed("there is a snapshot of this second already")
        partial = self.snapshots / f".{name}{_UNFINISHED}"
        partial.mkdir(mode=0o700)
        try:
            yield partial
            for path in partial.iterdir():
                path.chmod(0o600)
                to_disk(path)
            to_disk(partial)
            partial.rename(self.snapshots / name)
            to_disk(self.snapshots)
        finally:
            shutil.rmtree(partial, ignore_errors=True)

    def remove_older(self, than: datetime) -> int:
        """Remove snapshots made before a moment, the newest one never. Says how many."""
        old = [name for name in self.names()[:-1] if name < than.strftime(_STAMP)]
        for name in old:
            # Under this name it counts as unfinished, however far the removal comes.
            doomed = (self.snapshots / name).rename(self.snapshots / f".{name}{_UNFINISHED}")
            shutil.rmtree(doomed)
        return len(old)

    def blob(self, blob_id: UUID) -> Path:
        """Where a sealed file lies, or would."""
        return self.blobs / blob_id.hex[:2] / blob_id.hex

    def put_blob(self, blob_id: UUID, source: IO[bytes]) -> Part:
        """Copy a sealed file, whole or not at all."""
        place = self.blob(blob_id)
        place.parent.mkdir(mode=0o700, exist_ok=True)
        partial = place.with_suffix(_UNFINISHED)
        try:
            with open(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as to:
                size, digest = copy(pieces(source), to)
            partial.rename(place)
            to_disk(place.parent)
        finally:
            partial.unlink(missing_ok=True)
        return Part(blob_id.hex, size, digest)

    def remove_blobs_but(self, named: set[str]) -> int:
        """Remove sealed files that no snapshot names any more, and halves. Says how many."""
        gone = [path for path in self.blobs.glob("??/*") if path.name not in named]
        for path in gone:
            path.unlink()
        return len(gone)


def pieces(source: IO[bytes]) -> Iterator[bytes]:
    """All of a file, a piece at a time."""
    while piece := source.read(_PIECE):
        yield piece


def copy(source: Iterable[bytes], to: IO[bytes]) -> tuple[int, str]:
    """Bring bytes to the disk; how many, and their SHA-256."""
    size, digest = 0, hashlib.sha256()
    for piece in source:
        size += len(piece)
        digest.update(piece)
        to.write(piece)
    to.flush()
    os.fsync(to.fileno())
    return size, digest.hexdigest()


def part_of(path: Path) -> Part:
    """A file as it lies there."""
    with path.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    return Part(path.name, path.stat().st_size, digest)


def to_disk(path: Path) -> None:
    """Wait until a file or directory is on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
