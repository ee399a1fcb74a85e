"""Everything that a complainant filed and was told, as one ZIP that is made while it leaves and kept nowhere.

Name and contacts are not in it: whoever found the receipt must not learn them from it. Neither are notes of
staff, letters, or words of others that she was not told.
"""

import io
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.db import transaction

from backend.audit.services import record
from backend.cases.models import Case
from backend.cases.services.status import CaseStatus, status_of
from backend.common import clock
from backend.common.errors import Problem
from backend.complaints.models import Attachment, Complaint, Message
from backend.complaints.services import attachments_for_complainant, rating_of
from backend.complaints.services.messages import messages_of
from backend.files.errors import FilesAway
from backend.files.services import open_for_complainant
from backend.forms.services import form_with_id
from backend.forms.telling import answers_told
from backend.partners.actors import Actor
from backend.retention.models import Correction
from backend.retention.services.telling import erasure_told

FILE_NAME: Final = "complaint.zip"
INDEX: Final = "complaint.json"
_UNSAFE: Final = re.compile(r"[^\w.() -]")
_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)


@transaction.atomic
def own_copy(complaint: Complaint) -> Iterator[bytes]:
    """The ZIP in pieces: what was told as JSON, and the files. That a copy was made is a line in the audit
    log of the partner, which holds ids alone."""
    told, attachments = _told(complaint), list(attachments_for_complainant(complaint))
    case_id = Case.objects.filter(complaint=complaint).values_list("pk", flat=True).first()
    actor = Actor.complainant(case_id) if case_id else Actor.nobody()
    record(actor, "complaint.copied", complaint, chain=complaint.partner_id, files=len(attachments))
    return _zipped(told, attachments)


class _Pieces(io.RawIOBase):
    """What a ZIP is written into, taken out again piece by piece."""

    def __init__(self) -> None:
        self._waiting: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._waiting.append(bytes(data))
        return len(data)

    def taken(self) -> bytes:
        taken, self._waiting = b"".join(self._waiting), []
        return taken


def _zipped(told: dict[str, Any], attachments: Sequence[Attachment]) -> Iterator[bytes]:
    pieces, told["files"] = _Pieces(), []
    with ZipFile(pieces, "w", ZIP_DEFLATED) as made:
        for number, attachment in enumerate(attachments, start=1):
            entry: dict[str, Any] = {
                "sent_at": attachment.created_at,
                "sender": attachment.sender,
                "name": attachment.file.name,
            }
            told["files"].append(entry)
            try:
                is_own = attachment.sender == Message.Sender.COMPLAINANT
                reader = open_for_complainant(attachment.file, is_own=is_own)
            except FilesAway:
                # A copy that breaks off is asked for again; one that lacks files looks whole.
                raise
            except Problem as problem:
                entry["left_out"] = problem.code
                continue
            entry["file"] = f"files/{number:03d} {_safe(attachment.file.name)}"
            with reader, made.open(_info(entry["file"]), "w", force_zip64=True) as sink:
                for chunk in reader.chunks():
                    sink.write(chunk)
                    yield pieces.taken()
        written = json.dumps(told, ensure_ascii=False, indent=2, default=_plain)
        made.writestr(_info(INDEX), written.encode())
    yield pieces.taken()


def _told(complaint: Complaint) -> dict[str, Any]:
    status, version = status_of(complaint), complaint.form
    corrected = set(Correction.objects.filter(complaint=complaint).values_list("message", flat=True))
    form = form_with_id(str(version.pk)) if version else None
    answers = answers_told(form.form, complaint.answers or {}) if form else ()
    said, erasure = rating_of(complaint), erasure_told(complaint)
    return {
        "made_at": clock.now(),
        "not_in_here": "name and contacts, which lie apart; ask the organisation for them",
        "filed": {
            "received_at": complaint.received_at,
            "narrative": complaint.narrative,
            "wish": complaint.wish,
            "happened_on": complaint.happened_on,
            "contact_wish": complaint.contact_wish,
            "contact_note": complaint.contact_note,
            "vulnerability": list(complaint.vulnerability),
            "language": complaint.language,
            "kind": complaint.kind,
            "answers": [{"question": one.label, "answer": list(one.lines)} for one in answers],
        },
        "agreed_to": list(
            complaint.consents.values(
                "purpose", "institution__code", "partner__slug", "given_at", "withdrawn_at"
            )
        ),
        "told": {one.name: getattr(status, one.name) for one in fields(CaseStatus)},
        "messages": [
            {
                "sent_at": message.sent_at,
                "sender": message.sender,
                "text": message.text,
                "corrects_the_complaint": message.pk in corrected,
            }
            for message in messages_of(complaint).order_by("sent_at", "id")
        ],
        "opinion": {"outcome": said.outcome, "process": said.process, "comment": said.comment}
        if said
        else None,
        "erased_on": erasure.erased_on,
    }


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if hasattr(value, "__dataclass_fields__"):
        return {name: getattr(value, name) for name in value.__dataclass_fields__}
    return list(value) if isinstance(value, tuple | set | frozenset) else str(value)


def _info(name: str) -> ZipInfo:
    info = ZipInfo(name, _EARLIEST)
    info.compress_type, info.external_attr = ZIP_DEFLATED, 0o600 << 16
    return info


def _safe(name: str) -> str:
    """No path, no sign that a computer reads."""
    return _UNSAFE.sub("_", name).lstrip(".") or "file"
