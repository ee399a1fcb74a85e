"""Where sealed bytes lie: one storage, named `files` in the settings, that never sees anything else."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import IO, Any, Final
from uuid import UUID

from django.core.files.storage import FileSystemStorage, Storage, storages

from backend.common import crypto
from backend.files.errors import FileLost
from backend.files.streams import SealedReader, Sealer

# So much of the disk is left for the database, whatever is sent.
SPARED: Final = 500_000_000


class LocalBlobs(FileSystemStorage):
    """A directory of sealed blobs, readable by the service's user alone."""

    def _open(self, name: str, mode: str = "rb") -> Any:
        if "w" in mode:
            directory = Path(self.path(name)).parent
            directory.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(self.path(name), os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600))
        return super()._open(name, mode)  # type: ignore[misc]  # the stubs leave it out

    def has_room(self, size: int) -> bool:
        """Whether that many bytes fit beside what the database needs."""
        place = Path(self.base_location)
        while not place.exists():
            place = place.parent
        return shutil.disk_usage(place).free > size + SPARED


class NewBlob:
    """Sealed bytes that are being written, under a key that nobody else has yet."""

    def __init__(self, blob_id: UUID) -> None:
        self.id, self.key = blob_id, crypto.new_key()
        self._sink: IO[bytes] = _storage().open(_name(blob_id), "wb")
        self._sealer = Sealer(self.key, blob_id, self._sink)

    @property
    def size(self) -> int:
        """How much plaintext came so far."""
        return self._sealer.size

    def write(self, data: bytes) -> None:
        """Seal more."""
        self._sealer.write(data)

    def finish(self) -> None:
        """Seal the end and bring it to the disk."""
        self._sealer.close()
        _bring_to_disk(self._sink)
        self._sink.close()

    def discard(self) -> None:
        """Half a file is of no use: away with it."""
        with suppress(OSError):
            self._sink.close()
        delete(self.id)


class BlobSink:
    """A new blob, for what writes ZIPs and tables: it cannot be sought in, so nothing has to be kept."""

    def __init__(self, blob: NewBlob) -> None:
        self._blob = blob

    def write(self, piece: Any) -> int:
        self._blob.write(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Whatever came is sealed already."""

    def close(self) -> None:
        """The blob is ended by whoever began it."""


def open_blob(blob_id: UUID, key: bytes, *, under: UUID | None = None) -> SealedReader:
    """Read a blob; `under` is the data key of its case, where it has one. Raises SealBroken, FileLost."""
    source = read_sealed(blob_id)
    try:
        return SealedReader(key, blob_id, source, under=under)
    except BaseException:
        source.close()
        raise


def read_sealed(blob_id: UUID) -> IO[bytes]:
    """The sealed bytes as they lie there, for a backup. Raises FileLost."""
    try:
        source: IO[bytes] = _storage().open(_name(blob_id), "rb")
    except FileNotFoundError:
        raise FileLost() from None
    return source


def put_sealed(blob_id: UUID, sealed: Iterable[bytes]) -> None:
    """Sealed bytes out of a backup, whole or not at all; a half that a killed restore left is replaced."""
    delete(blob_id)
    try:
        with _storage().open(_name(blob_id), "wb") as sink:
            for piece in sealed:
                sink.write(piece)
            _bring_to_disk(sink)
    except BaseException:
        delete(blob_id)
        raise


def delete(blob_id: UUID) -> None:
    """Remove a blob; one that is gone already is fine."""
    _storage().delete(_name(blob_id))


def exists(blob_id: UUID) -> bool:
    """Whether a blob lies there."""
    return _storage().exists(_name(blob_id))


def every_blob() -> Iterator[tuple[UUID, datetime]]:
    """All blobs there are, with the time at which each was written."""
    storage = _storage()
    for shelf in _listed(storage, "")[0]:
        for name in _listed(storage, shelf)[1]:
            with suppress(ValueError, FileNotFoundError):
                yield UUID(hex=name), storage.get_modified_time(f"{shelf}/{name}")


def has_room(size: int) -> bool:
    """Whether the storage takes so many bytes more; one that does not know takes them."""
    ask = getattr(_storage(), "has_room", None)
    return ask is None or bool(ask(size))


def _bring_to_disk(sink: Any) -> None:
    """Where there is a disk."""
    sink.flush()
    with suppress(OSError, AttributeError):
        os.fsync(sink.fileno())


def _listed(storage: Storage, path: str) -> tuple[list[str], list[str]]:
    try:
        return storage.listdir(path)
    except FileNotFoundError:
        return [], []


def _storage() -> Storage:
    return storages["files"]


def _name(blob_id: UUID) -> str:
    return f"{blob_id.hex[:2]}/{blob_id.hex}"
