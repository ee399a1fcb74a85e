"""A whole import is taken back: cases on which nobody worked go, the others stay and are named."""

from uuid import UUID

from django.db import transaction
from django.db.models import ProtectedError

from backend.audit.services import record
from backend.cases.models import Case
from backend.cases.services import importing
from backend.common import clock
from backend.common.errors import require_version
from backend.imports import errors
from backend.imports.models import ImportedCase, ImportRun
from backend.imports.stages import BUSY, ImportState
from backend.partners.actors import Actor

BATCH = 50


@transaction.atomic
def start_undo(run_id: UUID, *, expected: int | None, actor: Actor) -> ImportRun:
    """Begin to take an import back."""
    run = ImportRun.objects.visible_to(actor).locked(run_id)
    require_version(run.version, expected)
    if run.state in BUSY:
        raise errors.ImportBusy()
    # Who asks again wants to know whether those that stayed can go by now.
    run.imported, run.rows_done = run.cases.update(kept=False), 0
    if not run.imported:
        raise errors.NothingToUndo()
    run.state, run.version, run.touched_at = ImportState.UNDOING, run.version + 1, clock.now()
    run.started_by = actor.user
    run.save()
    record(actor, "import.undo_started", run, chain=run.partner_id, imported=run.imported)
    return run


def undo(run_id: UUID, *, actor: Actor) -> None:
    """Take back batch by batch. Whoever was killed before leaves the rest to the next."""
    while _undo_batch(run_id, actor):
        pass


@transaction.atomic
def _undo_batch(run_id: UUID, actor: Actor) -> bool:
    run = ImportRun.objects.select_for_update(of=("self",)).select_related("partner").get(pk=run_id)
    if run.state != ImportState.UNDOING:
        return False
    batch = list(run.cases.filter(kept=False)[:BATCH])
    if not batch:
        return _end(run, actor)
    for one in batch:
        run.undone += _took_back(run, one, actor)
    run.rows_done += len(batch)
    run.touched_at = clock.now()
    run.save(update_fields=["undone", "rows_done", "touched_at"])
    return True


def _took_back(run: ImportRun, imported: ImportedCase, actor: Actor) -> bool:
    case = Case.objects.select_for_update(of=("self",)).get(pk=imported.case_id)
    if not importing.worked_on(case):
        try:
            with transaction.atomic():
                importing.take_back(case, run_id=run.pk, actor=actor)
        except ProtectedError:
            # Something leans on it after all.
            pass
        else:
            return True
    imported.kept = True
    imported.save(update_fields=["kept"])
    return False


def _end(run: ImportRun, actor: Actor) -> bool:
    importing.drop_unused_tags(run.partner, run.made_tags)
    left = run.cases.count()
    run.state, run.imported, run.finished_at = ImportState.UNDONE, left, clock.now()
    run.version += 1
    run.save()
    record(actor, "import.undone", run, chain=run.partner_id, undone=run.undone, left=left)
    return False
