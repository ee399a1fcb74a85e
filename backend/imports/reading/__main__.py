"""`python -m backend.imports.reading <how>`: a spreadsheet by standard input, its rows by standard output.

Runs without Django and without the settings, so that it holds no secret, in the limits of the cleaning
process. The first line says what was read, each other one is `[number of the row, [cells]]`. It ends with
0 when all is said, with 4 when there is too much, with 5 for a password, with anything else otherwise.
"""

import json
import sys
from collections.abc import Iterator
from typing import Any, Final

from backend.files.cleaning.limits import close_in

TOO_LARGE: Final = 4
PASSWORD: Final = 5


class TooLarge(Exception):
    """More rows or columns than are taken."""


def main(how: dict[str, Any]) -> None:
    """Read, tell, write row by row."""
    close_in()
    content = sys.stdin.buffer.read()
    # Only the library that this kind of file needs.
    if how["book"]:
        from backend.imports.reading import books

        about, rows = books.rows(content, sheet=how["sheet"])
    else:
        from backend.imports.reading import texts

        about, rows = texts.rows(content, encoding=how["encoding"], delimiter=how["delimiter"])
    del content
    _say(about)
    for line in _filled(rows):
        _say(line)
    sys.stdout.flush()


def _filled(rows: Iterator[list[Any]]) -> Iterator[tuple[int, list[str]]]:
    """Rows in which something stands, with their numbers as the sheet shows them."""
    from backend.imports.reading.cells import text_of
    from backend.imports.reading.limits import MOST_COLUMNS, MOST_ROWS

    kept = 0
    for number, row in enumerate(rows, start=1):
        cells = [text_of(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            continue
        kept += 1
        if kept > MOST_ROWS + 1 or len(cells) > MOST_COLUMNS:
            raise TooLarge
        yield number, cells


def _say(line: Any) -> None:
    sys.stdout.write(json.dumps(line, ensure_ascii=True, separators=(",", ":")) + "\n")


def _code_of(error: Exception) -> int:
    if isinstance(error, TooLarge):
        return TOO_LARGE
    return PASSWORD if type(error).__name__ == "PasswordError" else 2


if __name__ == "__main__":
    try:
        main(json.loads(sys.argv[1]))
    except MemoryError:
        sys.exit(TOO_LARGE)
    except Exception as error:
        sys.exit(_code_of(error))
