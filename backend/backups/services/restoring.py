"""Takes a snapshot and a file of keys in, into an installation that has nothing yet."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.db import DatabaseError, connection, transaction

from backend.audit.models import AuditChain
from backend.audit.services import record
from backend.audit.verification import verify
from backend.backups.engines import engine
from backend.backups.errors import RestoreFailed, RestoreRefused
from backend.backups.facts import counted_rows, known_migrations
from backend.backups.manifest import Manifest, Part
from backend.backups.services.checking import check
from backend.backups.services.making import PLACE
from backend.backups.shelf import Shelf, pieces
from backend.files import blobs
from backend.files.errors import FilesAway
from backend.files.services import openable_blobs, purge_unreadable
from backend.keyring.services import backup as keys
from backend.partners.actors import Actor


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back: rows, files, data keys; and how many cases' and other keys the file did not hold."""

    snapshot: str
    rows: int
    files: int
    keys: int
    erased: int


def restore(directory: Path, *, name: str | None, keys_file: Path, actor: Actor) -> Restored:
    """Fill an empty installation. Everything is looked through before anything is changed; what arrived is
    compared, and taken away again where it is not what was copied.

    Raises RestoreRefused, RestoreFailed.
    """
    folder, told, parts = check(directory, name)
    lines = _keys(keys_file, told)
    _require_fit(told)
    _require_empty(parts)
    try:
        with _files_put(Shelf(directory), parts), engine().arriving(folder) as complete:
            _require_rows(told)
            came = keys.restore(lines, actor=actor)
            complete()
            # The erased stay so, with the bytes of their files.
            purge_unreadable()
            _require_files(told)
            _require_chains()
            _tell(folder.name, actor)
    except FilesAway:
        raise RestoreFailed("the sealed files cannot be written to DOSJA_FILES") from None
    except OSError as failed:
        raise RestoreFailed(f"it cannot be written here ({failed.strerror})") from None
    except DatabaseError as failed:
        # Never its words: they may hold a row.
        raise RestoreFailed(f"the database refused it ({type(failed).__name__})") from None
    return Restored(folder.name, sum(told.rows.values()), told.blob_count, came.taken, came.erased)


def _keys(file: Path, told: Manifest) -> list[bytes]:
    try:
        lines = file.read_bytes().splitlines(keepends=True)
        keys.require_fit(lines, youngest=told.youngest_key)
    except OSError as failed:
        raise RestoreRefused(f"the file of keys cannot be read ({failed.strerror})") from None
    except keys.BackupUnfit as unfit:
        raise RestoreRefused(f"the file of keys does not fit: {unfit.why}") from None
    return lines


def _require_fit(told: Manifest) -> None:
    """Its tables are those that this release works with."""
    if told.engine != connection.vendor:
        raise RestoreRefused(f"the backup is of {told.engine}, and this installation has {connection.vendor}")
    applied, known = set(told.migrations), known_migrations()
    if newer := sorted(applied - known):
        raise RestoreRefused(f"another release made it: {'.'.join(newer[0])} is not known here")
    if older := sorted(known - applied):
        raise RestoreRefused(
            f"an older release made it: {'.'.join(older[0])} is not in it; restore with that one and upgrade"
        )


def _require_empty(parts: Sequence[Part]) -> None:
    """Files of this snapshot may lie there already: a restore that was killed left them."""
    try:
        engine().require_empty()
    except DatabaseError as failed:
        raise RestoreRefused(f"the database cannot be opened ({type(failed).__name__})") from None
    ours = {part.name for part in parts}
    try:
        foreign = any(blob_id.hex not in ours for blob_id, _written in blobs.every_blob())
    except FilesAway:
        raise RestoreRefused("the place that DOSJA_FILES names does not answer") from None
    if foreign:
        raise RestoreRefused("DOSJA_FILES is not empty: name a directory or a prefix without files")


@contextmanager
def _files_put(shelf: Shelf, parts: Sequence[Part]) -> Iterator[None]:
    """Before the data: no row ever names a file that is still to come."""
    ids = [UUID(hex=part.name) for part in parts]
    try:
        for blob_id in ids:
            with shelf.blob(blob_id).open("rb") as source:
                blobs.put_sealed(blob_id, pieces(source))
        yield
    except BaseException:
        for blob_id in ids:
            blobs.delete(blob_id)
        raise


def _require_rows(told: Manifest) -> None:
    found = counted_rows()
    if wrong := sorted(table for table in told.rows | found if told.rows.get(table) != found.get(table)):
        raise RestoreFailed(f"not as many rows as were copied: {', '.join(wrong)}")


def _require_files(told: Manifest) -> None:
    absent = {UUID(hex=name) for name in told.absent}
    missing = [one for one in openable_blobs() - absent if not blobs.exists(one)]
    if missing:
        raise RestoreFailed(f"{len(missing)} files that rows name are not there")


def _require_chains() -> None:
    if broken := sum(verify(chain).broken is not None for chain in AuditChain.objects.order_by("pk")):
        raise RestoreFailed(f"{broken} audit chains are broken (an older snapshot may be whole)")


@transaction.atomic
def _tell(snapshot: str, actor: Actor) -> None:
    record(actor, "backup.restored", PLACE, chain=None, snapshot=snapshot)
