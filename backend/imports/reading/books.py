"""Rows of a workbook (XLSX, ODS)."""

import io
from collections.abc import Iterator
from typing import Any

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum


def rows(content: bytes, *, sheet: int | None) -> tuple[dict[str, Any], Iterator[list[Any]]]:
    """What the book holds, and the rows of one sheet: the chosen one, else the first that has any."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    names = [
        about.name
        for about in book.sheets_metadata
        if about.typ == SheetTypeEnum.WorkSheet and about.visible == SheetVisibleEnum.Visible
    ]
    if not names:
        raise ValueError("no sheet")
    if sheet is None:
        sheet = next((n for n, name in enumerate(names) if book.get_sheet_by_name(name).height), 0)
    found = book.get_sheet_by_name(names[sheet])
    about = {"sheets": names, "sheet": sheet, "encoding": "", "delimiter": ""}
    return about, iter(found.iter_rows() if found.height else ())
