"""Exports of many cases: asked for, written by a worker, taken once within a day, and gone."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import QuerySet

from backend.audit.services import record
from backend.cases import errors
from backend.cases.models import CaseExport
from backend.cases.page import Seen, count_of_cases, filters_to_keep, kept_filters, seen_of
from backend.cases.services import parcels
from backend.cases.services.export_writing import write_list
from backend.cases.services.exporting import Leaving, Page, counted, pages_leaving, tell_export
from backend.common import clock
from backend.common.errors import NotAllowed, NotFound
from backend.common.languages import current_language
from backend.files.blobs import BlobSink, NewBlob
from backend.files.streams import SealedReader
from backend.keyring.models import DataKey
from backend.keyring.services import destroy, new_data_key
from backend.partners.actors import Actor, actor_of

MOST_ROWS: Final = 100_000
MOST_AT_A_TIME: Final = 5
_AT_ONCE: Final = 500
_MAKE: Final = "backend.cases.tasks.make_export"
_MEDIA_TYPE: Final = "application/octet-stream"
# A case in `CaseExport.seen`: its id, and how far open it was.
_PACKED: Final = 17
_READABLE, _SUMMARISED = 1, 2


def own_exports(actor: Actor) -> QuerySet[CaseExport]:
    """The exports that this person or program asked for; none once no case may be known of any more."""
    if actor.user is None or not actor.partners_with("view_cases"):
        return CaseExport.objects.none()
    return CaseExport.objects.filter(asked_by=actor.user)


@transaction.atomic
def ask_for_export(leaving: Leaving, *, kind: str, narrowed: Sequence[str], actor: Actor) -> CaseExport:
    """Have a list of cases written as a file for oneself. Of many that were not taken the oldest goes.

    Raises NotAllowed for who may know of no case.
    """
    partners = actor.partners_with("view_cases")
    if actor.user is None or not partners:
        raise NotAllowed()
    _make_room(actor)
    export_id = uuid4()
    key = new_data_key(partner_id=partners[0], subject_id=export_id, purpose=DataKey.Purpose.EXPORT)
    row = CaseExport(
        id=export_id,
        asked_by=actor.user,
        data_key=key,
        scopes=None if actor.scopes is None else sorted(actor.scopes),
        language=current_language(),
        format=kind,
        columns=list(leaving.columns),
        ordering=leaving.order,
        narrowed=sorted(narrowed),
        expires_at=clock.now() + parcels.KEPT_FOR,
    )
    row.filters = {"filters": filters_to_keep(leaving.filters), "search": leaving.search}
    row.save(force_insert=True)
    parcels.have_made(row, _MAKE)
    facts = {"format": kind, "columns": row.columns, "narrowed": row.narrowed}
    record(actor, "cases.export_asked", row, chain=partners[0], **facts)
    return row


def make_export(export_id: UUID) -> None:
    """Write one, as whoever asked may see the cases now. Doing it twice changes nothing."""
    parcels.put_together(CaseExport, export_id, _fill)


# Durable: the lines must be on the disk, not in some outer transaction, when the bytes begin to leave.
@transaction.atomic(durable=True)
def take_export(export_id: UUID, *, actor: Actor) -> tuple[CaseExport, SealedReader]:
    """The bytes, once. That they leave is told to every partner concerned before the first one does.

    Raises NotFound, ExportNotReady, ExportGone, ExportOutdated.
    """
    row = own_exports(actor).select_for_update(of=("self",)).filter(pk=export_id).first()
    if row is None:
        raise NotFound()
    parcels.require_ready(row, gone=errors.ExportGone, not_ready=errors.ExportNotReady)
    if not _still_seen(bytes(row.seen), actor):
        raise errors.ExportOutdated()
    owners = Counter({UUID(owner): count for owner, count in row.owners.items()})
    tell_export(owners, kind=row.format, columns=row.columns, narrowed=row.narrowed, actor=actor)
    reader = parcels.give(row)
    _forget(row)
    return row, reader


@transaction.atomic
def clear_exports() -> int:
    """Destroy those that nobody took in time. Says how many."""
    found = parcels.late(CaseExport)
    for row in found:
        _end(row)
    return len(found)


def _make_room(actor: Actor) -> None:
    """A program that never takes what it asked for must not fill the disk, nor lock itself out."""
    lying = parcels.not_ended(own_exports(actor)).order_by("-asked_at", "pk")
    for row in list(lying)[MOST_AT_A_TIME - 1 :]:
        _end(row)


def _end(row: CaseExport) -> None:
    parcels.end(row)
    _forget(row)


def _forget(row: CaseExport) -> None:
    CaseExport.objects.filter(pk=row.pk).update(seen=b"")
    destroy(row.data_key)


def _fill(row: CaseExport, blob: NewBlob) -> parcels.Filled:
    actor = actor_of(row.asked_by, row.scopes)
    if not actor.partners_with("view_cases"):
        raise NotAllowed()
    leaving = Leaving(
        kept_filters(row.filters["filters"]), row.ordering, row.filters["search"], tuple(row.columns)
    )
    owners: Counter[UUID] = Counter()
    seen = bytearray()
    pages = pages_leaving(leaving, actor, most=MOST_ROWS, at_once=_AT_ONCE)
    total, _capped = count_of_cases(actor, leaving.filters, leaving.search, cap=MOST_ROWS)
    noted = _noted(counted(pages, owners), seen, parcels.progress_of(row), total)
    write_list(row.format, noted, row.columns, BlobSink(blob))
    told = {"seen": bytes(seen), "owners": {str(owner): count for owner, count in owners.items()}}
    return parcels.Filled(file_name(row.format), _MEDIA_TYPE, row.data_key, told)


def file_name(kind: str) -> str:
    """How a list that leaves today is called."""
    return f"cases-{clock.now():%Y-%m-%d}.{kind}"


def _noted(pages: Iterator[Page], seen: bytearray, progress: parcels.Progress, total: int) -> Iterator[Page]:
    done = 0
    progress(0, total)
    for page in pages:
        yield page
        for row in page:
            seen += _packed(row["id"], (row["readable"], row["summarised"]))
        done += len(page)
        # New cases may come while the list is walked.
        progress(done, max(done, total))


def _packed(case_id: UUID, open_to: Seen) -> bytes:
    return case_id.bytes + bytes([_READABLE * open_to[0] | _SUMMARISED * open_to[1]])


def _still_seen(seen: bytes, actor: Actor) -> bool:
    """Every case in it is there, and at least as far open as when it was written."""
    packed = [seen[at : at + _PACKED] for at in range(0, len(seen), _PACKED)]
    for first in range(0, len(packed), _AT_ONCE):
        some = {UUID(bytes=one[:16]): one[16] for one in packed[first : first + _AT_ONCE]}
        now = seen_of(actor, some)
        if any(case not in now or not _covers(now[case], flags) for case, flags in some.items()):
            return False
    return True


def _covers(now: Seen, flags: int) -> bool:
    return (now[0] or not flags & _READABLE) and (now[1] or not flags & _SUMMARISED)
