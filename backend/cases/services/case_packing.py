"""A case file is written: one ZIP, sealed piece by piece while it is made."""

import json
import re
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from backend.cases.models import Case, Dossier
from backend.cases.services.case_contents import contents_of
from backend.cases.services.case_sight import CasePart, Sight
from backend.cases.services.case_story import story_pages
from backend.cases.services.parcels import Progress
from backend.common import clock
from backend.common.errors import Problem
from backend.common.languages import Language
from backend.complaints.models import Attachment
from backend.complaints.services.attachments import attachments_of
from backend.files.blobs import BlobSink, NewBlob
from backend.files.errors import FilesAway
from backend.files.kinds import KINDS
from backend.files.services import open_clean, open_leaving, open_original
from backend.files.streams import SealedReader

INDEX: Final = "case.json"
STORY: Final = "story.pdf"
LONGEST_NAME: Final = 80
_BLOCK: Final = 1 << 16
# What a system reads as part of a path, a stream, a wildcard or a formula.
_UNSAFE: Final = re.compile(r'[\\/:*?"<>|=+@%$`~^&!#;{}\[\]\']')


def pack(case: Case, sight: Sight, blob: NewBlob, *, language: Language, progress: Progress) -> None:
    """Write all that the sight allows into a sealed blob. In memory lie the case's words and one piece of a
    file."""
    told = {"made_at": clock.now(), **contents_of(case, sight)}
    attachments = list(_attachments(case, sight))
    letters = list(_letters(case, sight))
    total = len(attachments) + len(letters) + 2
    done = 0
    with ZipFile(BlobSink(blob), "w", ZIP_DEFLATED, compresslevel=1) as made:
        for number, dossier in enumerate(letters, start=1):
            _add(made, f"letters/{number:03d}.pdf", [bytes(dossier.letter)])
            progress(done := done + 1, total)
        told["files"] = []
        for number, attachment in enumerate(attachments, start=1):
            told["files"].append(_add_file(made, number, attachment, sight))
            progress(done := done + 1, total)
        if not sight.has(CasePart.FILES):
            del told["files"]
        _add(made, STORY, [story_pages(told, language)])
        progress(done := done + 1, total)
        _add(made, INDEX, [json.dumps(told, ensure_ascii=False, indent=2, default=_plain).encode()])
        progress(done + 1, total)


def safe_name(number: int, name: str, media_type: str) -> str:
    """A file's name that harms nobody who unpacks it: a number before it, so that no two are alike and none
    begins like a formula, a hidden file or a device."""
    extension = KINDS[media_type].extensions[0] if media_type in KINDS else "bin"
    stem = name.rpartition(".")[0] or name
    shown = "".join(
        "_" if _UNSAFE.match(char) else char
        for char in unicodedata.normalize("NFC", stem)
        if unicodedata.category(char)[0] not in "CZ" or char == " "
    )
    tidy = shown.replace("..", "_").strip(" .-_")[:LONGEST_NAME].strip(" .-_")
    return f"{number:03d} {tidy}.{extension}" if tidy else f"{number:03d}.{extension}"


def _attachments(case: Case, sight: Sight) -> Iterator[Attachment]:
    if sight.has(CasePart.FILES) and case.complaint_id is not None:
        yield from attachments_of(case.complaint_id)


def _letters(case: Case, sight: Sight) -> Iterator[Dossier]:
    if not sight.has(CasePart.LETTERS) or not sight.has("letter_pages"):
        return
    left = case.referrals.exclude(sent_on=None).exclude(dossier=None)
    ids = left.order_by("sent_on", "created_at", "pk").values_list("dossier_id", flat=True)
    for dossier_id in list(ids):
        yield Dossier.objects.select_related("data_key__partner_key").get(pk=dossier_id)


def _add_file(made: ZipFile, number: int, attachment: Attachment, sight: Sight) -> dict[str, Any]:
    """Add one file; tells of it, or why it is not in there. Where words are hidden, so are files' own names:
    nobody looked through those."""
    file = attachment.file
    name = safe_name(number, "" if sight.masked else file.name, file.media_type)
    told: dict[str, Any] = {
        "number": number,
        "sender": attachment.sender,
        "created_at": attachment.created_at,
        "media_type": file.media_type,
        "hidden_pages": file.hidden_pages if sight.masked else [],
    }
    try:
        reader = _opened(attachment, sight)
    except FilesAway:
        raise
    except Problem as refusal:
        return {**told, "left_out": refusal.code}
    with reader:
        _add(made, f"files/{name}", reader.chunks(), size=reader.size)
    return {**told, "file": f"files/{name}", **({} if sight.masked else {"name": file.name})}


def _opened(attachment: Attachment, sight: Sight) -> SealedReader:
    if sight.masked:
        return open_leaving(attachment.file)
    return open_original(attachment.file) if sight.has("originals") else open_clean(attachment.file)


def _add(made: ZipFile, name: str, pieces: Any, *, size: int = 0) -> None:
    info = ZipInfo(name, clock.now().timetuple()[:6])
    info.compress_type, info.external_attr, info.file_size = ZIP_DEFLATED, 0o600 << 16, size
    with made.open(info, "w") as entry:
        for piece in pieces:
            entry.write(piece)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(type(value).__name__)
