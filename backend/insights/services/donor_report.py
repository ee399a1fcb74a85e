"""The report for donors: a period of one partner's work on a few printed pages."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from django.db import transaction
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from backend.common.drawable import drawable_values
from backend.common.errors import NotAllowed
from backend.common.languages import Language
from backend.common.typesetting import typeset
from backend.correspondence.annexes import TAGS
from backend.correspondence.letters import Sender
from backend.correspondence.services.letterheads import letterhead_of, sender_in
from backend.correspondence.wording import wording_in
from backend.insights.definitions import Statistic
from backend.insights.periods import Period
from backend.insights.questions import Question
from backend.insights.services.statistics import note_report, table_of
from backend.insights.tables import HIDDEN, Cell, Line, Table

_TEMPLATE: Final = Path(__file__).parents[1] / "typst" / "report.typ"
_LONGEST: Final = 15
"""Rows of a table on paper, those with a number; how many more there are is told."""

# What stands on paper, and of wide tables which columns: a page is narrow.
_PRINTED: Final[Mapping[Statistic, Sequence[str]]] = {
    Statistic.CASES_BY_STAGE: ("all",),
    Statistic.CASES_BY_KIND: ("all",),
    Statistic.CASES_BY_CATEGORY: ("all",),
    Statistic.CASES_BY_PLACE: ("all",),
    Statistic.OUTCOMES: ("all", "changed"),
    Statistic.VALUE_RECOVERED: ("all", "amount"),
    Statistic.RESPONSE_TIMES: ("sent", "in_time_rate", "silence_rate", "median_days"),
    Statistic.SATISFACTION: ("score_1", "score_2", "score_3", "score_4", "score_5", "all", "mean"),
    Statistic.SAFETY: ("yes", "no", "unsaid", "all"),
}


@transaction.atomic
def make(question: Question, *, language: Language) -> bytes:
    """The pages, in the language that is on. Without restricted cases and small numbers, whoever makes them;
    made by those who may answer for the numbers behind them. Raises NotAllowed."""
    if question.hides_small:
        raise NotAllowed()
    outside = question.for_outsiders()
    tables = {statistic: table_of(statistic, outside) for statistic in _PRINTED}
    pages = typeset(_TEMPLATE, drawable_values(_values(outside, tables, language)))
    note_report(question, language=language.value)
    return pages


def _values(question: Question, tables: Mapping[Statistic, Table], language: Language) -> dict[str, Any]:
    lang, script = TAGS[language]
    sender = sender_in(language.value, letterhead_of(question.partner))
    words = wording_in(language)
    return {
        "lang": lang,
        "script": script,
        "title": _("Report on complaints"),
        "period": _period(question.period, language),
        "sender": {"name": sender.name, "contacts": list(_contacts(sender))},
        "page": words.say("page", page="{page}", pages="{pages}"),
        "made": _("Made on %(day)s") % {"day": words.day(question.today)},
        "glance_title": _("At a glance"),
        "glance": list(_glance(tables)),
        "tables": [_told(table, _PRINTED[statistic]) for statistic, table in tables.items()],
        "notes_title": _("How to read these numbers"),
        "notes": _notes(tables[Statistic.CASES_BY_STAGE]),
    }


def _period(period: Period, language: Language) -> str:
    words = wording_in(language)
    return f"{words.day(period.first)} – {words.day(period.last)}"


def _contacts(sender: Sender) -> Iterator[str]:
    yield from (line for line in (*sender.lines, sender.phone, sender.email, sender.website) if line)


def _glance(tables: Mapping[Statistic, Table]) -> Iterator[dict[str, str]]:
    """What somebody reads who reads nothing else."""
    yield _big(_("cases received"), _total(tables[Statistic.CASES_BY_STAGE]))
    yield _big(_("cases resolved"), _total(tables[Statistic.OUTCOMES]))
    yield _big(_("letters to institutions"), _total(tables[Statistic.RESPONSE_TIMES]))
    mean = tables[Statistic.SATISFACTION].rows[0].cells[-1]
    if not mean.is_hidden:
        yield _big(_("how complainants rate the outcome, of 5"), mean)


def _big(label: str, cell: Cell) -> dict[str, str]:
    return {"label": label, "number": _number(cell)}


def _total(table: Table) -> Cell:
    return table.total.cells[0] if table.total else Cell(None)


def _told(table: Table, printed: Sequence[str]) -> dict[str, Any]:
    places = [place for place, column in enumerate(table.columns) if column.code in printed]
    told = [line for line in table.rows if any(line.cells[place].value for place in places)]
    shown = told[:_LONGEST]
    most = max((_size(line.cells[places[0]]) for line in shown), default=0.0)
    left_out = len(told) - len(shown)
    return {
        "title": str(table.title),
        "definition": str(table.definition),
        "heading": str(table.heading),
        "columns": [str(table.columns[place].label) for place in places],
        "has_bars": len(places) < 3,
        "rows": [_row(line, places, most) for line in shown],
        "total": _row(table.total, places, 0) if table.total else None,
        "more": _("There are %(count)d rows more.") % {"count": left_out} if left_out else "",
    }


def _row(line: Line, places: Sequence[int], most: float) -> dict[str, Any]:
    cells = [line.cells[place] for place in places]
    return {
        "label": str(line.label),
        "depth": line.depth,
        "numbers": [_number(cell) for cell in cells],
        "share": _size(cells[0]) / most if most else 0,
    }


def _size(cell: Cell) -> float:
    return float(cell.value or 0)


def _number(cell: Cell) -> str:
    """As it is written in the language that is on."""
    if cell.is_hidden:
        return HIDDEN
    if cell.value is None:
        return ""
    places = 0 if float(cell.value).is_integer() else 2 if isinstance(cell.value, Decimal) else 1
    return str(number_format(cell.value, decimal_pos=places, force_grouping=True))


def _notes(table: Table) -> list[str]:
    return [
        *table.notes[1:],
        _("Cases that are restricted to named people for their safety are not in this report."),
        _("The sign “%(sign)s” stands for a number that is hidden. An empty field means that there is none.")
        % {"sign": HIDDEN},
        _("The numbers show the cases as they stood on the day on which the report was made."),
    ]
