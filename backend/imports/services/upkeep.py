"""The file of an import holds all words in one place: it is not kept longer than it is needed."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final
from uuid import UUID

from django.db import transaction

from backend.audit.services import record
from backend.cases.models import Case
from backend.common import clock
from backend.common.errors import require_version
from backend.files.services import erase_files
from backend.imports import errors
from backend.imports.models import ImportRun
from backend.imports.stages import BUSY
from backend.keyring.services import destroy
from backend.partners.actors import Actor

FORGET_AFTER: Final = timedelta(days=30)
SILENT_AFTER: Final = timedelta(minutes=5)


@transaction.atomic
def forget(run_id: UUID, *, expected: int | None, actor: Actor) -> None:
    """Destroy the file of an import and all that was read of it. Cases that it made stay."""
    run = ImportRun.objects.visible_to(actor).locked(run_id)
    require_version(run.version, expected)
    if run.state in BUSY:
        raise errors.ImportBusy()
    _forget(run, actor)


def forget_old(*, actor: Actor) -> int:
    """Forget files that nobody has touched for a month. Says how many."""
    old = ImportRun.objects.filter(forgotten_at=None, touched_at__lte=clock.now() - FORGET_AFTER)
    ids = list(old.exclude(state__in=BUSY).values_list("pk", flat=True)[:100])
    for run_id in ids:
        with transaction.atomic():
            run = ImportRun.objects.select_for_update().get(pk=run_id)
            if run.state not in BUSY:
                _forget(run, actor)
    return len(ids)


def is_being_imported(case: Case) -> bool:
    """Whether the import that made a case is at work on its file just now."""
    return ImportRun.objects.filter(cases__case=case, state__in=BUSY).exists()


@transaction.atomic
def forget_file_of(case: Case, *, actor: Actor) -> None:
    """The file in which a case came goes whole, if it is still there. Part of the erasure of the case."""
    for run in ImportRun.objects.select_for_update().filter(cases__case=case, forgotten_at=None):
        _forget(run, actor)


def _forget(run: ImportRun, actor: Actor) -> None:
    if run.forgotten_at is not None:
        return
    run.problems.all().delete()
    run.source = run.rows = None
    run.forgotten_at, run.version = clock.now(), run.version + 1
    run.save(update_fields=["source", "rows", "forgotten_at", "version"])
    erase_files(run.data_key)
    destroy(run.data_key)
    record(actor, "import.forgotten", run, chain=run.partner_id)


def silent_imports() -> Iterator[tuple[UUID, str]]:
    """Imports at which a worker should be and none is: the job was given up, or its row was lost."""
    silent = ImportRun.objects.filter(state__in=BUSY, touched_at__lte=clock.now() - SILENT_AFTER)
    yield from silent.values_list("pk", "state")
