"""Makes a snapshot: data of one moment without keys, every sealed file that it names, a manifest."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

from django.db import connection, transaction

from backend.audit.services import record
from backend.backups import inventory, manifest
from backend.backups.engines import engine
from backend.backups.errors import BackupFailed
from backend.backups.facts import Facts
from backend.backups.manifest import Manifest, Part
from backend.backups.shelf import Shelf, part_of
from backend.common import clock
from backend.files import blobs
from backend.files.errors import FileLost, FilesAway
from backend.files.services import named_blobs
from backend.partners.actors import Actor

PLACE: Final = ("backups.snapshot", UUID(int=0))


@dataclass(frozen=True, slots=True)
class Made:
    """A finished snapshot: how many files it names and how many of them were copied this time; which rows of
    the installation name files that it does not have; how many older snapshots and unnamed files went."""

    name: str
    files: int
    copied: int
    lost: int
    removed_snapshots: int
    removed_files: int


def make(directory: Path, *, keep: timedelta | None = None, actor: Actor) -> Made:
    """Add a snapshot to a directory, while everybody works on. Snapshots older than `keep` are removed, and
    sealed files that no snapshot names any more. Raises BackupFailed, and leaves no half snapshot.
    """
    shelf, at = Shelf(directory), clock.now()
    try:
        with shelf.alone():
            copied, files, absent = _snapshot(shelf, at)
            # A file goes after its row: what a row names even now was not removed meanwhile, it is lost.
            lost = absent & named_blobs()
            _tell(files, actor)
            snapshots = shelf.remove_older(at - keep) if keep is not None else 0
            removed = shelf.remove_blobs_but(_named_by_all(shelf))
    except FilesAway:
        raise BackupFailed("the place of the sealed files (DOSJA_FILES) does not answer") from None
    except OSError as failed:
        raise BackupFailed(f"the directory cannot be written ({failed.strerror})") from None
    return Made(shelf.names()[-1], files, copied, len(lost), snapshots, removed)


def _snapshot(shelf: Shelf, at: datetime) -> tuple[int, int, frozenset[UUID]]:
    """How many files were copied, how many it names, and which of them nobody had.

    The order loses nothing. A file is on the disk before the row that names it is committed, and removed
    only after that row is gone. So files that are copied *after* the data are all that its rows name, but for
    those removed in between; copied before alone, those added in between would be missing. A first pass,
    which may take hours, makes this in-between as short as what is new since.
    """
    copied = sum(_copied(shelf, blob_id) is True for blob_id in named_blobs())
    with shelf.new(at) as folder:
        facts = engine().save(folder)
        told = {blob_id: _copied(shelf, blob_id) for blob_id in facts.blobs}
        there = [blob_id for blob_id, outcome in told.items() if outcome is not None]
        parts = list(_parts(shelf, there))
        absent = facts.blobs - set(there)
        inventory.write(parts, folder)
        manifest.write(_manifest(at, folder, facts, parts, absent), folder)
    return copied + sum(outcome is True for outcome in told.values()), len(parts), absent


def _copied(shelf: Shelf, blob_id: UUID) -> bool | None:
    """True: copied now. False: it was here, and files never change. None: nobody has it."""
    if shelf.blob(blob_id).exists():
        return False
    try:
        with blobs.read_sealed(blob_id) as source:
            shelf.put_blob(blob_id, source)
    except FileLost:
        return None
    return True


def _parts(shelf: Shelf, ids: Iterable[UUID]) -> Iterable[Part]:
    """With the digests that an earlier snapshot found, so that old files are not read every night."""
    known = {
        part.name: part for name in shelf.names()[-1:] for part in inventory.read(shelf.snapshots / name)
    }
    return (known.get(blob_id.hex) or part_of(shelf.blob(blob_id)) for blob_id in ids)


def _manifest(
    at: datetime, folder: Path, facts: Facts, parts: list[Part], absent: frozenset[UUID]
) -> Manifest:
    return Manifest(
        at=at,
        engine=connection.vendor,
        data=part_of(folder / manifest.DATA),
        blobs=part_of(folder / inventory.NAME),
        blob_count=len(parts),
        blob_bytes=sum(part.size for part in parts),
        absent=tuple(sorted(blob_id.hex for blob_id in absent)),
        migrations=facts.migrations,
        rows=facts.rows,
        youngest_key=facts.youngest_key,
    )


def _named_by_all(shelf: Shelf) -> set[str]:
    return {part.name for name in shelf.names() for part in inventory.read(shelf.snapshots / name)}


@transaction.atomic
def _tell(files: int, actor: Actor) -> None:
    record(actor, "backup.made", PLACE, chain=None, files=files)
