"""A case taken along as one file: asked for, put together by a worker, taken once within a day, and gone."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any, Final
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import QuerySet
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from backend.cases import errors
from backend.cases.models import Case, CaseFile
from backend.cases.services import permits, story
from backend.cases.services.acts import Act, permission_for
from backend.cases.services.case_packing import Progress, pack
from backend.cases.services.case_sight import STAY, CasePart, Sight, case_open_to, sight_of
from backend.common import clock
from backend.common.errors import Invalid, NotFound, Problem
from backend.common.languages import Language, current_language
from backend.files import blobs
from backend.files.services import destroy_unread, keep_sealed, open_for_the_last_time
from backend.files.streams import SealedReader
from backend.jobs.services import enqueue_job
from backend.partners.actors import Actor, actor_of

KEPT_FOR: Final = timedelta(hours=24)
MEDIA_TYPE: Final = "application/zip"
State: Final = CaseFile.State
_MAKE: Final = "backend.cases.tasks.make_case_file"
_MOST_ATTEMPTS: Final = 3
_RUNNING: Final = (State.WAITING, State.MAKING, State.READY, State.FAILED)
_TO_MAKE: Final = (State.WAITING, State.MAKING, State.FAILED)


def own_case_files(case_id: UUID, *, actor: Actor) -> QuerySet[CaseFile]:
    """The case files that this person asked for. Raises NotFound for a case that is not for him any more."""
    case, _opened = case_open_to(case_id, actor)
    return CaseFile.objects.filter(case=case, asked_by=actor.user)


@transaction.atomic
def ask_for_case_file(
    case_id: UUID,
    *,
    purpose: CaseFile.Purpose,
    parts: Collection[str] | None = None,
    originals_reason: str = "",
    actor: Actor,
) -> CaseFile:
    """Have a case put together for oneself. An earlier one that was not taken goes.

    Raises NotFound, Invalid for what never leaves for somebody else, NotAllowed for originals.
    """
    case, opened = case_open_to(case_id, actor)
    if actor.user is None:
        raise NotFound()
    leaves = purpose == CaseFile.Purpose.TO_LEAVE
    chosen = [part for part in CasePart if parts is None or part in parts]
    if parts is None and leaves:
        chosen = [part for part in chosen if part not in STAY]
    if leaves and STAY & set(chosen):
        raise Invalid.field("parts", "stays", _("Notes and the timeline stay with those who work the case."))
    if originals_reason:
        _require_originals(case, chosen, leaves, actor)
    sight = sight_of(case, opened, actor, purpose=purpose, parts=chosen, originals=bool(originals_reason))
    for earlier in CaseFile.objects.select_for_update().filter(
        case=case, asked_by=actor.user, state__in=_RUNNING
    ):
        _end(earlier, State.EXPIRED)
    made = CaseFile.objects.create(
        case=case,
        asked_by=actor.user,
        purpose=purpose,
        parts=[part.value for part in chosen],
        originals_reason=originals_reason,
        language=current_language(),
        expires_at=clock.now() + KEPT_FOR,
    )
    story.tell(case, actor, "case.file_asked", **_facts(made, sight.codes))
    enqueue_job(
        task_path=_MAKE,
        args=[str(made.pk)],
        max_attempts=_MOST_ATTEMPTS,
        run_after=None,
        unique_key=f"case-file:{made.pk}",
    )
    return made


def make_case_file(case_file_id: UUID) -> None:
    """Put one together, as the person who asked may read the case now. Doing it twice changes nothing."""
    row = _begun(case_file_id)
    if row is None:
        return
    blob = blobs.NewBlob(uuid4())
    try:
        actor = actor_of(row.asked_by)
        case, sight = _seen(row, actor)
        with translation.override(row.language.lower()):
            pack(case, sight, blob, language=Language(row.language), progress=_progress_of(row))
        blob.finish()
        kept = _keep(row, case, sight, blob)
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


@transaction.atomic
def clear_case_files() -> int:
    """Destroy those that nobody took in time. Says how many."""
    late = CaseFile.objects.filter(expires_at__lte=clock.now(), state__in=_RUNNING)
    found = list(late.select_for_update(of=("self",), skip_locked=False)[:500])
    for row in found:
        _end(row, State.EXPIRED)
    return len(found)


# Durable: the line must be on the disk, not in some outer transaction, when the bytes begin to leave.
@transaction.atomic(durable=True)
def take_case_file(case_id: UUID, case_file_id: UUID, *, actor: Actor) -> tuple[CaseFile, SealedReader]:
    """The bytes, once. That they leave is told and kept before the first one does; the key is destroyed then.

    Raises NotFound, CaseFileNotReady, CaseFileGone, CaseFileOutdated.
    """
    case_open_to(case_id, actor)
    case = Case.objects.visible_to(actor).locked(case_id)
    found = CaseFile.objects.select_for_update(of=("self",)).filter(
        pk=case_file_id, case=case, asked_by=actor.user
    )
    row = found.first()
    if row is None:
        raise NotFound()
    if row.state in (State.TAKEN, State.EXPIRED) or row.expires_at <= clock.now():
        raise errors.CaseFileGone()
    if row.state != State.READY or row.file is None:
        raise errors.CaseFileNotReady()
    _case, sight = _seen(row, actor)
    if not set(row.rights) <= sight.codes or row.hidden != sight.hidden:
        raise errors.CaseFileOutdated()
    story.tell(case, actor, "case.file_taken", **_facts(row, row.rights))
    file, row.file = row.file, None
    row.state, row.taken_at = State.TAKEN, clock.now()
    row.save(update_fields=["file", "state", "taken_at"])
    return row, open_for_the_last_time(file)


def _require_originals(case: Case, parts: Collection[CasePart], leaves: bool, actor: Actor) -> None:
    if leaves or CasePart.FILES not in parts:
        raise Invalid.field("originals_reason", "stays", _("Originals are only for your own work."))
    permits.require_permission(permission_for(Act.OPEN_ORIGINAL, case), case, actor)


def _seen(row: CaseFile, actor: Actor) -> tuple[Case, Sight]:
    case, opened = case_open_to(row.case_id, actor)
    sight = sight_of(
        case, opened, actor, purpose=row.purpose, parts=row.parts, originals=bool(row.originals_reason)
    )
    return case, sight


@transaction.atomic
def _begun(case_file_id: UUID) -> CaseFile | None:
    held = CaseFile.objects.select_for_update(of=("self",)).select_related("asked_by")
    row = held.filter(pk=case_file_id, state__in=_TO_MAKE, expires_at__gt=clock.now()).first()
    if row is not None:
        row.state, row.failure, row.done = State.MAKING, "", 0
        row.save(update_fields=["state", "failure", "done"])
    return row


def _progress_of(row: CaseFile) -> Progress:
    def noted(done: int, total: int) -> None:
        CaseFile.objects.filter(pk=row.pk).update(done=done, total=total)

    return noted


@transaction.atomic
def _keep(row: CaseFile, case: Case, sight: Sight, blob: blobs.NewBlob) -> bool:
    """Another worker may have been quicker, or the person asked for another one meanwhile."""
    held = CaseFile.objects.select_for_update(of=("self",)).filter(pk=row.pk, state=State.MAKING).first()
    if held is None:
        return False
    name = f"{case.reference}.zip"
    held.file = keep_sealed(
        blob.id, blob.key, name=name, size=blob.size, media_type=MEDIA_TYPE, data_key=permits.key_of(case)
    )
    held.state, held.rights, held.hidden = State.READY, sorted(sight.codes), sight.hidden
    held.save(update_fields=["file", "state", "rights", "hidden"])
    return True


def _fail(row: CaseFile, code: str) -> None:
    CaseFile.objects.filter(pk=row.pk, state=State.MAKING).update(state=State.FAILED, failure=code)


def _end(row: CaseFile, state: str) -> None:
    file, row.file, row.state = row.file, None, state
    row.save(update_fields=["file", "state"])
    if file is not None:
        destroy_unread(file)


def _facts(row: CaseFile, codes: Collection[str]) -> dict[str, Any]:
    facts: dict[str, Any] = {"file": str(row.pk), "purpose": row.purpose, "contains": sorted(codes)}
    return {**facts, "reason": row.originals_reason} if row.originals_reason else facts
