"""Sealed files as the rest of Dosja knows them: by an id and a key, wherever they lie."""

import logging
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import IO, Any
from uuid import UUID

from backend.common import crypto
from backend.files import places
from backend.files.errors import FilesAway
from backend.files.streams import SealedReader, Sealer

logger = logging.getLogger("dosja.storage")


class NewBlob:
    """Sealed bytes that are being written, under a key that nobody else has yet. Raises FilesAway."""

    def __init__(self, blob_id: UUID) -> None:
        self.id, self.key = blob_id, crypto.new_key()
        self._writing = places.present().put(blob_id)
        self._sealer = Sealer(self.key, blob_id, self._writing)

    @property
    def size(self) -> int:
        """How much plaintext came so far."""
        return self._sealer.size

    def write(self, data: bytes) -> None:
        """Seal more."""
        self._sealer.write(data)

    def finish(self) -> None:
        """Seal the end and bring it to where it stays."""
        self._sealer.close()
        self._writing.finish()

    def discard(self) -> None:
        """Half a file is of no use: away with it, and with one that is whole already."""
        self._writing.abandon()
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
    """The sealed bytes as they lie there, for a backup. Raises FileLost, FilesAway."""
    return places.present().open(blob_id)


def put_sealed(blob_id: UUID, sealed: Iterable[bytes], *, to: places.Place | None = None) -> None:
    """Sealed bytes out of a backup or of another place, whole or not at all; a half that a killed run left is
    replaced. Raises FilesAway."""
    place = to or places.present()
    place.delete(blob_id)
    writing = place.put(blob_id)
    try:
        for piece in sealed:
            writing.write(piece)
        writing.finish()
    except BaseException:
        writing.abandon()
        raise


def delete(blob_id: UUID) -> None:
    """Remove a blob; one that is gone already is fine. Where the place is away, upkeep comes back for what no
    row names: what was done before this is done."""
    try:
        places.present().delete(blob_id)
    except FilesAway:
        logger.warning("blob.not_removed id=%s", blob_id)


def exists(blob_id: UUID) -> bool:
    """Whether a blob lies there. Raises FilesAway."""
    return places.present().exists(blob_id)


def every_blob() -> Iterator[tuple[UUID, datetime]]:
    """All blobs there are, with the time at which each was written. Raises FilesAway."""
    return ((one.id, one.written) for one in places.present().every())


def forget_halves(before: datetime) -> int:
    """Give up uploads that were begun before a moment and never finished. Says how many. Raises FilesAway."""
    return places.present().forget_halves(before)


def has_room(size: int) -> bool:
    """Whether the storage takes so many bytes more. Raises FilesAway."""
    return places.present().has_room(size)
