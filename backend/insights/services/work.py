"""How the work goes: overdue cases, outcomes and money, what complainants think of it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from backend.cases.models import Outcome
from backend.cases.stages import STAGE_OF, Stage, State
from backend.insights.definitions import Statistic, definition_of
from backend.insights.hiding import Part, hidden_in
from backend.insights.nodes import lines_of, listed
from backend.insights.periods import Period
from backend.insights.questions import Question
from backend.insights.services.counting import Rated, ratings, resolved, running
from backend.insights.tables import CONCEALED, NOTHING, Cell, Column, Line, Measure, Table

_BANDS: Mapping[str, str | Promise] = {
    "no_term": _("No term"),
    "in_time": _("In time"),
    "up_to_7": _("Overdue for up to 7 days"),
    "up_to_30": _("Overdue for 8 to 30 days"),
    "up_to_90": _("Overdue for 31 to 90 days"),
    "longer": _("Overdue for more than 90 days"),
}
_STAGES = (Stage.INTAKE, Stage.REFERRAL, Stage.FOLLOW_UP, Stage.RESOLUTION)
_SCORES = range(1, 6)
_YES, _NO, _UNSAID = "yes", "no", "unsaid"


def overdue(question: Question) -> Table:
    """In stages; where small numbers are hidden, in one sum: each split more would have to be hidden, too."""
    stages = [] if question.hides_small else list(_STAGES)
    columns = [Column(stage.value, stage.label) for stage in stages]
    bands = listed(_BANDS, {}, len(stages) or 1)
    of_band = {band.code: band for band in bands}
    for (state, band), count in running(question).items():
        place = stages.index(STAGE_OF[State(state)]) if stages else 0
        of_band[band].counts[place] += count
    lines, total = lines_of(bands, hides_small=question.hides_small, is_open=False)
    return _table(
        Statistic.OVERDUE, question, [*columns, Column("all", _("Cases"))], lines, total, period=None
    )


def outcomes(question: Question) -> Table:
    """How cases ended, and for how many it was written down what changed."""
    found, _money = resolved(question)
    whole = Part("*", sum(ended.count for ended in found.values()))
    for outcome in Outcome.values:
        if ended := found.get(outcome):
            rest = Part((outcome, "rest"), ended.count - ended.changed)
            whole.parts.append(Part(outcome, ended.count, [Part((outcome, "changed"), ended.changed), rest]))
        else:
            whole.parts.append(Part(outcome, 0))
    hidden = hidden_in(whole) if question.hides_small else frozenset()
    lines = [
        Line(
            code,
            label,
            [
                CONCEALED if code in hidden else Cell(found[code].count if code in found else 0),
                CONCEALED
                if code in hidden or (code, "changed") in hidden
                else Cell(found[code].changed if code in found else 0),
            ],
        )
        for code, label in Outcome.choices
    ]
    # A sum over the second column would tell what is hidden in it.
    changed = CONCEALED if hidden else Cell(sum(ended.changed for ended in found.values()))
    total = Line("", _("All"), [CONCEALED if "*" in hidden else Cell(whole.count), changed])
    columns = [Column("all", _("Cases")), Column("changed", _("Change described"))]
    return _table(Statistic.OUTCOMES, question, columns, lines, total)


def value_recovered(question: Question) -> Table:
    """Money by currency; an amount goes with the number of cases it comes from."""
    _outcomes, money = resolved(question)
    parts = [Part(currency, count) for currency, (count, _amount) in money.items()]
    whole = Part("*", sum(part.count for part in parts), parts)
    hidden = hidden_in(whole) if question.hides_small else frozenset()
    lines = [
        Line(
            currency, currency, [CONCEALED, CONCEALED] if currency in hidden else [Cell(count), Cell(amount)]
        )
        for currency, (count, amount) in sorted(money.items())
    ]
    total = Line("", _("All"), [CONCEALED if "*" in hidden else Cell(whole.count), NOTHING])
    columns = [Column("all", _("Cases")), Column("amount", _("Amount"), Measure.AMOUNT)]
    return _table(Statistic.VALUE_RECOVERED, question, columns, lines, total)


def satisfaction(question: Question) -> Table:
    """How the outcome and how the work were rated."""
    given = list(ratings(question))
    lines = [
        _scores("outcome", _("How it ended"), [(one.outcome, one.count) for one in given], question),
        _scores("process", _("How it was handled"), [(one.process, one.count) for one in given], question),
    ]
    columns = [
        *(Column(f"score_{score}", str(score)) for score in _SCORES),
        Column("all", _("Answers")),
        Column("mean", _("Mean"), Measure.SCORE),
    ]
    return _table(Statistic.SATISFACTION, question, columns, lines, None)


def safety(question: Question) -> Table:
    """Whether people felt safe, and would come again."""
    given = list(ratings(question))
    lines = [
        _truths("felt_safe", _("Felt safe"), [(one.felt_safe, one) for one in given], question),
        _truths(
            "would_use_again", _("Would come again"), [(one.would_use_again, one) for one in given], question
        ),
    ]
    columns = [
        Column(_YES, _("Yes")),
        Column(_NO, _("No")),
        Column(_UNSAID, _("Not said")),
        Column("all", _("Answers")),
    ]
    return _table(Statistic.SAFETY, question, columns, lines, None)


def _scores(code: str, label: str | Promise, given: Sequence[tuple[int, int]], question: Question) -> Line:
    counts = {score: sum(count for told, count in given if told == score) for score in _SCORES}
    cells, count = _split(counts, question.hides_small)
    mean = _mean(counts)
    # With the mean, two hidden numbers would be two unknowns in two equations.
    if any(cell.is_hidden for cell in cells):
        mean = CONCEALED
    return Line(code, label, [*cells, count, mean])


def _truths(
    code: str, label: str | Promise, given: Sequence[tuple[bool | None, Rated]], question: Question
) -> Line:
    counts = dict.fromkeys((True, False, None), 0)
    for told, rated in given:
        counts[told] += rated.count
    cells, count = _split(counts, question.hides_small)
    return Line(code, label, [*cells, count])


def _split(counts: Mapping[Any, int], hides_small: bool) -> tuple[list[Cell], Cell]:
    """One row of parts, and their sum."""
    whole = Part("*", sum(counts.values()), [Part(key, count) for key, count in counts.items()])
    hidden = hidden_in(whole) if hides_small else frozenset()
    cells = [CONCEALED if key in hidden else Cell(count) for key, count in counts.items()]
    return cells, CONCEALED if "*" in hidden else Cell(whole.count)


def _mean(counts: Mapping[int, int]) -> Cell:
    answers = sum(counts.values())
    if not answers:
        return NOTHING
    return Cell(round(sum(score * count for score, count in counts.items()) / answers, 1))


def _table(
    statistic: Statistic,
    question: Question,
    columns: Sequence[Column],
    lines: Sequence[Line],
    total: Line | None,
    **changes: Period | None,
) -> Table:
    definition = definition_of(statistic)
    return Table(
        code=statistic.value,
        title=statistic.label,
        definition=definition.text,
        partner=question.partner.slug,
        period=changes.get("period", question.period) if changes else question.period,
        heading=definition.heading,
        columns=columns,
        rows=lines,
        total=total,
        hides_small=question.hides_small,
    )
