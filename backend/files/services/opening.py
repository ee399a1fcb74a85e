"""Reading files: the clean copy by default, the original for a reason, an infected one never."""

from functools import partial

from django.db import transaction

from backend.files import blobs
from backend.files.errors import Infected, NoCleanCopy, NotReady
from backend.files.models import StoredFile
from backend.files.stages import FileState, ScanState
from backend.files.streams import SealedReader


def open_clean(file: StoredFile) -> SealedReader:
    """The copy without traces of who made it. Raises Infected, NotReady, NoCleanCopy, KeyDestroyed."""
    _require_harmless(file)
    if file.state == FileState.PENDING:
        raise NotReady()
    if file.clean_id is None or file.clean_key is None:
        raise NoCleanCopy()
    return blobs.open_blob(file.clean_id, bytes.fromhex(file.clean_key), under=file.data_key_id)


def open_original(file: StoredFile) -> SealedReader:
    """What was sent, as it was sent. Raises Infected, NotReady, KeyDestroyed.

    Part of a service that asks for a reason and has told of the opening before it calls.
    """
    require_original(file)
    return blobs.open_blob(file.pk, bytes.fromhex(file.file_key), under=file.data_key_id)


def require_original(file: StoredFile) -> None:
    """The original may leave: nobody waits for the scanner. Raises Infected, NotReady."""
    _require_harmless(file)
    if file.scan == ScanState.PENDING:
        raise NotReady()


def open_for_complainant(file: StoredFile, *, is_own: bool) -> SealedReader:
    """The clean copy; where none can be made, their own original, or a sound or film of the partner's."""
    _require_harmless(file)
    if file.clean_id is not None:
        return open_clean(file)
    if is_own or file.state == FileState.KEPT:
        return open_original(file)
    raise NotReady() if file.state == FileState.PENDING else NoCleanCopy()


def open_for_the_last_time(file: StoredFile) -> SealedReader:
    """What is in a file that goes once it was read: the bytes with the end of reading, row and key here.

    Part of the act that gives it away. What a crash leaves of the bytes opens with no key; upkeep removes it.
    """
    reader = blobs.open_blob(file.pk, bytes.fromhex(file.file_key), under=file.data_key_id)
    reader.after_closing(partial(blobs.delete, file.pk))
    file.delete()
    return reader


def destroy_unread(file: StoredFile) -> None:
    """Away with a file that nobody came for: the row and the key now, the bytes after the commit."""
    transaction.on_commit(partial(blobs.delete, file.pk))
    file.delete()


def _require_harmless(file: StoredFile) -> None:
    if FileState.INFECTED in (file.state, file.scan):
        raise Infected()
