"""What tests of files do again and again: put a file in, as an upload, as a stored file."""

from uuid import uuid4

from backend.files import blobs
from backend.files.models import StoredFile
from backend.files.receiving import ReceivedFile
from backend.files.sealed import SealedUpload
from backend.files.services import accept, keep, scan_and_clean
from backend.keyring.models import DataKey
from backend.keyring.services import new_data_key
from backend.partners.models import Partner


def received(content: bytes, name: str) -> ReceivedFile:
    """A file that has just arrived."""
    blob = blobs.NewBlob(uuid4())
    blob.write(content)
    blob.finish()
    return ReceivedFile(blob, name)


def uploaded(content: bytes, name: str) -> SealedUpload:
    """A file that waits for its complaint."""
    return accept(received(content, name))


def case_key(partner: Partner) -> DataKey:
    return new_data_key(partner_id=partner.pk, subject_id=uuid4())


def stored(content: bytes, name: str, partner: Partner, *, clean: bool = True) -> StoredFile:
    """A file of some case, taken care of by the worker."""
    file = keep(uploaded(content, name), data_key=case_key(partner))
    if clean:
        scan_and_clean(file.pk)
        file.refresh_from_db()
    return file


def read(reader: object) -> bytes:
    with reader as opened:  # type: ignore[attr-defined]
        return b"".join(opened.chunks())
