"""A statistic as a table: what every door shows, whether as JSON, as a sheet or on paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.common.sheets import Row as SheetRow
from backend.common.sheets import Sheet
from backend.insights.hiding import FEWEST
from backend.insights.periods import Period

HIDDEN: Final = "–"
"""How a hidden number stands in a file: not empty, which would read as nothing."""


class Measure(models.TextChoices):
    """What a number is."""

    COUNT = "count", gettext_lazy("A number of things")
    DAYS = "days", gettext_lazy("Days")
    PERCENT = "percent", gettext_lazy("Per cent")
    SCORE = "score", gettext_lazy("A score from 1 to 5")
    AMOUNT = "amount", gettext_lazy("Money")


@dataclass(frozen=True, slots=True)
class Cell:
    """A number; None where there is none, or where it is hidden."""

    value: int | float | Decimal | None
    is_hidden: bool = False


CONCEALED: Final = Cell(None, is_hidden=True)
NOTHING: Final = Cell(None)


@dataclass(frozen=True, slots=True)
class Column:
    code: str
    label: str | Promise
    measure: Measure = Measure.COUNT


@dataclass(frozen=True, slots=True)
class Line:
    """A row. `code` is empty for what is not known; `depth` counts from 0 down a tree."""

    code: str
    label: str | Promise
    cells: Sequence[Cell]
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """One statistic of one partner. `period` is None for what is so at present."""

    code: str
    title: str | Promise
    definition: str | Promise
    partner: str
    period: Period | None
    heading: str | Promise
    columns: Sequence[Column]
    rows: Sequence[Line]
    total: Line | None
    hides_small: bool

    @property
    def notes(self) -> list[str]:
        """What has to be read with it: how it is counted, and what is left out."""
        told = [str(self.definition)]
        if self.hides_small:
            told.append(
                _(
                    "Numbers under %(fewest)d are hidden, and as many others as it takes so that nobody can "
                    "work them out. Rows in which everything is hidden are left out where the list is open."
                )
                % {"fewest": FEWEST}
            )
        return told


def as_rows(table: Table) -> Iterator[SheetRow]:
    """Headings, rows and the total, for a sheet."""
    yield [str(table.heading), *(str(column.label) for column in table.columns)]
    for line in (*table.rows, *((table.total,) if table.total else ())):
        yield [f"{'  ' * line.depth}{line.label}", *(_shown(cell) for cell in line.cells)]


def as_sheets(table: Table) -> list[Sheet]:
    """The numbers, and on a second sheet what they mean."""
    headings, *rows = as_rows(table)
    about = [(str(table.title),), *((note,) for note in table.notes)]
    if table.period:
        about.insert(1, (f"{table.period.first.isoformat()} – {table.period.last.isoformat()}",))
    return [
        Sheet(str(table.title), headings, rows, widths=(44,)),
        Sheet(_("Definition"), [table.partner], about, widths=(60,)),
    ]


def _shown(cell: Cell) -> int | float | Decimal | str | None:
    return HIDDEN if cell.is_hidden else cell.value
