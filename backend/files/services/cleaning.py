"""The worker's part: ask the scanner, make the clean copy, write down how it went."""

import logging
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Final
from uuid import UUID, uuid4

from django.db import transaction

from backend.common import clock
from backend.common.crypto import SealBroken
from backend.files import blobs, scanning
from backend.files.errors import FileLost
from backend.files.kinds import KINDS
from backend.files.laundering import NotCleaned, clean_copy
from backend.files.models import StoredFile
from backend.files.scanning import ScannerAway
from backend.files.stages import FileState, ScanState
from backend.files.streams import SealedReader
from backend.keyring.errors import KeyDestroyed

logger = logging.getLogger("dosja.files")
# A scanner that has been away for a day does not come back for this file: it counts as not scanned.
PATIENCE: Final = timedelta(days=1)


def scan_and_clean(file_id: UUID) -> None:
    """Take care of one file. Doing it twice changes nothing."""
    file = _file(file_id)
    if file is None or file.state != FileState.PENDING:
        return
    try:
        if _scan(file) != ScanState.INFECTED:
            _clean(file)
    except KeyDestroyed:
        return
    except (SealBroken, FileLost):
        logger.error("file.broken id=%s", file_id)
        _settle(file_id, lambda held: _set(held, state=FileState.FAILED))


def scan_late(file_id: UUID) -> None:
    """Ask the scanner about a file for which it was away."""
    file = _file(file_id)
    if file is not None and file.scan == ScanState.PENDING:
        try:
            _scan(file)
        except (KeyDestroyed, SealBroken, FileLost):
            return


def _scan(file: StoredFile) -> str:
    """What the scanner says, written down. Where it is away, that too, after a day."""
    if file.scan != ScanState.PENDING:
        return file.scan
    try:
        verdict = _verdict(file)
    except ScannerAway as away:
        logger.warning("file.scanner_away id=%s why=%s", file.pk, away)
        if clock.now() - file.created_at < PATIENCE:
            return ScanState.PENDING
        verdict = ScanState.NOT_SCANNED
    if verdict == ScanState.INFECTED:
        logger.warning("file.infected id=%s", file.pk)
        _settle(file.pk, _condemn)
    else:
        _settle(file.pk, lambda held: _set(held, scan=verdict))
    return verdict


def _verdict(file: StoredFile) -> ScanState:
    if not scanning.is_configured():
        return ScanState.NOT_SCANNED
    with _original(file) as reader:
        return ScanState.INFECTED if scanning.is_infected(reader.chunks()) else ScanState.PASSED


def _clean(file: StoredFile) -> None:
    cleaner = KINDS[file.media_type].cleaner
    if not cleaner:
        _settle(file.pk, lambda held: _set(held, state=FileState.KEPT))
        return
    copy = blobs.NewBlob(uuid4())
    try:
        with _original(file) as reader:
            for piece in clean_copy(cleaner, reader.chunks()):
                copy.write(piece)
        copy.finish()
        kept = _settle(file.pk, lambda held: _give(held, copy))
    except NotCleaned as why:
        copy.discard()
        logger.warning("file.not_cleaned id=%s cleaner=%s why=%s", file.pk, cleaner, why)
        _settle(file.pk, lambda held: _set(held, state=FileState.FAILED))
    except BaseException:
        copy.discard()
        raise
    else:
        if not kept:
            copy.discard()


@transaction.atomic
def _settle(file_id: UUID, change: Callable[[StoredFile], bool]) -> bool:
    """Change a file as it is by now; another worker may have been quicker, or the case erased."""
    held = StoredFile.objects.select_for_update(of=("self",)).filter(pk=file_id).first()
    return held is not None and change(held)


def _set(held: StoredFile, *, state: FileState | None = None, scan: ScanState | None = None) -> bool:
    if state is not None and held.state == FileState.PENDING:
        held.state = state
    if scan is not None and held.scan == ScanState.PENDING:
        held.scan = scan
    held.save(update_fields=["state", "scan"])
    return True


def _give(held: StoredFile, copy: blobs.NewBlob) -> bool:
    if held.state != FileState.PENDING:
        return False
    held.state, held.clean_id, held.clean_size = FileState.READY, copy.id, copy.size
    held.clean_key = copy.key.hex()
    held.save(update_fields=["state", "clean_id", "clean_size", "clean_key"])
    return True


def _condemn(held: StoredFile) -> bool:
    """Infected: copies that were made before the scanner came back go too."""
    copies = [copy for copy in (held.clean_id, held.masked_id) if copy is not None]
    held.state, held.scan = FileState.INFECTED, ScanState.INFECTED
    gone = ("clean_id", "clean_size", "clean_key", "masked_id", "masked_size", "masked_key")
    for name in gone:
        setattr(held, name, None)
    held.save(update_fields=["state", "scan", *gone])
    for copy in copies:
        transaction.on_commit(partial(blobs.delete, copy))
    return True


def _file(file_id: UUID) -> StoredFile | None:
    return StoredFile.objects.select_related("data_key__partner_key").filter(pk=file_id).first()


def _original(file: StoredFile) -> SealedReader:
    return blobs.open_blob(file.pk, bytes.fromhex(file.file_key), under=file.data_key_id)
