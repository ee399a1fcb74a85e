"""Rows and cells of the directory's CSV files; whatever is wrong is collected with file, line and column."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from backend.common.languages import Language

_COLUMN_OF_LANGUAGE: Final = {language.value: language.value.replace("-", "_") for language in Language}


def _labels(prefix: str) -> tuple[str, ...]:
    return tuple(f"{prefix}_{column}" for column in _COLUMN_OF_LANGUAGE.values())


FILES: Final[dict[str, frozenset[str]]] = {
    "places.csv": frozenset({"code", "parent", "level", *_labels("name"), "source"}),
    "institutions.csv": frozenset(
        {
            *(
                "code",
                "parent",
                "kind",
                "level",
                "country",
                "place",
                "areas",
                "languages",
                "accepts_anonymous",
            ),
            *(*_labels("name"), "website", "valid_from", "valid_until", "successor", "source", "verified_on"),
        }
    ),
    "channels.csv": frozenset({"institution", "kind", "value", "confirmed_on", "source"}),
    "categories.csv": frozenset({"code", "parent", "kinds", "position", "sensitive", *_labels("label")}),
    "needs.csv": frozenset({"code", "position", *_labels("name")}),
    "target_groups.csv": frozenset({"code", "position", *_labels("name")}),
    "category_needs.csv": frozenset({"category", "need"}),
    "deadline_rules.csv": frozenset(
        {
            *("code", "country", "law", "article", "trigger", "number", "unit", "roll"),
            *("extension_number", "extension_unit", "silence", "appeal_number", "appeal_unit", "appeal_to"),
            *("source", "certainty", "verified_on", "valid_from", "valid_until", *_labels("title")),
        }
    ),
    "calendar_overrides.csv": frozenset({"country", "date", "working", *_labels("name"), "source"}),
}


@dataclass(frozen=True)
class FileError:
    """What is wrong, and where."""

    file: str
    line: int
    column: str
    sentence: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}"
        return f"{place}: {self.column}: {self.sentence}" if self.column else f"{place}: {self.sentence}"


class FilesRefused(Exception):
    """The files cannot be loaded; nothing was changed."""

    def __init__(self, errors: list[FileError]) -> None:
        self.errors = errors
        super().__init__(f"{len(errors)} errors")


@dataclass
class Row:
    """One line of a file. A reader that meets nonsense notes it and goes on, so that all is told at once."""

    file: str
    line: int
    cells: dict[str, str]
    errors: list[FileError] = field(repr=False)

    def refuse(self, column: str, sentence: str) -> None:
        """Note what is wrong with a cell."""
        self.errors.append(FileError(self.file, self.line, column, sentence))

    def text(self, column: str) -> str:
        return self.cells.get(column, "")

    def country(self, column: str = "country") -> str:
        return self.text(column).upper()

    def many(self, column: str) -> list[str]:
        """A list cell, its parts divided by semicolons."""
        parts = [part.strip() for part in self.text(column).split(";") if part.strip()]
        if len(set(parts)) < len(parts):
            self.refuse(column, "a value stands twice")
        return parts

    def labels(self, prefix: str) -> dict[str, str]:
        """`{language: text}` of the cells that are filled."""
        found = {code: self.text(f"{prefix}_{column}") for code, column in _COLUMN_OF_LANGUAGE.items()}
        return {code: text for code, text in found.items() if text}

    def day(self, column: str) -> date | None:
        text = self.text(column)
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            self.refuse(column, f"{text!r} is not a date like 2026-03-31")
            return None

    def number(self, column: str) -> int | None:
        text = self.text(column)
        if text and not (text.isascii() and text.isdigit() and len(text) < 5):
            self.refuse(column, f"{text!r} is not a whole number")
            return None
        return int(text) if text else None

    def truth(self, column: str) -> bool | None:
        text = self.text(column)
        if text not in {"", "yes", "no"}:
            self.refuse(column, f"{text!r} is neither yes nor no")
        return None if text not in {"yes", "no"} else text == "yes"


def rows_of(folder: Path, name: str, errors: list[FileError]) -> Iterator[Row]:
    """All rows of a file, as far as it can be read."""
    try:
        with (folder / name).open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            if _has_columns(name, list(reader.fieldnames or []), errors):
                yield from (row for cells in reader if (row := _row(name, reader.line_num, cells, errors)))
    except FileNotFoundError:
        errors.append(FileError(name, 0, "", "the file is missing"))
    except UnicodeDecodeError:
        errors.append(FileError(name, 0, "", "the file is not UTF-8"))
    except csv.Error as error:
        errors.append(FileError(name, reader.line_num, "", str(error)))


def _has_columns(name: str, header: list[str], errors: list[FileError]) -> bool:
    missing, unknown = FILES[name] - set(header), set(header) - FILES[name]
    errors += [FileError(name, 1, column, "the column is missing") for column in sorted(missing)]
    errors += [FileError(name, 1, column, "the column is not known") for column in sorted(unknown)]
    if len(set(header)) < len(header):
        errors.append(FileError(name, 1, "", "a column stands twice"))
    return not missing and not unknown and len(set(header)) == len(header)


def _row(name: str, line: int, cells: dict[str | None, str | None], errors: list[FileError]) -> Row | None:
    # The csv module files surplus cells under None and gives None for missing ones.
    if None in cells or None in cells.values():
        errors.append(FileError(name, line, "", "the line has more or fewer cells than the header"))
        return None
    return Row(name, line, {str(column): (cell or "").strip() for column, cell in cells.items()}, errors)
