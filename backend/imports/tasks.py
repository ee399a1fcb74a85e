"""The work of imports in the background. Every job may run twice and be killed anywhere."""

from uuid import UUID

from backend.imports.models import ImportRun
from backend.imports.rights import importer
from backend.imports.services import checking, running, undoing, unpacking, upkeep
from backend.imports.stages import ImportState
from backend.jobs import schedule
from backend.jobs.task import JobTask, task
from backend.partners.actors import Actor


@task
def read_import(run_id: str) -> None:
    """Read the file."""
    unpacking.read_file(UUID(run_id))


@task
def check_import(run_id: str) -> None:
    """Make the dry run."""
    checking.check(UUID(run_id))


@task
def run_import(run_id: str) -> None:
    """Import for some minutes; a successor takes over, so that no job counts as hanging."""
    if running.run_slice(UUID(run_id)):
        run_import.enqueue(run_id)


@task
def undo_import(run_id: str) -> None:
    """Take an import back."""
    run = ImportRun.objects.select_related("started_by").get(pk=run_id)
    undoing.undo(run.pk, actor=importer(run.started_by))


AT_WORK: dict[str, JobTask[[str], None]] = {
    ImportState.READING: read_import,
    ImportState.CHECKING: check_import,
    ImportState.RUNNING: run_import,
    ImportState.UNDOING: undo_import,
}


def set_to_work(run: ImportRun) -> None:
    """Have a worker do what the state of an import asks for."""
    AT_WORK[run.state].enqueue(str(run.pk))


@schedule.every(minutes=5)
@task
def take_up_imports() -> None:
    """Imports whose job got lost."""
    for run_id, state in upkeep.silent_imports():
        AT_WORK[state].using(unique_key=f"import:{run_id}:{state}").enqueue(str(run_id))


@schedule.daily("02:55")
@task
def forget_old_imports() -> int:
    """Destroy files that nobody needs any more."""
    return upkeep.forget_old(actor=Actor.system())
