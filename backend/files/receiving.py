"""Files on their way in: each piece is sealed before the next one is asked for, and no other handler exists.

Django's own would write what is larger than 2.5 MB to a readable temporary file. Here a file is in clear only
piece by piece, in memory.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, NoReturn, TypeVar, cast
from uuid import uuid4

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParserError

from backend.files import blobs
from backend.files.errors import AWAY, LARGEST_FILE, LARGEST_TOGETHER, MOST_FILES, FilesAway
from backend.files.streams import CHUNK, SealedReader

View = TypeVar("View", bound=Callable[..., Any])
# Fields and boundaries beside the files.
BESIDE: Final = 1_000_000
# A slow telephone line carries 25 MB in half an hour; one that trickles on holds a thread for nothing.
LONGEST_SECONDS: Final = 45 * 60


@dataclass(frozen=True, slots=True)
class Takes:
    """What an address takes: so many files, so many bytes of them together, so many of each, or as usual."""

    files: int = MOST_FILES
    together: int = LARGEST_TOGETHER
    largest: int | None = None


@dataclass(frozen=True, slots=True, repr=False)
class TurnedAway:
    """A file that was not even kept while it arrived: its name, and why."""

    name: str
    reason: str


def takes_files(
    view: View, *, files: int = MOST_FILES, together: int = LARGEST_TOGETHER, largest: int | None = None
) -> View:
    """Let an address take files. Without it, an address takes none, whatever is sent."""
    cast(Any, view).takes_files = Takes(files, together, largest)
    return view


def taken_at(request: HttpRequest) -> Takes | None:
    """What the address of a request takes; None for one that takes no files."""
    match = request.resolver_match
    return getattr(match.func, "takes_files", None) if match else None


def turned_away(request: HttpRequest) -> list[TurnedAway]:
    """The files of a request that were refused while they arrived."""
    return getattr(request, "files_turned_away", [])


class ReceivedFile(UploadedFile):
    """A file that arrived whole, sealed. It is thrown away with the request, unless somebody took it."""

    def __init__(self, blob: blobs.NewBlob, name: str) -> None:
        self.blob_id, self.key, self.taken = blob.id, blob.key, False
        super().__init__(file=None, name=name, size=blob.size)

    def __repr__(self) -> str:
        return f"<received file {self.blob_id}>"

    def open_sealed(self) -> SealedReader:
        """Read what came."""
        return blobs.open_blob(self.blob_id, self.key)

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """All of it, for a digest."""
        with self.open_sealed() as reader:
            yield from reader.chunks()

    def multiple_chunks(self, chunk_size: int | None = None) -> bool:
        return True

    def seek(self, *position: int) -> int:
        """There is no position: `chunks` always begins at the beginning."""
        return 0

    def close(self) -> None:
        """The end of the request."""
        if not self.taken:
            self.taken = True
            blobs.delete(self.blob_id)


class SealingUploadHandler(FileUploadHandler):
    """Seals what arrives; refuses what is too large or too many while it arrives."""

    chunk_size = CHUNK

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        """The beginning of a request's body."""
        self._takes = taken_at(self._asked)
        self._writing: blobs.NewBlob | None = None
        self._came = self._together = 0
        self._until = time.monotonic() + LONGEST_SECONDS
        cast(Any, self._asked).files_turned_away = []

    def new_file(self, field_name: str, file_name: str, *args: Any, **kwargs: Any) -> None:
        super().new_file(field_name, file_name, *args, **kwargs)
        if self._takes is None:
            raise SkipFile
        self._came += 1
        if self._came > self._takes.files:
            self._turn_away("file.too_many")
        try:
            self._writing = blobs.NewBlob(uuid4())
        except FilesAway:
            self._turn_away(AWAY)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if self._writing is None or self._takes is None:
            raise SkipFile
        self._together += len(raw_data)
        if time.monotonic() > self._until:
            self.abandon()
            raise MultiPartParserError("too slow")
        if self._writing.size + len(raw_data) > (self._takes.largest or LARGEST_FILE):
            self._turn_away("file.too_large")
        if self._together > self._takes.together:
            self._turn_away("file.too_much")
        try:
            self._writing.write(raw_data)
        except FilesAway:
            self._turn_away(AWAY)

    def file_complete(self, file_size: int) -> ReceivedFile | None:
        if (blob := self._writing) is None:
            return None
        try:
            blob.finish()
        except FilesAway:
            self.abandon()
            self._note(AWAY)
            return None
        self._writing = None
        return ReceivedFile(blob, self.file_name or "")

    def upload_interrupted(self) -> None:
        """The last file has no end; also told where it was turned away."""
        if self._writing is not None:
            self._refuse_half()

    def upload_complete(self) -> None:
        """The end of the body, or of the connection: half of a body is no body, its fields neither."""
        stream: Any = getattr(self._asked, "_stream", None)
        read = getattr(stream, "_pos", None)
        if read is not None and read < stream.limit:
            self._refuse_half()

    def _refuse_half(self) -> NoReturn:
        self.abandon()
        raise MultiPartParserError("cut")

    def abandon(self) -> None:
        """Throw away the file that is just being written, if any."""
        if (blob := getattr(self, "_writing", None)) is not None:
            self._writing = None
            blob.discard()

    def _turn_away(self, reason: str) -> None:
        self.abandon()
        self._note(reason)
        raise SkipFile

    def _note(self, reason: str) -> None:
        cast(Any, self._asked).files_turned_away.append(TurnedAway(self.file_name or "", reason))

    @property
    def _asked(self) -> HttpRequest:
        return cast(HttpRequest, self.request)
