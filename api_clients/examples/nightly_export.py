"""Every night, the running cases as a spreadsheet: one file a day, the last ones kept.

    python nightly_export.py /srv/reports --keep 14

For cron: `15 2 * * * DOSJA_CREDENTIALS=/etc/dosja/reports.json python nightly_export.py /srv/reports`.
A program with the scope `cases:read` is enough. Each export is kept on record in Dosja's audit log.
"""

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from dosja import Dosja, case_filters
from dosja.cli.showing import write_whole
from dosja.core.models import CaseColumn, CaseQueryRequest, ExportFormat, NewExportRequest
from dosja.credentials import found_credentials
from dosja.exporting import exported

RUNNING = ["received", "triage", "awaiting_complainant", "open", "referred", "response_review", "escalated"]
COLUMNS = [
    CaseColumn.REFERENCE,
    CaseColumn.STATE,
    CaseColumn.CATEGORY,
    CaseColumn.INSTITUTION,
    CaseColumn.OPENED_AT,
    CaseColumn.DUE_AT,
    CaseColumn.WAITS_FOR,
    CaseColumn.CHANGED_AT,
]


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("directory", type=Path)
    parser.add_argument("--keep", type=int, default=14)
    told = parser.parse_args(words)
    known = found_credentials(os.environ)
    with Dosja(known.base_url, known.client_id, known.client_secret) as dosja:
        content = exported(dosja, asked())
    target = told.directory / f"cases-{datetime.now(UTC):%Y-%m-%d}.xlsx"
    # Whole or not at all, and readable by its owner only.
    write_whole(target, content)
    for old in sorted(told.directory.glob("cases-????-??-??.xlsx"))[: -told.keep]:
        old.unlink()
    print(target)
    return 0


def asked() -> NewExportRequest:
    return NewExportRequest(
        format_=ExportFormat.XLSX,
        columns=COLUMNS,
        filters=CaseQueryRequest(**case_filters(state=RUNNING)),
    )


if __name__ == "__main__":
    sys.exit(main())
