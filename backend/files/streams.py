"""Bytes sealed chunk by chunk while they arrive, and opened from any place without the rest.

The STREAM construction over AES-256-GCM: each chunk's nonce is its number and whether it is the last, so that
chunks that were swapped, left out, or cut off at their border fail to open. A file has a key of its own, used
for this one stream, and its id as associated data.
"""

import io
import logging
from collections.abc import Callable, Iterator
from typing import IO, Final, Protocol
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from backend.common import crypto
from backend.common.crypto import SealBroken
from backend.keyring import alarms

logger = logging.getLogger("dosja.files")

CHUNK: Final = 64 * 1024
_HEADER: Final = b"\x01"
_TAG: Final = 16
_SEALED_CHUNK: Final = CHUNK + _TAG


class Sink(Protocol):
    """Takes sealed bytes."""

    def write(self, piece: bytes, /) -> object: ...


class Sealer:
    """Takes plaintext in pieces of any size; what reaches the sink is sealed. `close` seals the last."""

    def __init__(self, key: bytes, blob_id: UUID, sink: Sink) -> None:
        self._cipher, self._aad, self._sink = AESGCM(key), _aad(blob_id), sink
        # One chunk is always held back, because only at the end it is known which is the last.
        self._held = bytearray()
        self._number = 0
        self.size = 0
        sink.write(_HEADER)

    def write(self, data: bytes) -> None:
        """Take more plaintext."""
        self._held += data
        self.size += len(data)
        while len(self._held) > CHUNK:
            self._put(bytes(self._held[:CHUNK]), last=False)
            del self._held[:CHUNK]

    def close(self) -> None:
        """Seal what is left as the last chunk. The sink is the caller's to close."""
        self._put(bytes(self._held), last=True)
        self._held.clear()

    def _put(self, chunk: bytes, *, last: bool) -> None:
        self._sink.write(self._cipher.encrypt(_nonce(self._number, last), chunk, self._aad))
        self._number += 1


class SealedReader(io.RawIOBase):
    """A sealed stream as a file that can be read from any place; at most one chunk is open in memory.

    Opening checks the last chunk, so that a stream that was cut fails before its first byte is given.
    `under`: the data key of the case it belongs to, whose partner is told of a broken seal.
    """

    def __init__(self, key: bytes, blob_id: UUID, source: IO[bytes], *, under: UUID | None = None) -> None:
        super().__init__()
        self._under = under
        self._done: Callable[[], None] = lambda: None
        self._cipher, self._aad, self._source, self._id = AESGCM(key), _aad(blob_id), source, blob_id
        sealed = source.seek(0, io.SEEK_END) - len(_HEADER)
        self._chunks = max(1, -(-sealed // _SEALED_CHUNK))
        self.size = sealed - self._chunks * _TAG
        self._at, self._open_number, self._open = 0, -1, b""
        source.seek(0)
        if self.size < 0 or source.read(len(_HEADER)) != _HEADER:
            raise self._broken()
        self._chunk(self._chunks - 1)

    def __repr__(self) -> str:
        return f"<sealed stream {self._id}>"

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self.size}[whence]
        if start + offset < 0:
            raise ValueError("before the beginning")
        self._at = start + offset
        return self._at

    def readinto(self, buffer: object) -> int:
        """Up to the end of the present chunk."""
        view = memoryview(buffer)  # type: ignore[arg-type]  # the buffer protocol has no name in 3.11
        if self._at >= self.size or not view:
            return 0
        number, offset = divmod(self._at, CHUNK)
        piece = self._chunk(number)[offset : offset + len(view)]
        view[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)

    def chunks(self) -> Iterator[bytes]:
        """All of it from the beginning, chunk by chunk."""
        for number in range(self._chunks):
            yield self._chunk(number)

    def after_closing(self, done: Callable[[], None]) -> None:
        """Do this once nobody reads any more."""
        self._done = done

    def close(self) -> None:
        if not self.closed:
            self._source.close()
            self._open = b""
            self._done()
        super().close()

    def _chunk(self, number: int) -> bytes:
        if number != self._open_number:
            self._source.seek(len(_HEADER) + number * _SEALED_CHUNK)
            sealed = self._source.read(_SEALED_CHUNK)
            nonce = _nonce(number, number == self._chunks - 1)
            try:
                self._open = self._cipher.decrypt(nonce, sealed, self._aad)
            except (InvalidTag, ValueError):
                raise self._broken() from None
            self._open_number = number
        return self._open

    def _broken(self) -> SealBroken:
        if self._under is None:
            logger.critical("seal broken: file %s", self._id)
        else:
            alarms.note("files.storedfile.bytes", self._under)
        return SealBroken()


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11, "big") + (b"\x01" if last else b"\x00")


def _aad(blob_id: UUID) -> bytes:
    return crypto.aad("file", _HEADER[0], blob_id)
