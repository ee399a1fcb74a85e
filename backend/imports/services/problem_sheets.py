"""What is wrong with an import's cells as a table to take along and work through."""

from collections.abc import Iterator
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from backend.audit.services import record
from backend.common.sheets import Sheet, write_csv, write_xlsx
from backend.imports import errors
from backend.imports.fields import TARGETS
from backend.imports.models import ImportProblem, ImportRun
from backend.imports.stages import ProblemCode
from backend.partners.actors import Actor

KINDS: Final = ("csv", "xlsx")


@transaction.atomic
def problem_sheet(run_id: UUID, *, kind: str, actor: Actor) -> bytes:
    """The problems that were kept, as a file. Told in the audit log before it leaves."""
    run = ImportRun.objects.visible_to(actor).found(run_id)
    if run.forgotten_at is not None:
        raise errors.ImportForgotten()
    headings = [_("Row"), _("Column"), _("Field"), _("What is wrong"), _("What stands there"), _("Code")]
    rows = _rows(run)
    made = (
        "".join(write_csv([headings, *rows])).encode()
        if kind == "csv"
        else write_xlsx([Sheet(_("Problems"), headings, rows, widths=(6, 20, 24, 45, 30, 20))])
    )
    record(actor, "import.problems_exported", run, chain=run.partner_id, kind=kind)
    return made


def _rows(run: ImportRun) -> Iterator[list[object]]:
    # Nothing is laid out in a file that has not been read, and nothing is wrong in it yet.
    names = [column["name"] for column in run.layout.get("columns", ())]
    problems = ImportProblem.objects.filter(run=run).select_related("data_key__partner_key")
    for one in problems.iterator(500):
        yield [
            one.row,
            names[one.column] if one.column is not None else "",
            str(TARGETS[one.field].field.label) if one.field in TARGETS else "",
            str(ProblemCode(one.code).label),
            one.value,
            one.code,
        ]
