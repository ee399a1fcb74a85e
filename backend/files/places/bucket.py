"""A bucket of a storage that speaks S3. Only who has one imports this, and botocore (22 MB of memory)."""

import io
import logging
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import IO, Any, Final, cast
from uuid import UUID

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from botocore.session import Session

from backend.files.errors import FileLost, FilesAway
from backend.files.places import Lying, name_of
from backend.files.places.addresses import S3Access

logger = logging.getLogger("dosja.storage")

# The least that S3 takes of a part, and some providers want all of one length: so much an upload holds.
PART: Final = 5 * 1024 * 1024
# A small file comes with the first question; a large one is read on in such windows, so that no connection
# stays open behind somebody's slow line.
FIRST: Final = 128 * 1024
WINDOW: Final = 1024 * 1024
# So long after a failure nobody asks again: threads that wait for a storage take no complaints meanwhile.
PAUSE: Final = 5.0
_ABSENT: Final = frozenset({"NoSuchKey", "404"})
_RANGE: Final = re.compile(r"bytes \d+-\d+/(\d+)")


class Bucket:
    """Sealed files as objects under a prefix, which belongs to one installation alone."""

    def __init__(self, *, bucket: str, prefix: str, access: S3Access) -> None:
        self._bucket, self._prefix, self._access = bucket, f"{prefix}/" if prefix else "", access
        self._session, self._clients, self._lock = Session(), dict[bool, Any](), threading.Lock()
        self._away_until = 0.0
        if access.key_id:
            self._session.set_credentials(access.key_id, access.secret)

    def put(self, blob_id: UUID) -> "BucketWriting":
        return BucketWriting(self, self._key(blob_id))

    def open(self, blob_id: UUID) -> IO[bytes]:
        return cast("IO[bytes]", BucketReader(self, self._key(blob_id)))

    def exists(self, blob_id: UUID) -> bool:
        try:
            self.ask("head_object", Key=self._key(blob_id))
        except FileLost:
            return False
        return True

    def delete(self, blob_id: UUID) -> None:
        with suppress(FileLost):
            self.ask("delete_object", Key=self._key(blob_id))

    def every(self, shelf: str = "") -> Iterator[Lying]:
        for page in self._pages("list_objects_v2", Prefix=f"{self._prefix}{shelf}"):
            for told in page.get("Contents", ()):
                with suppress(ValueError):
                    blob_id = UUID(hex=told["Key"].rpartition("/")[2])
                    if told["Key"] == self._key(blob_id):
                        yield Lying(blob_id, told["Size"], told["LastModified"])

    def forget_halves(self, before: datetime) -> int:
        gone = 0
        for page in self._pages("list_multipart_uploads", Prefix=self._prefix):
            for told in page.get("Uploads", ()):
                if told["Initiated"] < before:
                    with suppress(FileLost):  # by a lifecycle rule
                        self.ask("abort_multipart_upload", Key=told["Key"], UploadId=told["UploadId"])
                    gone += 1
        return gone

    def has_room(self, size: int) -> bool:
        return True

    def require_answer(self) -> None:
        """By listing: without the right to that, an absent file looks like a shut one."""
        with self._answering():
            self._client(quick=True).list_objects_v2(Bucket=self._bucket, Prefix=self._prefix, MaxKeys=1)

    def ask(self, question: str, **said: Any) -> Any:
        """One question about the bucket. Raises FileLost, FilesAway."""
        self._require_patience()
        with self._answering():
            return getattr(self._client(), question)(Bucket=self._bucket, **said)

    def fetch(self, key: str, start: int, length: int) -> tuple[bytes, int]:
        """A piece of an object, and how large all of it is. Raises FileLost, FilesAway."""
        self._require_patience()
        with self._answering():
            asked = f"bytes={start}-{start + length - 1}"
            try:
                told = self._client().get_object(Bucket=self._bucket, Key=key, Range=asked)
            except ClientError as refused:
                if _code(refused) == "InvalidRange":
                    return b"", 0
                raise
            # Whoever does not know ranges would send all of it.
            whole = _RANGE.fullmatch(told.get("ContentRange", ""))
            if whole is None:
                raise BotoCoreError
            return told["Body"].read(), int(whole[1])

    def _pages(self, question: str, **said: Any) -> Iterator[Any]:
        self._require_patience()
        with self._answering():
            yield from self._client().get_paginator(question).paginate(Bucket=self._bucket, **said)

    def _key(self, blob_id: UUID) -> str:
        return f"{self._prefix}{name_of(blob_id)}"

    def _require_patience(self) -> None:
        if time.monotonic() < self._away_until:
            raise FilesAway()

    @contextmanager
    def _answering(self) -> Iterator[None]:
        try:
            yield
        except ClientError as refused:
            if _code(refused) in _ABSENT:
                raise FileLost() from None
            # It answers, and may take the next question.
            raise _away(_code(refused)) from None
        except (BotoCoreError, OSError) as trouble:
            self._away_until = time.monotonic() + PAUSE
            raise _away(type(trouble).__name__) from None
        self._away_until = 0.0

    def _client(self, *, quick: bool = False) -> Any:
        """Made when it is first needed, in the process that needs it; a session makes one at a time."""
        with self._lock:
            if quick not in self._clients:
                self._clients[quick] = self._session.create_client(
                    "s3",
                    endpoint_url=self._access.endpoint or None,
                    region_name=self._access.region or "us-east-1",
                    verify=self._access.ca_file or None,
                    config=_config(self._access, quick=quick),
                )
            return self._clients[quick]


class BucketWriting:
    """An object that is being written: one request for a small one, else in parts. Before `finish` it is not
    there, and what a crash leaves of it is an unfinished upload."""

    def __init__(self, bucket: Bucket, key: str) -> None:
        self._bucket, self._key = bucket, key
        self._held = bytearray()
        self._upload: str | None = None
        self._parts: list[dict[str, Any]] = []

    def write(self, piece: bytes) -> int:
        view = memoryview(piece)
        while view:
            if len(self._held) == PART:
                self._send_part()
            room = PART - len(self._held)
            self._held += view[:room]
            view = view[room:]
        return len(piece)

    def finish(self) -> None:
        if self._upload is None:
            self._bucket.ask("put_object", Key=self._key, Body=self._taken())
            return
        self._send_part()
        told = {"Key": self._key, "UploadId": self._upload, "MultipartUpload": {"Parts": self._parts}}
        self._bucket.ask("complete_multipart_upload", **told)
        self._upload = None

    def abandon(self) -> None:
        self._held.clear()
        if self._upload is not None:
            with suppress(FilesAway, FileLost):
                self._bucket.ask("abort_multipart_upload", Key=self._key, UploadId=self._upload)
            self._upload = None

    def _send_part(self) -> None:
        if self._upload is None:
            self._upload = self._bucket.ask("create_multipart_upload", Key=self._key)["UploadId"]
        number = len(self._parts) + 1
        said = {"Key": self._key, "UploadId": self._upload, "PartNumber": number, "Body": self._taken()}
        self._parts.append({"PartNumber": number, "ETag": self._bucket.ask("upload_part", **said)["ETag"]})

    def _taken(self) -> bytes:
        taken = bytes(self._held)
        self._held.clear()
        return taken


class BucketReader(io.RawIOBase):
    """An object as a file that can be read from any place; its beginning and one window are held."""

    def __init__(self, bucket: Bucket, key: str) -> None:
        super().__init__()
        self._bucket, self._key, self._at = bucket, key, 0
        beginning, self._size = bucket.fetch(key, 0, FIRST)
        self._beginning = self._window = (0, beginning)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(0, start + offset)
        return self._at

    def read(self, size: int | None = -1) -> bytes:
        end = self._size if size is None or size < 0 else min(self._size, self._at + size)
        pieces = []
        while self._at < end:
            piece = self._piece(end - self._at)
            pieces.append(piece)
            self._at += len(piece)
        return b"".join(pieces)

    def readall(self) -> bytes:
        return self.read()

    def _piece(self, most: int) -> bytes:
        for start, held in (self._beginning, self._window):
            if start <= self._at < start + len(held):
                return held[self._at - start :][:most]
        reads_on = self._at in {start + len(held) for start, held in (self._beginning, self._window)}
        wanted = max(most, WINDOW if reads_on else FIRST)
        fetched, _size = self._bucket.fetch(self._key, self._at, min(wanted, WINDOW))
        if not fetched:
            raise FilesAway()
        self._window = (self._at, fetched)
        return fetched[:most]


def _away(why: str) -> FilesAway:
    logger.error("files.away why=%s", why)
    return FilesAway()


def _code(refused: ClientError) -> str:
    return str(refused.response.get("Error", {}).get("Code", ""))


def _config(access: S3Access, *, quick: bool) -> Config:
    return Config(
        connect_timeout=1 if quick else 3,
        read_timeout=1 if quick else 20,
        retries={"mode": "standard", "total_max_attempts": 1 if quick else 3},
        max_pool_connections=32,
        s3={"addressing_style": "path" if access.path_style else "auto"},
        # Signed is the digest of what is sent; more than that, several providers do not know.
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
        # The settings say where it is, and no file of somebody's home.
        ignore_configured_endpoint_urls=True,
        signature_version="s3v4",
    )
