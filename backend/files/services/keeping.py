"""An uploaded file comes to belong to a case: its key goes under the case's key."""

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
