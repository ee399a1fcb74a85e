"""Tables as files that a spreadsheet opens: CSV and XLSX, with no cell that it would take for a formula."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import IO, Any, Final
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.workbook.child import INVALID_TITLE_REGEX
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

CSV_TYPE: Final = "text/csv"
XLSX_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Excel takes a file without it for the alphabet of its own country.
_BYTE_ORDER_MARK: Final = "\ufeff"
# What a spreadsheet would work out as a formula (East Asian ones also in full width). A number with its
# sign, and a phone number, are none.
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_HARMLESS: Final = re.compile(r"[+-][0-9][0-9 ().]*")
# What XML cannot hold, and half a pair.
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST_CELL: Final = 32_767
_LONGEST_TITLE: Final = 31
_WIDEST_COLUMN: Final = 60

# A text, a number, a truth, a day, a moment (as the clock of its own zone shows it), or nothing.
Cell = Any
Row = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a workbook. The rows are read once, one after the other."""

    title: str
    columns: Sequence[str]
    rows: Iterable[Row]
    # In characters, by column; the others are as wide as their heading.
    widths: Sequence[int] = ()


def write_csv(rows: Iterable[Row]) -> Iterator[str]:
    """Rows, the headings first, as the lines of a CSV file (comma, RFC 4180, UTF-8 with its mark)."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    written.write(_BYTE_ORDER_MARK)
    for row in rows:
        writer.writerow([escaped(_plain(cell)) for cell in row])
        yield written.getvalue()
        written.seek(0)
        written.truncate()


def write_xlsx(sheets: Iterable[Sheet]) -> bytes:
    """A workbook with a heading row that stays in view. Made in memory: nothing of it touches a disk."""
    file = io.BytesIO()
    write_xlsx_into(sheets, file)
    return file.getvalue()


def write_xlsx_into(sheets: Iterable[Sheet], sink: Any) -> None:
    """The same, row by row into something that only has to take bytes: no sheet is ever held as a whole."""
    book = Workbook(write_only=True)
    archive = _Archive(sink, "w", ZIP_DEFLATED)
    for number, sheet in enumerate(sheets, start=1):
        page = book.create_sheet(_title(sheet.title))
        with archive.open(f"xl/worksheets/sheet{number}.xml", "w") as entry:
            _fill(page, sheet, entry)
    # Not book.save(): that gathers each sheet in a file of its own beside all others' temporary files.
    ExcelWriter(book, archive).save()


def escaped(value: Cell) -> str:
    """A cell of a CSV file that no spreadsheet takes for a formula."""
    text = str(value) if not isinstance(value, float) else repr(value)
    return f"'{text}" if _is_formula(text) else text


def unescaped(text: str) -> str:
    """The cell's text, if it was escaped here."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def _is_formula(text: str) -> bool:
    return bool(_FORMULA.match(text)) and not _HARMLESS.fullmatch(text)


def _fill(page: WriteOnlyWorksheet, sheet: Sheet, entry: IO[bytes]) -> None:
    page.freeze_panes = "A2"
    for number, heading in enumerate(sheet.columns):
        wide = sheet.widths[number] if number < len(sheet.widths) else len(str(heading)) + 2
        page.column_dimensions[get_column_letter(number + 1)].width = min(wide, _WIDEST_COLUMN)
    page._writer = _IntoArchive(page, entry)
    page._writer.write_top()
    page.append([_heading(page, heading) for heading in sheet.columns])
    for row in sheet.rows:
        page.append([_cell(page, _plain(value)) for value in row])
    page.close()


def _heading(page: WriteOnlyWorksheet, text: str) -> WriteOnlyCell:
    cell = _text_cell(page, str(text))
    cell.font, cell.alignment = Font(bold=True), Alignment(vertical="top", wrap_text=True)
    return cell


def _cell(page: WriteOnlyWorksheet, value: Cell) -> Cell:
    return _text_cell(page, value) if isinstance(value, str) and value else value


def _text_cell(page: WriteOnlyWorksheet, text: str) -> WriteOnlyCell:
    """The library reads a text that begins with "=" as a formula, "#N/A" as an error: say that it is text."""
    cell = WriteOnlyCell(page, _writable(text))
    cell.data_type = "s"
    if _is_formula(text):
        # The spreadsheet's own mark for "text whatever it looks like"; the value stays as it is.
        cell.quotePrefix = True
    return cell


def _writable(text: str) -> str:
    text = _UNWRITABLE.sub("\ufffd", text)
    return text if len(text) <= _LONGEST_CELL else f"{text[: _LONGEST_CELL - 1]}…"


def _plain(value: Cell) -> Cell:
    """What both kinds of file can hold; an aware moment as the wall clock of its own zone shows it."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None, microsecond=0)
    if value is None or isinstance(value, bool | int | float | Decimal | date):
        return "" if value is None else value
    return str(value)


def _title(title: str) -> str:
    return INVALID_TITLE_REGEX.sub(" ", _writable(title)).strip(" '")[:_LONGEST_TITLE] or "1"


class _IntoArchive(WorksheetWriter):
    def cleanup(self) -> None:
        """There is no file to remove."""


class _Archive(ZipFile):
    def write(self, *_args: Any, **_more: Any) -> None:
        """Only sheets come this way, and those are in here already."""
