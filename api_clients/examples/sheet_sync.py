"""A table that people keep (Google Sheets, "File > Download > CSV") becomes cases, and they follow it.

    python sheet_sync.py table.csv --partner qytet

New rows are filed, each once for ever: the number in the column `id` (such as TAB-0007, at most 20 signs) is
what a row is known by. Of rows that were filed before, summary and tags follow the table; the words of the
complaint never change. Run it as often as you like, such as every hour; it asks for each row, which is right
for some hundred. The columns: id, received, complaint, category, institution, summary, tags.

Credentials come from the environment or a file, as with the command `dosja`.
"""

import argparse
import csv
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from dosja import Dosja, NotFound, Stale
from dosja.core.api.cases import cases_partial_update, cases_set_tags
from dosja.core.models import Case, PatchedCaseChangesRequest, TagNamesRequest
from dosja.credentials import found_credentials
from dosja.importing import Spreadsheet

# Which column is what; and what is the same for all rows.
MAPPING: dict[str, dict[str, Any]] = {
    "columns": {
        "id": "external_id",
        # The same number once more: the search finds a case by its former reference.
        "reference": "former_reference",
        "received": {"field": "received_on", "order": "ymd"},
        "complaint": "narrative",
        "category": "category",
        "institution": "institution",
        "summary": "summary",
        "tags": "tags",
    },
    "constants": {"kind": "public_service", "state": "received", "channel": "api", "language": "sq"},
}


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("table", type=Path)
    parser.add_argument("--partner", required=True)
    told = parser.parse_args(words)
    known = found_credentials(os.environ)
    with Dosja(known.base_url, known.client_id, known.client_secret) as dosja:
        faulty = file_new_rows(dosja, told.table, told.partner)
        followed = follow_changes(dosja, told.table)
    print(f"{followed} cases follow the table now.")
    return 3 if faulty else 0


def file_new_rows(dosja: Dosja, table: Path, partner: str) -> int:
    """An import passes over what was imported before, from whichever file. Says how many rows are faulty."""
    with tempfile.TemporaryDirectory() as directory:
        copy = Path(directory) / table.name
        with copy.open("w", encoding="utf-8", newline="") as opened:
            writer = csv.DictWriter(opened, MAPPING["columns"], extrasaction="ignore")
            writer.writeheader()
            writer.writerows({**row, "reference": row["id"]} for row in rows_of(table))
        sheet = Spreadsheet.sent(dosja, copy, partner=partner)
    sheet.match(MAPPING)
    sheet.check()
    headings = sheet.headings()
    for problem in sheet.problems():
        column = "" if problem.column is None else headings[problem.column]
        print(f"row {problem.row}, {column}: {problem.message}", file=sys.stderr)
    sheet.start(leave_out_faulty=True)
    print(f"{sheet.run.imported} rows are new, {sheet.run.already_there} were there already.")
    return sheet.run.faulty


def follow_changes(dosja: Dosja, table: Path) -> int:
    """Summary and tags as the table has them. Says how many cases were changed."""
    return sum(follow(dosja, row) for row in rows_of(table))


def rows_of(table: Path) -> list[dict[str, str]]:
    with table.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def follow(dosja: Dosja, row: dict[str, str]) -> bool:
    try:
        case = dosja.case(row["id"])
    except NotFound:
        return False  # left out because it was faulty, or handed to another partner
    if not isinstance(case, Case):
        return False  # this program may not read it
    tags = sorted(tag.strip() for tag in row["tags"].split(",") if tag.strip())
    try:
        if changed := case.summary != row["summary"]:
            body = PatchedCaseChangesRequest(summary=row["summary"])
            case = dosja.call(cases_partial_update.sync, case.id, body=body, seen=case)
        if sorted(case.tags) != tags:
            dosja.call(cases_set_tags.sync, case.id, body=TagNamesRequest(tags=tags), seen=case)
            changed = True
    except Stale:
        return False  # somebody is working on it right now: the next run tries again
    return changed


if __name__ == "__main__":
    sys.exit(main())
