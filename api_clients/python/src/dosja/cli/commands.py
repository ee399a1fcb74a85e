"""What the commands do, each with an installation and what was said."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any, Final
from uuid import UUID

from dosja.calling import case_filters
from dosja.cli import showing
from dosja.core.api.service_providers import service_providers_export
from dosja.core.models import (
    CaseColumn,
    CaseQueryRequest,
    CaseRow,
    ExportFormat,
    ImportRun,
    NewExportRequest,
)
from dosja.exporting import exported
from dosja.face import Dosja
from dosja.importing import Spreadsheet, WrongMapping
from dosja.problems import DosjaError
from dosja.watching import Watch

Said = argparse.Namespace
FAULTY: Final = 3
_FILTERS: Final = (
    *("state", "stage", "kind", "severity", "category", "institution", "place", "assignee", "owner", "tag"),
    *("search", "overdue", "opened_from", "opened_to", "ordering"),
)
_USUAL: Final = (
    *(CaseColumn.REFERENCE, CaseColumn.SUMMARY, CaseColumn.KIND, CaseColumn.STATE, CaseColumn.SEVERITY),
    *(CaseColumn.CATEGORY, CaseColumn.INSTITUTION, CaseColumn.PLACE, CaseColumn.OPENED_AT, CaseColumn.DUE_AT),
)


def list_cases(dosja: Dosja, said: Said) -> int:
    """`dosja list`."""
    size = min(said.limit or 200, 200)
    rows: Iterable[CaseRow] = dosja.cases(
        **_filters(said), changed_after=said.changed_after, page_size=size, extra=["changed_at"]
    )
    rows = islice(rows, said.limit)
    if said.json:
        showing.as_json([row.to_dict() for row in rows])
    else:
        showing.table(rows)
    return 0


def show(dosja: Dosja, said: Said) -> int:
    """`dosja show`."""
    case = dosja.case(said.reference).to_dict()
    (showing.as_json if said.json else showing.facts)(case)
    return 0


def export(dosja: Dosja, said: Said) -> int:
    """`dosja export`. The file is whole before anything is written."""
    if said.what == "service-providers":
        found = dosja.call(service_providers_export.sync)
        content = json.dumps(found.to_dict(), ensure_ascii=False, indent=1).encode()
    else:
        content = exported(dosja, _asked(said), showing.making)
    if said.to is None:
        sys.stdout.buffer.write(content)
    else:
        showing.write_whole(said.to, content)
    return 0


def import_file(dosja: Dosja, said: Said) -> int:
    """`dosja import`: a dry run; with --run, cases; with --undo, none any more."""
    tell = None if said.json else showing.progress
    if said.undo is not None:
        return _undo(Spreadsheet.known(dosja, UUID(said.undo), tell), said)
    if not (said.file and said.partner and said.mapping):
        raise WrongMapping("Say which file, --partner and --mapping; or --undo and the id of an import.")
    mapping = json.loads(said.mapping.read_text(encoding="utf-8"))
    sheet = Spreadsheet.sent(dosja, said.file, partner=said.partner, tell=tell)
    sheet.match(mapping)
    sheet.check()
    faulty = sheet.run.faulty
    if said.run and (said.leave_out_faulty or not faulty):
        sheet.start(leave_out_faulty=said.leave_out_faulty)
    _tell_import(sheet, said)
    return FAULTY if faulty and not said.leave_out_faulty else 0


def watch(dosja: Dosja, said: Said) -> int:
    """`dosja watch`."""
    watching = Watch(dosja, said.since, **_filters(said))
    for row in watching.news() if said.once else watching.forever(said.every):
        (showing.json_line if said.json else showing.changed)(row)
    return 0


COMMANDS: dict[str, Callable[[Dosja, Said], int]] = {
    "list": list_cases,
    "show": show,
    "export": export,
    "import": import_file,
    "watch": watch,
}


def _filters(said: Said) -> dict[str, Any]:
    told = {name: getattr(said, name) for name in _FILTERS}
    return {name: value for name, value in told.items() if value is not None}


def _asked(said: Said) -> NewExportRequest:
    named = said.to.suffix.lstrip(".").lower() if said.to else ""
    kind = said.format or (named if named in set(ExportFormat) else None)
    if kind is None:
        raise DosjaError("Say --format csv, xlsx or jsonl, or --to a file whose name ends so.")
    filters = case_filters(**_filters(said))
    ordering = {"ordering": filters.pop("ordering")} if "ordering" in filters else {}
    return NewExportRequest(
        format_=ExportFormat(kind),
        columns=said.columns or list(_USUAL),
        filters=CaseQueryRequest(**filters),
        **ordering,
    )


def _undo(sheet: Spreadsheet, said: Said) -> int:
    sheet.undo()
    left = [one.to_dict() for one in sheet.left()]
    if said.json:
        showing.as_json({"import": sheet.run.to_dict(), "left": left})
        return 0
    sys.stdout.write(f"{sheet.run.undone} cases were taken back, {len(left)} stayed.\n")
    for one in left:
        sys.stdout.write(f"  row {one['row']}: {showing.clean(one['reference'])}\n")
    return 0


def _tell_import(sheet: Spreadsheet, said: Said) -> None:
    problems = [one.to_dict() for one in sheet.problems()] if sheet.run.faulty else []
    if said.json:
        showing.as_json({"import": sheet.run.to_dict(), "problems": problems})
        return
    headings = sheet.headings() if problems else {}
    for one in problems:
        column = "" if one["column"] is None else f", column {showing.clean(headings[one['column']])!r}"
        sys.stdout.write(f"row {one['row']}{column}: {one['message']} ({one['code']})\n")
    sys.stdout.write(_summary(sheet.run))


def _summary(run: ImportRun) -> str:
    return (
        f"Import {run.id}: {run.state}. {run.row_count} rows, {run.imported} imported,"
        f" {run.already_there} were there already, {run.faulty} faulty.\n"
    )
