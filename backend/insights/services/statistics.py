"""The statistics by name, and their leaving as a file."""

from collections.abc import Callable
from typing import Final

from django.db import transaction

from backend.audit import services as audit
from backend.insights.definitions import Statistic
from backend.insights.questions import Question
from backend.insights.services import breakdowns, responsiveness, work
from backend.insights.tables import Table

MADE_BY: Final[dict[Statistic, Callable[[Question], Table]]] = {
    Statistic.CASES_BY_STAGE: breakdowns.by_stage,
    Statistic.CASES_BY_KIND: breakdowns.by_kind,
    Statistic.CASES_BY_CATEGORY: breakdowns.by_category,
    Statistic.CASES_BY_PLACE: breakdowns.by_place,
    Statistic.CASES_BY_INSTITUTION: breakdowns.by_institution,
    Statistic.OVERDUE: work.overdue,
    Statistic.OUTCOMES: work.outcomes,
    Statistic.VALUE_RECOVERED: work.value_recovered,
    Statistic.SATISFACTION: work.satisfaction,
    Statistic.SAFETY: work.safety,
    Statistic.RESPONSE_TIMES: responsiveness.response_times,
}


def table_of(statistic: Statistic, question: Question) -> Table:
    """One statistic."""
    return MADE_BY[statistic](question)


@transaction.atomic
def take_table(statistic: Statistic, question: Question, *, kind: str) -> Table:
    """One statistic as a file that leaves: the line comes before the bytes."""
    table = table_of(statistic, question)
    _note(question, "statistics.downloaded", statistic=statistic.value, kind=kind)
    return table


def note_report(question: Question, *, language: str) -> None:
    """A report leaves. Called inside the transaction that makes it."""
    _note(question, "statistics.report_made", language=language)


def _note(question: Question, action: str, **facts: str) -> None:
    audit.record(
        question.actor,
        action,
        question.partner,
        chain=question.partner.pk,
        date_from=question.period.first,
        date_to=question.period.last,
        hides_small=question.hides_small,
        **facts,
    )
