"""Where sealed bytes lie: one interface, and behind it a folder or a bucket that never sees anything else."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Final, Protocol, cast
from uuid import UUID

from django.conf import settings
from django.core.files.storage import storages
from django.utils.module_loading import import_string

from backend.files.places.addresses import storage_of

# By the first sign of a name: so many parts of about one size.
SHELVES: Final = tuple("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Lying:
    """What is known of a sealed file from outside."""

    id: UUID
    size: int
    written: datetime


class Writing(Protocol):
    """Sealed bytes on their way in. They are there for others only when `finish` returned."""

    def write(self, piece: bytes, /) -> object:
        """Take more of it."""

    def finish(self) -> None:
        """That was all: returns when it can no longer be lost."""

    def abandon(self) -> None:
        """Nothing of it stays, as far as the place answers. Fine at any time, also twice."""


class Place(Protocol):
    """A folder or a bucket. Everything may raise FilesAway."""

    def put(self, blob_id: UUID) -> Writing:
        """Begin a file that is not there yet."""

    def open(self, blob_id: UUID) -> IO[bytes]:
        """A file that can be read from any place; `read(n)` is short only at the end. Raises FileLost."""

    def exists(self, blob_id: UUID) -> bool:
        """Whether it lies there."""

    def delete(self, blob_id: UUID) -> None:
        """Remove it; one that is gone already is fine."""

    def every(self, shelf: str = "") -> Iterator[Lying]:
        """All files, or those of one shelf."""

    def forget_halves(self, before: datetime) -> int:
        """Give up what was begun before a moment and never finished, where that is no file. Says how many."""

    def has_room(self, size: int) -> bool:
        """Whether so many bytes more are taken; one that does not know takes them."""

    def require_answer(self) -> None:
        """Ask, shortly, whether it is there and ours."""


def present() -> Place:
    """The place that the settings name (DOSJA_FILES)."""
    return cast(Place, storages["files"])


def at(address: str) -> Place:
    """Another place, by its path or `s3://bucket/prefix`. Raises ValueError."""
    told = storage_of(address, settings.DOSJA_S3)
    return cast(Place, import_string(told["BACKEND"])(**told["OPTIONS"]))


def name_of(blob_id: UUID) -> str:
    """The name under which it lies: random, it tells nothing."""
    return f"{blob_id.hex[:2]}/{blob_id.hex}"
