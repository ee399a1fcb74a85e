"""A folder on a disk, readable by the service's user alone."""

import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, Final
from uuid import UUID

from backend.files.errors import FileLost, FilesAway
from backend.files.places import Lying, name_of

logger = logging.getLogger("dosja.storage")

# So much of the disk is left for the database, whatever is sent.
SPARED: Final = 500_000_000
_DIRECTORIES: Final = tuple(f"{number:02x}" for number in range(256))


class FolderWriting:
    """A file that is being written, under its own name from the beginning: what a crash leaves is swept."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._sink = os.fdopen(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "wb")

    def write(self, piece: bytes) -> int:
        with _answering():
            return self._sink.write(piece)

    def finish(self) -> None:
        with _answering():
            self._sink.flush()
            os.fsync(self._sink.fileno())
            self._sink.close()

    def abandon(self) -> None:
        with suppress(OSError):
            self._sink.close()
        with suppress(OSError):
            self._path.unlink(missing_ok=True)


class Folder:
    """Sealed files as files, in directories by the first two signs of their names."""

    def __init__(self, location: Path | str) -> None:
        self._root = Path(location)

    def put(self, blob_id: UUID) -> FolderWriting:
        path = self._path(blob_id)
        with _answering():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            return FolderWriting(path)

    def open(self, blob_id: UUID) -> IO[bytes]:
        try:
            with _answering():
                return self._path(blob_id).open("rb")
        except FileNotFoundError:
            raise FileLost() from None

    def exists(self, blob_id: UUID) -> bool:
        with _answering():
            return self._path(blob_id).exists()

    def delete(self, blob_id: UUID) -> None:
        with _answering():
            self._path(blob_id).unlink(missing_ok=True)

    def every(self, shelf: str = "") -> Iterator[Lying]:
        for name in _DIRECTORIES:
            for entry in self._entries(self._root / name) if name.startswith(shelf) else ():
                # What is no file of ours, and what goes while it is looked at.
                with suppress(ValueError, FileNotFoundError), _answering():
                    told, blob_id = entry.stat(), UUID(hex=entry.name)
                    yield Lying(blob_id, told.st_size, datetime.fromtimestamp(told.st_mtime, tz=UTC))

    def forget_halves(self, before: datetime) -> int:
        """Here a half is a file that no row names."""
        return 0

    def has_room(self, size: int) -> bool:
        """Whether that many bytes fit beside what the database needs."""
        with _answering():
            return shutil.disk_usage(self._nearest()).free > size + SPARED

    def require_answer(self) -> None:
        with _answering():
            if not os.access(self._nearest(), os.W_OK | os.X_OK):
                raise PermissionError

    def _nearest(self) -> Path:
        """It is made with the first file."""
        place = self._root
        while not place.exists():
            place = place.parent
        return place

    def _entries(self, directory: Path) -> list["os.DirEntry[str]"]:
        with suppress(FileNotFoundError), _answering(), os.scandir(directory) as found:
            return list(found)
        return []

    def _path(self, blob_id: UUID) -> Path:
        return self._root / name_of(blob_id)


@contextmanager
def _answering() -> Iterator[Any]:
    """A disk that is full, gone or shut is a place that is away."""
    try:
        yield
    except (FileNotFoundError, FileExistsError):
        raise
    except OSError as trouble:
        logger.error("files.away why=%s", type(trouble).__name__)
        raise FilesAway() from None
