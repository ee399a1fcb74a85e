"""Cases received in a period, over time: by stage, kind, category, place and institution."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from backend.cases.stages import STAGE_OF, Stage, State
from backend.common.kinds import CaseKind
from backend.directory import lookups
from backend.directory.lookups import Lookup
from backend.insights.definitions import Statistic, definition_of
from backend.insights.models import Facet
from backend.insights.nodes import Node, lines_of, listed, rolled_up
from backend.insights.periods import Stretch, stretches
from backend.insights.questions import Question
from backend.insights.services.counting import received
from backend.insights.tables import Column, Table


def by_stage(question: Question) -> Table:
    """A stage is what its states have in common."""
    told_in = _told_in(question)
    stages = listed({stage.value: stage.label for stage in Stage}, {}, len(told_in))
    of_stage = {stage.code: stage for stage in stages}
    for state, counts in received(question, Facet.STATE, told_in).items():
        of_stage[STAGE_OF[State(state)].value].add(counts)
    return _table(Statistic.CASES_BY_STAGE, question, told_in, stages, is_open=False)


def by_kind(question: Question) -> Table:
    told_in = _told_in(question)
    kinds = listed(dict(CaseKind.choices), received(question, Facet.KIND, told_in), len(told_in))
    return _table(Statistic.CASES_BY_KIND, question, told_in, kinds, is_open=False)


def by_category(question: Question) -> Table:
    return _in_directory(Statistic.CASES_BY_CATEGORY, question, Facet.CATEGORY, lookups.categories)


def by_place(question: Question) -> Table:
    return _in_directory(Statistic.CASES_BY_PLACE, question, Facet.PLACE, lookups.places)


def by_institution(question: Question) -> Table:
    return _in_directory(Statistic.CASES_BY_INSTITUTION, question, Facet.INSTITUTION, lookups.institutions)


def _in_directory(statistic: Statistic, question: Question, facet: Facet, lookup: Lookup[Any]) -> Table:
    told_in = _told_in(question)
    counts = received(question, facet, told_in)
    nodes = rolled_up(counts, lookup.with_id, lookup.all(), len(told_in))
    return _table(statistic, question, told_in, nodes, is_open=True)


def _told_in(question: Question) -> list[Stretch]:
    # Small numbers are hidden in one column: what is hidden in several would need their sums hidden, too.
    if question.hides_small:
        return [Stretch("all", question.period)]
    return stretches(question.period, question.interval)


def _table(
    statistic: Statistic, question: Question, told_in: Sequence[Stretch], nodes: list[Node], *, is_open: bool
) -> Table:
    definition = definition_of(statistic)
    columns = [Column(stretch.code, stretch.code) for stretch in told_in] if len(told_in) > 1 else []
    lines, total = lines_of(nodes, hides_small=question.hides_small, is_open=is_open)
    return Table(
        code=statistic.value,
        title=statistic.label,
        definition=definition.text,
        partner=question.partner.slug,
        period=question.period,
        heading=definition.heading,
        columns=[*columns, Column("all", _("Cases"))],
        rows=lines,
        total=total,
        hides_small=question.hides_small,
    )
