"""A file that arrived is judged, and kept for a while for whoever sent it."""

from datetime import timedelta
from typing import Final
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.db.models import Sum

from backend.common import clock
from backend.files import blobs
from backend.files.detection import clean_name, judge
from backend.files.errors import LARGEST_FILE, FileRefused
from backend.files.models import Upload
from backend.files.receiving import ReceivedFile
from backend.files.sealed import SealedUpload

# Longer than a draft that somebody fills in lives.
LIFETIME: Final = timedelta(hours=48)


@transaction.atomic
def accept(received: ReceivedFile) -> SealedUpload:
    """Keep a file that is of a kind that is taken. Raises FileRefused.

    No audit line: whoever sends a file and leaves must not have been here.
    """
    with received.open_sealed() as reader:
        kind = judge(reader)
    name = clean_name(received.name or "", kind)
    size = received.size or 0
    _require_room(size)
    Upload.objects.create(
        id=received.blob_id,
        size=size,
        media_type=kind.media_type,
        expires_at=clock.now() + LIFETIME,
    )
    received.taken = True
    return SealedUpload(received.blob_id, received.key, name, size, kind.media_type)


def take(content: bytes, name: str) -> SealedUpload:
    """The same for bytes that came another way than with a form, such as in a mail. Raises FileRefused."""
    if len(content) > LARGEST_FILE:
        raise FileRefused("file.too_large")
    blob = blobs.NewBlob(uuid4())
    blob.write(content)
    blob.finish()
    received = ReceivedFile(blob, name)
    try:
        return accept(received)
    finally:
        received.close()


@transaction.atomic
def drop(sealed: SealedUpload) -> None:
    """Throw away what was sent and is not wanted any more. What belongs to a case by now stays."""
    gone, _rows = Upload.objects.filter(pk=sealed.id).delete()
    if gone:
        transaction.on_commit(lambda: blobs.delete(sealed.id))


def _require_room(size: int) -> None:
    """Files of nobody may fill so much and no more: a flood of them must not silence those who write."""
    waiting = Upload.objects.aggregate(all=Sum("size"))["all"] or 0
    if waiting + size > settings.DOSJA_FILES_WAITING_MB * 1_000_000 or not blobs.has_room(size):
        raise FileRefused("file.no_room")
