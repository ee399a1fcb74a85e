"""An uploaded file comes to belong to a case: its key goes under the case's key."""

from uuid import UUID, uuid4

from django.db import transaction

from backend.common.crypto import SealBroken
from backend.files import blobs
from backend.files.detection import clean_name
from backend.files.errors import FileLost, FileRefused
from backend.files.kinds import KINDS
from backend.files.models import StoredFile, Upload
from backend.files.scanning import is_configured
from backend.files.sealed import SealedUpload
from backend.files.stages import FileState, ScanState
from backend.keyring.models import DataKey


@transaction.atomic
def keep(sealed: SealedUpload, *, data_key: DataKey, field: str = "file") -> StoredFile:
    """Keep a file for good, under the key of its case. Raises FileRefused where it is gone or not theirs.

    Part of filing or of the work on a case, which leaves the audit line; whoever calls has it cleaned.
    """
    upload = Upload.objects.select_for_update().filter(pk=sealed.id).first()
    if upload is None or not _opens(sealed):
        raise FileRefused("file.gone", field=field)
    file = StoredFile(
        id=upload.pk,
        data_key=data_key,
        media_type=upload.media_type,
        size=upload.size,
        state=FileState.PENDING,
        scan=ScanState.PENDING if is_configured() else ScanState.NOT_SCANNED,
    )
    file.name, file.file_key = clean_name(sealed.name, KINDS[upload.media_type]), sealed.key.hex()
    file.save(force_insert=True)
    upload.delete()
    return file


def _opens(sealed: SealedUpload) -> bool:
    """Whether the key is this file's: an id alone attaches nothing."""
    try:
        blobs.open_blob(sealed.id, sealed.key).close()
    except (SealBroken, FileLost):
        return False
    return True


@transaction.atomic
def keep_as_it_came(content: bytes, *, name: str, media_type: str, data_key: DataKey) -> StoredFile:
    """Keep bytes that no cleaner could do anything with, such as a whole mail, under the key of a case.

    Part of a larger act. Where that is taken back, upkeep removes the bytes.
    """
    blob = blobs.NewBlob(uuid4())
    blob.write(content)
    blob.finish()
    file = StoredFile(
        id=blob.id,
        data_key=data_key,
        media_type=media_type,
        size=len(content),
        state=FileState.KEPT,
        scan=ScanState.PENDING if is_configured() else ScanState.NOT_SCANNED,
    )
    file.name, file.file_key = name, blob.key.hex()
    file.save(force_insert=True)
    return file


@transaction.atomic
def keep_sealed(
    blob_id: UUID, key: bytes, *, name: str, size: int, media_type: str, data_key: DataKey
) -> StoredFile:
    """Keep a blob that was sealed already, as it is and for nobody to download, under another key.

    Part of a larger act. Where that is taken back, upkeep removes the bytes.
    """
    file = StoredFile(
        id=blob_id,
        data_key=data_key,
        media_type=media_type,
        size=size,
        state=FileState.KEPT,
        scan=ScanState.NOT_SCANNED,
    )
    file.name, file.file_key = name, key.hex()
    file.save(force_insert=True)
    return file


@transaction.atomic
def keep_under(file_id: UUID, *, data_key: DataKey) -> StoredFile:
    """Bring a file under another key: that of the case to which it belongs by now. Its bytes stay.

    Part of the act that says where it belongs.
    """
    file = StoredFile.objects.select_for_update(of=("self",)).get(pk=file_id)
    file.data_key = data_key
    file.save(update_fields=["data_key", "name", "file_key", "clean_key", "masked_key"])
    return file
