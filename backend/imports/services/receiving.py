"""A spreadsheet arrives: judged by its content, sealed under a key of its own, read by a worker."""

import io
import re
from typing import Any, Final
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from backend.audit.services import record
from backend.common.errors import Invalid, NotAllowed
from backend.files import blobs, packages
from backend.files.detection import clean_name
from backend.files.errors import FileRefused
from backend.files.kinds import PACKAGES, Kind
from backend.files.receiving import ReceivedFile
from backend.files.services import keep_sealed
from backend.files.streams import CHUNK, SealedReader
from backend.imports.errors import not_a_sheet
from backend.imports.models import ImportRun
from backend.imports.rights import importing_partners
from backend.keyring.models import DataKey
from backend.keyring.services import new_data_key
from backend.partners.actors import Actor
from backend.partners.models import Partner, User

LARGEST_SHEET: Final = 60_000_000
CSV: Final = Kind("text/csv", ("csv", "tsv", "txt"))
_BOOKS: Final = {kind.media_type: kind for kind in PACKAGES if kind.extensions[0] in ("xlsx", "ods")}
_OLD_OFFICE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_TWO_BYTES: Final = (b"\xff\xfe", b"\xfe\xff")
_CONTROLS: Final = re.compile(rb"[\0-\x08\x0e-\x1f\x7f]")


@transaction.atomic
def begin_import(*, partner: str, file: ReceivedFile, actor: Actor) -> ImportRun:
    """Take a spreadsheet. Its rows are read in the background. Raises NotAllowed, Invalid, FileRefused."""
    owner, user = _partner(partner, actor), _user(actor)
    with file.open_sealed() as reader:
        kind = _judge(reader)
    name, size = clean_name(file.name or "", kind), file.size or 0
    if not blobs.has_room(size):
        raise FileRefused("file.no_room")
    run_id = uuid4()
    data_key = new_data_key(partner_id=owner.pk, subject_id=run_id, purpose=DataKey.Purpose.IMPORT)
    run = ImportRun(id=run_id, partner=owner, data_key=data_key, created_by=user, media_type=kind.media_type)
    run.file_name = name
    run.source = keep_sealed(
        file.blob_id, file.key, name=name, size=size, media_type=kind.media_type, data_key=data_key
    )
    run.save(force_insert=True)
    record(actor, "import.uploaded", run, chain=owner.pk, size=size, media_type=kind.media_type)
    file.taken = True
    return run


def _partner(slug: str, actor: Actor) -> Partner:
    """A partner elsewhere and one that does not exist look alike."""
    own = importing_partners(actor)
    if not own:
        raise NotAllowed()
    partner = Partner.objects.filter(slug=slug, pk__in=own, is_active=True).first()
    if partner is None:
        raise Invalid.field("partner", "unknown", _("You keep no partner of this name."))
    return partner


def _user(actor: Actor) -> User:
    if actor.user is None:
        raise NotAllowed()
    return actor.user


def _judge(reader: SealedReader) -> Kind:
    """What it is by its content: a workbook that hides nothing, or a text. Raises Invalid, FileRefused."""
    if reader.size == 0:
        raise FileRefused("file.empty")
    head = _head(reader)
    if head.startswith(_OLD_OFFICE):
        raise FileRefused("file.old_office")
    if head.startswith(b"PK\x03\x04"):
        return _book(reader)
    if not head.startswith(_TWO_BYTES) and any(_CONTROLS.search(chunk) for chunk in reader.chunks()):
        raise not_a_sheet()
    if head.lstrip().startswith((b"%PDF-", b"<", b"{\\rtf")):
        raise not_a_sheet()
    return CSV


def _book(reader: SealedReader) -> Kind:
    buffered: Any = io.BufferedReader(reader, CHUNK)
    try:
        kind = packages.kind_of_package(buffered, reader.size)
    finally:
        # A buffer that is thrown away would close what it reads from.
        buffered.detach()
    if kind.media_type not in _BOOKS:
        raise not_a_sheet()
    return kind


def _head(reader: SealedReader) -> bytes:
    reader.seek(0)
    return reader.read(1_024) or b""
