"""A case taken along as one file: asked for, put together by a worker, taken once within a day, and gone."""

from collections.abc import Collection
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from backend.cases import errors
from backend.cases.models import Case, CaseFile
from backend.cases.services import parcels, permits, story
from backend.cases.services.acts import Act, permission_for
from backend.cases.services.case_packing import pack
from backend.cases.services.case_sight import STAY, CasePart, Sight, case_open_to, sight_of
from backend.common import clock
from backend.common.errors import Invalid, NotFound
from backend.common.languages import Language, current_language
from backend.files.blobs import NewBlob
from backend.files.streams import SealedReader
from backend.partners.actors import Actor, actor_of

KEPT_FOR: Final = parcels.KEPT_FOR
MEDIA_TYPE: Final = "application/zip"
_MAKE: Final = "backend.cases.tasks.make_case_file"


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
    for earlier in parcels.not_ended(CaseFile.objects.filter(case=case, asked_by=actor.user)):
        parcels.end(earlier)
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
    parcels.have_made(made, _MAKE)
    return made


def make_case_file(case_file_id: UUID) -> None:
    """Put one together, as the person who asked may read the case now. Doing it twice changes nothing."""
    parcels.put_together(CaseFile, case_file_id, _fill)


@transaction.atomic
def clear_case_files() -> int:
    """Destroy those that nobody took in time. Says how many."""
    found = parcels.late(CaseFile)
    for row in found:
        parcels.end(row)
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
    parcels.require_ready(row, gone=errors.CaseFileGone, not_ready=errors.CaseFileNotReady)
    _case, sight = _seen(row, actor)
    if not set(row.rights) <= sight.codes or row.hidden != sight.hidden:
        raise errors.CaseFileOutdated()
    story.tell(case, actor, "case.file_taken", **_facts(row, row.rights))
    return row, parcels.give(row)


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


def _fill(row: CaseFile, blob: NewBlob) -> parcels.Filled:
    case, sight = _seen(row, actor_of(row.asked_by))
    pack(case, sight, blob, language=Language(row.language), progress=parcels.progress_of(row))
    told = {"rights": sorted(sight.codes), "hidden": sight.hidden}
    return parcels.Filled(f"{case.reference}.zip", MEDIA_TYPE, permits.key_of(case), told)


def _facts(row: CaseFile, codes: Collection[str]) -> dict[str, Any]:
    facts: dict[str, Any] = {"file": str(row.pk), "purpose": row.purpose, "contains": sorted(codes)}
    return {**facts, "reason": row.originals_reason} if row.originals_reason else facts
