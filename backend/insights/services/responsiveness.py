"""How institutions answer: in time, late, not at all, and after how many days."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from backend.directory import lookups
from backend.insights.definitions import Statistic, definition_of
from backend.insights.hiding import FEWEST, Part, hidden_in
from backend.insights.questions import Question
from backend.insights.services.counting import ANSWERED, Answering, answering
from backend.insights.tables import CONCEALED, NOTHING, Cell, Column, Line, Measure, Table

_FATES = ("in_time", "late", "no_term", "silent", "waiting", "passed_on")
_COLUMNS = (
    Column("sent", _("Letters")),
    Column("in_time", _("In time")),
    Column("late", _("Late")),
    Column("no_term", _("Answered, no term known")),
    Column("silent", _("Silent")),
    Column("waiting", _("Not due yet")),
    Column("passed_on", _("Passed on to another body")),
    Column("in_time_rate", _("Answered in time, %"), Measure.PERCENT),
    Column("silence_rate", _("Silence, %"), Measure.PERCENT),
    Column("median_days", _("Median days to the answer"), Measure.DAYS),
)


def response_times(question: Question) -> Table:
    """One row for each institution that got letters in the period; who got most of them first."""
    found = answering(question)
    hidden = hidden_in(_part_of(found)) if question.hides_small else frozenset()
    names = {id: lookups.institutions.with_id(id) for id in found}
    order = sorted(found, key=lambda id: (-sum(found[id].letters.values()), names[id].name))
    lines = [
        Line(names[id].code, names[id].name, _cells(found[id], id, hidden))
        for id in order
        if id not in hidden
    ]
    definition = definition_of(Statistic.RESPONSE_TIMES)
    return Table(
        code=Statistic.RESPONSE_TIMES.value,
        title=Statistic.RESPONSE_TIMES.label,
        definition=definition.text,
        partner=question.partner.slug,
        period=question.period,
        heading=definition.heading,
        columns=_COLUMNS,
        rows=lines,
        total=_total(found, hidden),
        hides_small=question.hides_small,
    )


def _part_of(found: Mapping[int, Answering]) -> Part:
    institutions = []
    for id, one in found.items():
        fates = [Part((id, fate), one.letters.get(fate, 0)) for fate in _FATES]
        institutions.append(Part(id, sum(one.letters.values()), fates))
    return Part("*", sum(part.count for part in institutions), institutions)


def _total(found: Mapping[int, Answering], hidden: frozenset[object]) -> Line:
    letters = {fate: sum(one.letters.get(fate, 0) for one in found.values()) for fate in _FATES}
    days: dict[int, int] = {}
    for one in found.values():
        for took, count in one.days.items():
            days[took] = days.get(took, 0) + count
    cells = _cells(Answering(letters, days), "*", hidden)
    if hidden:
        # Sums over columns in which something is hidden would tell it.
        cells = [cells[0], *([CONCEALED] * (len(cells) - 1))]
    return Line("", _("All"), cells)


def _cells(one: Answering, key: object, hidden: frozenset[object]) -> list[Cell]:
    letters = one.letters
    if key in hidden:
        return [CONCEALED] * len(_COLUMNS)
    counts = [CONCEALED if (key, fate) in hidden else Cell(letters.get(fate, 0)) for fate in _FATES]
    shares = [_rate(letters, "in_time"), _rate(letters, "silent"), _median(one.days)]
    if any((key, fate) in hidden for fate in _FATES):
        # A share of known and unknown numbers tells the unknown ones.
        shares = [CONCEALED, CONCEALED, _median(one.days) if _answers(letters) >= FEWEST else CONCEALED]
    return [Cell(sum(letters.values())), *counts, *shares]


def _answers(letters: Mapping[str, int]) -> int:
    return sum(letters.get(fate, 0) for fate in ANSWERED)


def _rate(letters: Mapping[str, int], fate: str) -> Cell:
    """A share of the letters whose due date is known, and is over or was met."""
    due = sum(letters.get(one, 0) for one in ("in_time", "late", "silent"))
    return Cell(round(100 * letters.get(fate, 0) / due)) if due else NOTHING


def _median(days: Mapping[int, int]) -> Cell:
    """The middle of all answers; of an even number, halfway between the two in the middle."""
    answers = sum(days.values())
    if not answers:
        return NOTHING
    lower, upper = _nth(days, (answers - 1) // 2), _nth(days, answers // 2)
    return Cell((lower + upper) / 2 if lower != upper else lower)


def _nth(days: Mapping[int, int], place: int) -> int:
    passed = 0
    for took in sorted(days):
        passed += days[took]
        if passed > place:
            return took
    raise ValueError(place)
