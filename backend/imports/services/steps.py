"""What may be done with an import now; the server says it, a client asks."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from backend.imports.models import ImportRun
from backend.imports.stages import BUSY, MAPPABLE, REREADABLE, STARTABLE, STOPPABLE


class Step(models.TextChoices):
    READ = "read", _("Read the file another way")
    MAP = "map", _("Match the columns")
    CHECK = "check", _("Make a dry run")
    START = "start", _("Import")
    STOP = "stop", _("Stop")
    UNDO = "undo", _("Undo the import")
    FORGET = "forget", _("Destroy the file")


def allowed_steps(run: ImportRun) -> list[Step]:
    """The steps that fit the state of an import."""
    has_file = run.forgotten_at is None
    has_rows = has_file and run.rows_id is not None
    fits = {
        Step.READ: has_file and run.state in REREADABLE,
        Step.MAP: has_rows and run.state in MAPPABLE,
        Step.CHECK: has_rows and run.state in MAPPABLE and bool(run.mapping),
        Step.START: has_rows and run.state in STARTABLE,
        Step.STOP: run.state in STOPPABLE,
        Step.UNDO: run.state not in BUSY and run.imported > 0,
        Step.FORGET: has_file and run.state not in BUSY,
    }
    return [step for step, fit in fits.items() if fit]
