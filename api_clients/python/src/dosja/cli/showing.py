"""How answers look on a terminal and on a pipe."""

import json
import os
import sys
import tempfile
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from dosja.core.models import CaseRow, Export, ImportRun

_COLUMNS = ("reference", "state", "opened_at", "due_at", "institution", "summary")
_WIDEST = 60


def as_json(told: Any) -> None:
    json.dump(told, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def json_line(row: CaseRow) -> None:
    sys.stdout.write(json.dumps(row.to_dict(), ensure_ascii=False) + "\n")
    sys.stdout.flush()


def changed(row: CaseRow) -> None:
    at = row.changed_at.isoformat() if isinstance(row.changed_at, datetime) else ""
    sys.stdout.write(f"{at}  {clean(row.reference)}  {row.state}  {clean(row.summary)}".rstrip() + "\n")
    sys.stdout.flush()


def table(rows: Iterable[CaseRow]) -> None:
    """Columns under each other, each as wide as it needs to be."""
    lines = [_COLUMNS, *(_cells(row.to_dict()) for row in rows)]
    widths = [max(len(cell) for cell in column) for column in zip(*lines, strict=True)]
    for line in lines:
        padded = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        sys.stdout.write("  ".join(padded).rstrip() + "\n")


def facts(told: Mapping[str, Any], depth: int = 0) -> None:
    """Name and value, one a line; what holds more is indented."""
    for name, value in told.items():
        indent = "  " * depth
        if isinstance(value, dict) and not {"code", "name"} >= set(value):
            sys.stdout.write(f"{indent}{name}:\n")
            facts(value, depth + 1)
        elif value not in (None, "", []):
            sys.stdout.write(f"{indent}{name}: {_plain(value)}\n")


def progress(run: ImportRun) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{run.state}: {run.progress.done} of {run.progress.total} rows ")
        sys.stderr.flush()


def making(export: Export) -> None:
    """How far the server is, for whoever waits at a terminal."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{export.state}: {export.done} of {export.total} cases ")
        sys.stderr.flush()


def write_whole(target: Path, content: bytes) -> None:
    """All of it or nothing, and readable by nobody else: cases are in it."""
    if target.exists() and not target.is_file():
        # A pipe or /dev/stdout is written to, and not replaced by a file.
        target.write_bytes(content)
        return
    descriptor, made = tempfile.mkstemp(dir=target.parent or Path(), prefix=f".{target.name}.")
    try:
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(content)
        Path(made).replace(target)
    except BaseException:
        Path(made).unlink(missing_ok=True)
        raise


def clean(told: object) -> str:
    """On one line, and without signs that would command a terminal."""
    text = "" if told is None else str(told)
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _cells(row: Mapping[str, Any]) -> tuple[str, ...]:
    cells = (clean(_plain(row.get(name))) for name in _COLUMNS)
    return tuple(cell if len(cell) <= _WIDEST else cell[: _WIDEST - 1] + "…" for cell in cells)


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return clean(value.get("name") or value.get("code") or value.get("verb") or "")
    if isinstance(value, list):
        return ", ".join(_plain(one) for one in value)
    text = "" if value is None else str(value)
    # A moment to the minute is enough to read.
    return clean(text[:16].replace("T", " ") if len(text) > 19 and text[10:11] == "T" else text)
