"""Files that go with what they belonged to."""

from uuid import UUID

from django.db import transaction

from backend.files import blobs
from backend.files.models import StoredFile
from backend.keyring.models import DataKey


@transaction.atomic
def erase_files(data_key: DataKey) -> int:
    """Remove all files under a key that is destroyed: rows now, bytes after the commit. Says how many.

    Part of a larger act. What a crash leaves of the bytes opens with no key, and upkeep removes it.
    """
    files = StoredFile.objects.filter(data_key=data_key)
    ids = [
        one
        for several in files.values_list("pk", "clean_id", "masked_id")
        for one in several
        if one is not None
    ]
    gone, _rows = files.delete()
    transaction.on_commit(lambda: _remove(ids))
    return gone


def _remove(ids: list[UUID]) -> None:
    for blob_id in ids:
        blobs.delete(blob_id)
