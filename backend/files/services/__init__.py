"""What other apps ask of files."""

from backend.files.services.accepting import accept, drop, take
from backend.files.services.cleaning import scan_and_clean, scan_late
from backend.files.services.erasing import erase_files
from backend.files.services.hiding import keep_hidden, leaving_id, made_without, open_leaving
from backend.files.services.keeping import keep, keep_as_it_came, keep_sealed, keep_under
from backend.files.services.opening import (
    destroy_unread,
    open_clean,
    open_for_complainant,
    open_for_the_last_time,
    open_original,
)
from backend.files.services.upkeep import (
    named_blobs,
    openable_blobs,
    purge_expired_uploads,
    purge_orphans,
    purge_unreadable,
    waiting_files,
)

__all__ = [
    "accept",
    "destroy_unread",
    "drop",
    "erase_files",
    "keep",
    "keep_as_it_came",
    "keep_hidden",
    "keep_sealed",
    "keep_under",
    "leaving_id",
    "made_without",
    "named_blobs",
    "open_clean",
    "open_for_complainant",
    "open_for_the_last_time",
    "open_leaving",
    "open_original",
    "openable_blobs",
    "purge_expired_uploads",
    "purge_orphans",
    "purge_unreadable",
    "scan_and_clean",
    "scan_late",
    "take",
    "waiting_files",
]
