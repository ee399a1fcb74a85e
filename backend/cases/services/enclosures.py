"""Which files of a case go along with a letter: clean copies under titles of ours, with their checksums, and
without the pages that are hidden."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from backend.cases import errors
from backend.cases.models import Case
from backend.cases.services import permits
from backend.common.errors import FieldError, Invalid, Problem
from backend.complaints.models import Attachment
from backend.complaints.services.attachments import attachments_of
from backend.correspondence import letters
from backend.files.errors import FilesAway
from backend.files.services import leaving_id, open_leaving
from backend.files.stages import ScanState
from backend.files.streams import SealedReader

MOST: Final = 20
_CHUNK: Final = 1 << 20


def enclosed(case: Case, chosen: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """What is kept of files chosen for a letter: which clean copy, and its size and checksum as it was read.

    Raises Invalid for a file that the case does not have or that has no clean copy: an original tells who
    made it, where and with which device.
    """
    files = {one.pk: one for one in attachments_of(permits.complaint_of(case)) if chosen}
    ids = [one["file"] for one in chosen]
    if len(set(ids)) < len(ids):
        raise Invalid.field("enclosures", "repeated", _("Name each file once."))
    return [_enclosed(files.get(one["file"]), one.get("title", ""), at) for at, one in enumerate(chosen)]


def require_unchanged(case: Case, kept: Sequence[Mapping[str, Any]] | None) -> None:
    """The clean copies that were looked at are still the ones. Raises EnclosureChanged."""
    if not kept:
        return
    files = {str(one.pk): one.file for one in attachments_of(permits.complaint_of(case))}
    for one in kept:
        file = files.get(one["file"])
        if file is None or leaving_id(file) != one["copy"] or file.scan == ScanState.INFECTED:
            raise errors.EnclosureChanged(file=one["file"])


def opened(case: Case, kept: Mapping[str, Any]) -> bytes | None:
    """The clean copy that was frozen; None where it is gone, infected, or not the one any more."""
    found = attachments_of(permits.complaint_of(case)).filter(pk=kept["file"]).first()
    if found is None or leaving_id(found.file) != kept["copy"]:
        return None
    try:
        reader = open_leaving(found.file)
    except FilesAway:
        raise
    except Problem:
        return None
    content = b"".join(iter(lambda: reader.read(_CHUNK), b""))
    return content if hashlib.sha256(content).hexdigest() == kept["sha256"] else None


def attachments_in(kept: Sequence[Mapping[str, Any]] | None) -> tuple[letters.Attachment, ...]:
    """As a letter lists them."""
    return tuple(
        letters.Attachment(one["title"], one["media_type"], one["size"], one["sha256"]) for one in kept or ()
    )


def _enclosed(attachment: Attachment | None, title: str, at: int) -> dict[str, Any]:
    field = f"enclosures.{at}.file"
    if attachment is None:
        raise Invalid.field(field, "unknown_file", _("The case has no such file."))
    try:
        reader = open_leaving(attachment.file)
    except FilesAway:
        raise
    except Problem as refusal:
        raise Invalid([FieldError(field, refusal.code, refusal.title)]) from None
    size, sha256 = _measured(reader)
    return {
        "file": str(attachment.pk),
        "copy": leaving_id(attachment.file),
        "title": title.strip(),
        "media_type": attachment.file.media_type,
        "size": size,
        "sha256": sha256,
    }


def _measured(reader: SealedReader) -> tuple[int, str]:
    digest, size = hashlib.sha256(), 0
    while chunk := reader.read(_CHUNK):
        digest.update(chunk)
        size += len(chunk)
    return size, digest.hexdigest()
