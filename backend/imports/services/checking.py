"""The dry run: every row is read and judged as the import will judge it, and nothing is written of it."""

from uuid import UUID

from django.db import transaction

from backend.audit.services import record
from backend.common import clock
from backend.common.errors import require_version
from backend.imports import errors
from backend.imports.models import ImportRun
from backend.imports.services import passing
from backend.imports.services.passing import Judge, batches
from backend.imports.services.rows import Row, rows_from
from backend.imports.stages import BUSY, MAPPABLE, ImportState
from backend.partners.actors import Actor

BATCH = 500


@transaction.atomic
def start_check(run_id: UUID, *, expected: int | None, actor: Actor) -> ImportRun:
    """Begin a dry run in the background."""
    run = ImportRun.objects.visible_to(actor).locked(run_id)
    require_version(run.version, expected)
    if run.state in BUSY:
        raise errors.ImportBusy()
    if run.rows is None or run.forgotten_at is not None:
        raise errors.ImportForgotten()
    if run.state not in MAPPABLE or not run.mapping:
        raise errors.ImportNotMapped()
    passing.start_over(run)
    run.state, run.version, run.touched_at = ImportState.CHECKING, run.version + 1, clock.now()
    run.save()
    record(actor, "import.check_started", run, chain=run.partner_id)
    return run


def check(run_id: UUID) -> None:
    """Go through all rows. Whoever was killed before begins anew."""
    run = _still_checking(run_id)
    if run is None:
        return
    with transaction.atomic():
        passing.start_over(run)
        run.save()
    judge = Judge(run)
    for batch in batches(rows_from(run, 0), BATCH):
        if not _check_batch(run_id, judge, batch):
            return
    _end(run_id)


@transaction.atomic
def _check_batch(run_id: UUID, judge: Judge, batch: list[Row]) -> bool:
    """False where somebody stopped it, or where another worker is further."""
    run = _still_checking(run_id, lock=True)
    if run is None:
        return False
    passing.write_down(run, judge.judge(batch))
    return True


@transaction.atomic
def _end(run_id: UUID) -> None:
    run = _still_checking(run_id, lock=True)
    if run is not None:
        run.state, run.version = ImportState.CHECKED, run.version + 1
        run.save(update_fields=["state", "version"])


def _still_checking(run_id: UUID, *, lock: bool = False) -> ImportRun | None:
    runs = ImportRun.objects.select_related("partner", "rows__data_key", "data_key__partner_key")
    if lock:
        runs = runs.select_for_update(of=("self",))
    return runs.filter(pk=run_id, state=ImportState.CHECKING).first()
