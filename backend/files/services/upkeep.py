"""What must not lie around: uploads that nobody came back for, halves, bytes that no key opens any more."""

from datetime import timedelta
from itertools import islice
from typing import Final
from uuid import UUID

from django.db.models import Q, QuerySet

from backend.common import clock
from backend.files import blobs
from backend.files.models import StoredFile, Upload
from backend.files.stages import FileState, ScanState

# An upload on a slow line takes its time, and its row is written only when it is whole.
ORPHAN_AFTER: Final = timedelta(hours=6)
LATE_AFTER: Final = timedelta(minutes=10)
_BATCH: Final = 500
_BLOBS: Final = ("pk", "clean_id", "masked_id")


def purge_expired_uploads() -> int:
    """Destroy what was sent and attached to nothing. Says how many went."""
    expired = list(Upload.objects.filter(expires_at__lte=clock.now()).values_list("pk", flat=True)[:_BATCH])
    gone = 0
    for upload_id in expired:
        # The row first: whoever attaches it at this moment holds it, or finds it gone.
        if Upload.objects.filter(pk=upload_id, expires_at__lte=clock.now()).delete()[0]:
            blobs.delete(upload_id)
            gone += 1
    return gone


def purge_orphans() -> int:
    """Remove blobs that no row names, and halves of uploads: what a crash left. Says how many went."""
    before = clock.now() - ORPHAN_AFTER
    gone = blobs.forget_halves(before)
    old = (blob_id for blob_id, written in blobs.every_blob() if written < before)
    while batch := set(islice(old, _BATCH)):
        for blob_id in batch - _known(batch):
            blobs.delete(blob_id)
            gone += 1
    return gone


def purge_unreadable() -> int:
    """Remove the bytes of erased cases: without keys they are noise. Says how many went."""
    gone = 0
    erased = StoredFile.objects.filter(data_key__destroyed_at__isnull=False)
    for ids in erased.values_list(*_BLOBS):
        for blob_id in ids:
            if blob_id is not None and blobs.exists(blob_id):
                blobs.delete(blob_id)
                gone += 1
    return gone


def named_blobs() -> set[UUID]:
    """Every blob that a row names."""
    return _blobs_of(StoredFile.objects.all()) | set(Upload.objects.values_list("pk", flat=True))


def openable_blobs() -> set[UUID]:
    """Every blob of a file whose key is not destroyed."""
    return _blobs_of(StoredFile.objects.filter(data_key__destroyed_at=None))


def waiting_files() -> tuple[list[UUID], list[UUID]]:
    """Files that still wait although their job should have come: for a copy, and only for the scanner."""
    late = StoredFile.objects.filter(created_at__lt=clock.now() - LATE_AFTER, data_key__destroyed_at=None)
    to_clean = late.filter(state=FileState.PENDING)
    to_scan = late.filter(~Q(state=FileState.PENDING), scan=ScanState.PENDING)
    return (
        list(to_clean.order_by("created_at").values_list("pk", flat=True)[:_BATCH]),
        list(to_scan.order_by("created_at").values_list("pk", flat=True)[:_BATCH]),
    )


def _blobs_of(files: "QuerySet[StoredFile]") -> set[UUID]:
    named = files.values_list(*_BLOBS)
    return {blob_id for several in named for blob_id in several if blob_id is not None}


def _known(ids: set[UUID]) -> set[UUID]:
    of_files = Q(pk__in=ids) | Q(clean_id__in=ids) | Q(masked_id__in=ids)
    known = _blobs_of(StoredFile.objects.filter(of_files))
    return known | set(Upload.objects.filter(pk__in=ids).values_list("pk", flat=True))
