"""What is taken along once: begun by a worker, kept sealed, given once or destroyed.

A case file and an export differ in what goes in and in who may have it; all else is here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final, TypeVar
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import QuerySet
from django.utils import translation

from backend.cases.models import Parcel
from backend.common import clock
from backend.common.errors import Problem
from backend.files import blobs
from backend.files.services import destroy_unread, keep_sealed, open_for_the_last_time
from backend.files.streams import SealedReader
from backend.jobs.services import enqueue_job
from backend.keyring.models import DataKey

KEPT_FOR: Final = timedelta(hours=24)
State: Final = Parcel.State
_MOST_ATTEMPTS: Final = 3
_RUNNING: Final = (State.WAITING, State.MAKING, State.READY, State.FAILED)
_TO_MAKE: Final = (State.WAITING, State.MAKING, State.FAILED)
_AT_ONCE: Final = 500

One = TypeVar("One", bound=Parcel)
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Filled:
    """What was written: under which name and key it is kept, and what the row tells of it."""

    name: str
    media_type: str
    data_key: DataKey
    told: Mapping[str, Any]


def have_made(row: Parcel, task_path: str) -> None:
    """Let a worker put it together, once the transaction that asks for it holds."""
    enqueue_job(
        task_path=task_path,
        args=[str(row.pk)],
        max_attempts=_MOST_ATTEMPTS,
        run_after=None,
        unique_key=f"parcel:{row.pk}",
    )


def not_ended(rows: QuerySet[One]) -> QuerySet[One]:
    """Those that were neither taken nor destroyed, held until the transaction ends."""
    return rows.select_for_update(of=("self",)).filter(state__in=_RUNNING)


def put_together(kind: type[One], parcel_id: UUID, fill: Callable[[One, blobs.NewBlob], Filled]) -> None:
    """Have one filled, in the language of who asked, and kept. Doing it twice changes nothing."""
    row = _begun(kind, parcel_id)
    if row is None:
        return
    blob = blobs.NewBlob(uuid4())
    try:
        with translation.override(row.language.lower()):
            filled = fill(row, blob)
        blob.finish()
        kept = _keep(row, filled, blob)
    except Problem as refusal:
        blob.discard()
        _fail(row, refusal.code)
    except BaseException:
        blob.discard()
        _fail(row, "failed")
        raise
    else:
        if not kept:
            blob.discard()


def progress_of(row: Parcel) -> Progress:
    """Notes how many of how many pieces went in."""

    def noted(done: int, total: int) -> None:
        _rows(row).update(done=done, total=total)

    return noted


def require_ready(row: Parcel, *, gone: type[Problem], not_ready: type[Problem]) -> None:
    """It lies there and may still be taken."""
    if row.state in (State.TAKEN, State.EXPIRED) or row.expires_at <= clock.now():
        raise gone()
    if row.state != State.READY or row.file is None:
        raise not_ready()


def give(row: Parcel) -> SealedReader:
    """Its bytes, for the last time. Part of the act that told of it."""
    file, row.file = row.file, None
    if file is None:
        raise ValueError("require_ready comes first")
    row.state, row.taken_at = State.TAKEN, clock.now()
    row.save(update_fields=["file", "state", "taken_at"])
    return open_for_the_last_time(file)


def end(row: Parcel) -> None:
    """Away with one that nobody took."""
    file, row.file, row.state = row.file, None, State.EXPIRED
    row.save(update_fields=["file", "state"])
    if file is not None:
        destroy_unread(file)


def late(kind: type[One]) -> list[One]:
    """Some of those that nobody took in time, held until the transaction ends."""
    return list(not_ended(kind._default_manager.filter(expires_at__lte=clock.now()))[:_AT_ONCE])


@transaction.atomic
def _begun(kind: type[One], parcel_id: UUID) -> One | None:
    held = kind._default_manager.select_for_update(of=("self",)).select_related("asked_by")
    row = held.filter(pk=parcel_id, state__in=_TO_MAKE, expires_at__gt=clock.now()).first()
    if row is not None:
        row.state, row.failure, row.done = State.MAKING, "", 0
        row.save(update_fields=["state", "failure", "done"])
    return row


@transaction.atomic
def _keep(row: Parcel, filled: Filled, blob: blobs.NewBlob) -> bool:
    """Another worker may have been quicker, or the person asked for another one meanwhile."""
    held = _rows(row).select_for_update(of=("self",)).filter(state=State.MAKING).first()
    if held is None:
        return False
    held.file = keep_sealed(
        blob.id,
        blob.key,
        name=filled.name,
        size=blob.size,
        media_type=filled.media_type,
        data_key=filled.data_key,
    )
    held.state = State.READY
    for name, value in filled.told.items():
        setattr(held, name, value)
    held.save(update_fields=["file", "state", *filled.told])
    return True


def _fail(row: Parcel, code: str) -> None:
    _rows(row).filter(state=State.MAKING).update(state=State.FAILED, failure=code)


def _rows(row: Parcel) -> QuerySet[Parcel]:
    return type(row)._default_manager.filter(pk=row.pk)
