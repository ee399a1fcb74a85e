"""A file becomes sealed rows, and what there is to know of its columns; read in a process of its own."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final
from uuid import UUID

from django.db import transaction

from backend.files import blobs
from backend.files.laundering import NotCleaned, through
from backend.files.models import StoredFile
from backend.imports.errors import ImportForgotten
from backend.imports.models import ImportRun
from backend.imports.reading.limits import LARGEST_ROWS, MOST_ROWS
from backend.imports.services.rows import RowWriter
from backend.imports.stages import ImportState, Unreadable

SAMPLES: Final = 8
MOST_VALUES: Final = 400
LONGEST_SHOWN: Final = 200
# A longer one is a text, and no name of anything.
LONGEST_VALUE: Final = 120
_REASONS: Final = {"ended_4": Unreadable.TOO_LARGE, "ended_5": Unreadable.PASSWORD}


class _Columns:
    """What is learned of each column while the rows go by: first cells, values, how many are filled."""

    def __init__(self, names: list[str]) -> None:
        self.names = names
        self.samples: list[list[str]] = [[] for _name in names]
        self.filled = [0] * len(names)
        self.values: list[Counter[str] | None] = [Counter() for _name in names]

    def see(self, cells: list[str]) -> None:
        self._widen(len(cells))
        for column, cell in enumerate(cells):
            if cell:
                self._see_cell(column, cell)

    def told(self) -> list[dict[str, Any]]:
        return [
            {
                "name": name,
                "samples": self.samples[number],
                "filled": self.filled[number],
                "values": _listed(self.values[number]),
            }
            for number, name in enumerate(self.names)
        ]

    def _see_cell(self, column: int, cell: str) -> None:
        self.filled[column] += 1
        if len(self.samples[column]) < SAMPLES:
            self.samples[column].append(cell[:LONGEST_SHOWN])
        if (values := self.values[column]) is not None:
            values[cell] += 1
            if len(values) > MOST_VALUES or len(cell) > LONGEST_VALUE:
                self.values[column] = None

    def _widen(self, width: int) -> None:
        """Cells beyond the last heading have none."""
        while len(self.names) < width:
            self.names.append("")
            self.samples.append([])
            self.filled.append(0)
            self.values.append(Counter())


def _listed(values: "Counter[str] | None") -> list[list[Any]] | None:
    return None if values is None else [[value, count] for value, count in values.most_common()]


def read_file(run_id: UUID) -> None:
    """Read the file of an import; it waits for its columns afterwards, or says why it cannot be read."""
    run = ImportRun.objects.select_related("source", "data_key").get(pk=run_id)
    if run.state != ImportState.READING:
        return None
    if run.source is None:
        raise ImportForgotten()
    writer = RowWriter()
    try:
        layout, count = _unpack(run, run.source, writer)
    except (NotCleaned, _Nothing) as wrong:
        writer.discard()
        reason = (
            _REASONS.get(str(wrong), Unreadable.BROKEN) if isinstance(wrong, NotCleaned) else wrong.reason
        )
        return _settle(run_id, state=ImportState.UNREADABLE, unreadable=reason)
    except BaseException:
        writer.discard()
        raise
    return _keep(run_id, writer, layout, count)


class _Nothing(Exception):
    """There is nothing to import in what was read."""

    def __init__(self, reason: Unreadable) -> None:
        self.reason = reason
        super().__init__(reason)


def _unpack(run: ImportRun, source: StoredFile, writer: RowWriter) -> tuple[dict[str, Any], int]:
    how = {"book": source.media_type != "text/csv", "sheet": None, "encoding": "", "delimiter": ""}
    how |= {name: value for name, value in run.reading.items() if name in how}
    with blobs.open_blob(source.pk, bytes.fromhex(source.file_key)) as sealed:
        lines = _lines(
            through("backend.imports.reading", json.dumps(how), sealed.chunks(), largest=LARGEST_ROWS)
        )
        about = json.loads(next(lines, b"null"))
        if about is None:
            raise _Nothing(Unreadable.BROKEN)
        columns, header_row, count = _take(lines, run.reading.get("header_row"), writer)
    if count == 0:
        raise _Nothing(Unreadable.EMPTY)
    if count > MOST_ROWS:
        raise _Nothing(Unreadable.TOO_LARGE)
    return {**about, "header_row": header_row, "columns": columns.told()}, count


def _take(lines: Iterator[bytes], header_row: int | None, writer: RowWriter) -> tuple[_Columns, int, int]:
    """All lines: those before the names are passed over, those after them sealed."""
    columns, found_at, count = _Columns([]), 0, 0
    for line in lines:
        number, cells = json.loads(line)
        if not found_at:
            if number == header_row or (header_row is None and sum(map(bool, cells)) > 1):
                columns, found_at = _Columns([cell[:LONGEST_SHOWN] for cell in cells]), number
            continue
        columns.see(cells)
        writer.write(line)
        count += 1
    return columns, found_at, count


def _lines(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Whole lines; the last piece may end anywhere, the last line ends with the output."""
    held = b""
    for piece in pieces:
        *whole, held = (held + piece).split(b"\n")
        yield from whole
    if held:
        yield held


@transaction.atomic
def _keep(run_id: UUID, writer: RowWriter, layout: dict[str, Any], count: int) -> None:
    run = ImportRun.objects.select_for_update(of=("self",)).select_related("data_key").get(pk=run_id)
    if run.state != ImportState.READING:
        return writer.discard()
    old = run.rows
    run.rows, run.layout, run.row_count = writer.keep(run.data_key), layout, count
    # What was said of other columns does not hold for these.
    run.mapping, run.state, run.unreadable = {}, ImportState.MAPPING, ""
    run.version += 1
    run.save()
    if old is not None:
        _drop(old)
    return None


def _drop(file: StoredFile) -> None:
    blob_id = file.pk
    file.delete()
    transaction.on_commit(lambda: blobs.delete(blob_id))


@transaction.atomic
def _settle(run_id: UUID, *, state: ImportState, unreadable: Unreadable) -> None:
    run = ImportRun.objects.select_for_update(of=("self",)).get(pk=run_id)
    run.state, run.unreadable = state, unreadable
    run.version += 1
    run.save(update_fields=["state", "unreadable", "version"])
