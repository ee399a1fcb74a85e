"""A cell of any kind as text that a person would recognise; dates as ISO 8601, whatever the sheet showed."""

import datetime as dt
from typing import Any

from backend.imports.reading.limits import LONGEST_CELL


def text_of(cell: Any) -> str:
    """The text of a cell."""
    if isinstance(cell, str):
        return cell.strip()[:LONGEST_CELL]
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, dt.datetime):
        # A day that a sheet keeps with a midnight is a day.
        return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat(" ", "seconds")
    if isinstance(cell, dt.date | dt.time):
        return cell.isoformat()
    return "" if cell is None else str(cell)[:LONGEST_CELL]
