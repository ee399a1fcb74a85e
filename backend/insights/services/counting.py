"""The numbers themselves: summed up or counted by the database, one query for each statistic."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any, Final

from django.db.models import Case as Switch
from django.db.models import (
    CharField,
    Count,
    DurationField,
    ExpressionWrapper,
    F,
    IntegerField,
    Q,
    QuerySet,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Cast

from backend.cases.models import Case, InstitutionReferral
from backend.cases.stages import CLOCK_RUNS, RUNNING, ReferralState
from backend.complaints.models import Satisfaction
from backend.insights.models import Facet
from backend.insights.periods import Stretch
from backend.insights.questions import Question
from backend.insights.services.keeping import keeps_sums

COLUMN_OF: Final = {
    Facet.STATE: "state",
    Facet.KIND: "kind",
    Facet.CATEGORY: "category_id",
    Facet.PLACE: "place_id",
    Facet.INSTITUTION: "institution_id",
}
Counts = dict[Any, list[int]]
"""For each value of a column, one count for each stretch of time."""


def received(question: Question, facet: Facet, told_in: Sequence[Stretch]) -> Counts:
    """Cases received in the period, by the values of one column; in one statement, thus of one moment."""
    column = COLUMN_OF[facet]
    if keeps_sums():
        kept = question.kept(facet).values_list("value", _stretch_of_day(told_in))
        # A sum may be nothing: of a value that all its cases have left.
        sums = kept.annotate(number=Sum("count")).exclude(number=0)
        rows = sums.union(
            _counted(question, question.restricted(), Cast(column, CharField()), told_in), all=True
        )
    else:
        rows = _counted(question, question.cases(), F(column), told_in)
    counts: Counts = defaultdict(lambda: [0] * len(told_in))
    for value, stretch, count in rows:
        counts[_as_in_column(value, column)][stretch] += count
    return dict(counts)


def _counted(question: Question, cases: QuerySet[Case], value: Any, told_in: Sequence[Stretch]) -> Any:
    begins, ends = question.period.moments(question.partner.time_zone)
    found = cases.filter(opened_at__gte=begins, opened_at__lt=ends).order_by()
    return found.values_list(value, _stretch_of(question, told_in)).annotate(number=Count("pk"))


def _as_in_column(value: Any, column: str) -> Any:
    """Kept sums are of words: a key to the directory is a number."""
    return int(value) if value is not None and column.endswith("_id") else value


def _stretch_of(question: Question, told_in: Sequence[Stretch]) -> Any:
    """The number of the stretch in which a case was received: by comparison with a few moments, because the
    engines cut months each in its own way, and SQLite slowly."""
    ends = [stretch.period.moments(question.partner.time_zone)[1] for stretch in told_in[:-1]]
    return _numbered([Q(opened_at__lt=end) for end in ends])


def _stretch_of_day(told_in: Sequence[Stretch]) -> Any:
    return _numbered([Q(day__lte=stretch.period.last) for stretch in told_in[:-1]])


def _numbered(within: Sequence[Q]) -> Any:
    """The number of the first that holds."""
    branches = [When(condition, then=Value(number)) for number, condition in enumerate(within)]
    return Switch(*branches, default=Value(len(within)), output_field=IntegerField())


BANDS = (7, 30, 90)
"""Up to how many days a term is over: the last band is open."""


def running(question: Question) -> dict[tuple[str, str], int]:
    """Cases that are worked now, by state and by how long their term has been over."""
    band = Switch(
        When(due_at__isnull=True, then=Value("no_term")),
        When(due_at__gte=question.today, then=Value("in_time")),
        *(
            When(due_at__gte=question.today - timedelta(days=most), then=Value(f"up_to_{most}"))
            for most in BANDS
        ),
        default=Value("longer"),
        output_field=CharField(),
    )
    unrestricted, restricted = (
        cases.order_by().values_list("state", band).annotate(number=Count("pk"))
        for cases in (question.unrestricted(), question.restricted())
    )
    counts: dict[tuple[str, str], int] = defaultdict(int)
    # All states: asked for some, PostgreSQL reads the rows of these instead of an index with all.
    for state, name, count in unrestricted.union(restricted, all=True):
        if state in RUNNING:
            counts[state, name] += count
    return dict(counts)


@dataclass(slots=True)
class Ended:
    """Cases resolved with one outcome."""

    count: int = 0
    changed: int = 0


def resolved(question: Question) -> tuple[dict[str, Ended], dict[str, tuple[int, Decimal]]]:
    """Cases resolved in the period by outcome; and by currency how many brought money, and how much."""
    begins, ends = question.period.moments(question.partner.time_zone)
    found = (
        question.cases().filter(resolved_at__gte=begins, resolved_at__lt=ends).exclude(outcome="").order_by()
    )
    has_impact = Switch(
        When(impact__isnull=False, then=Value(1)), default=Value(0), output_field=IntegerField()
    )
    rows = found.values_list("outcome", has_impact, "value_currency").annotate(
        count=Count("pk"), valued=Count("value_recovered"), amount=Sum("value_recovered")
    )
    outcomes: dict[str, Ended] = defaultdict(Ended)
    money: dict[str, tuple[int, Decimal]] = {}
    for outcome, changed, currency, count, valued, amount in rows:
        outcomes[outcome].count += count
        outcomes[outcome].changed += count if changed else 0
        if valued:
            before = money.get(currency, (0, Decimal(0)))
            money[currency] = (before[0] + valued, before[1] + amount)
    return dict(outcomes), money


def _hanging(rows: QuerySet[Any], question: Question, on: tuple[str, str], *values: Any) -> Any:
    """Letters or ratings of the cases that count, by some values, in one statement. Restricted cases stand
    apart: without them, PostgreSQL reads nothing but indexes. Where it writes the owner into the row, it is
    asked for: else it would look up the case of everybody's."""
    key, column = on
    if keeps_sums():
        rows = rows.filter(owner=question.partner.pk)
    unrestricted, restricted = (
        rows.filter(**{f"{key}__in": cases.values(column)})
        .order_by()
        .values_list(*values)
        .annotate(number=Count("*"))
        for cases in (question.unrestricted(), question.restricted())
    )
    return unrestricted.union(restricted, all=True)


@dataclass(frozen=True, slots=True)
class Rated:
    """How many gave the same answers."""

    outcome: int
    process: int
    felt_safe: bool | None
    would_use_again: bool | None
    count: int


def ratings(question: Question) -> Iterator[Rated]:
    """Ratings given in the period."""
    begins, ends = question.period.moments(question.partner.time_zone)
    given = Satisfaction.objects.filter(given_at__gte=begins, given_at__lt=ends)
    answers = ("outcome", "process", "felt_safe", "would_use_again")
    for row in _hanging(given, question, ("complaint", "complaint"), *answers):
        yield Rated(*row)


ARRIVED = (
    *CLOCK_RUNS,
    ReferralState.REDIRECTED,
    ReferralState.ANSWERED,
    ReferralState.ASSESSED,
    ReferralState.CLOSED,
)
"""States of a letter that left and, as far as anybody knows, arrived."""


@dataclass(slots=True)
class Answering:
    """How one institution answered: letters by what became of them, and answers by the days they took."""

    letters: dict[str, int]
    days: dict[int, int]


def answering(question: Question) -> dict[int, Answering]:
    """Letters sent in the period, by institution."""
    days = (question.period.first, question.period.last)
    letters = InstitutionReferral.objects.filter(state__in=ARRIVED, sent_on__range=days)
    took = ExpressionWrapper(F("answered_on") - F("sent_on"), output_field=DurationField())
    rows = _hanging(letters, question, ("case", "pk"), "institution_id", _became(question), took)
    institutions: dict[int, Answering] = defaultdict(lambda: Answering(defaultdict(int), defaultdict(int)))
    for institution, became, duration, count in rows:
        institutions[institution].letters[became] += count
        if duration is not None and became in ANSWERED:
            institutions[institution].days[duration.days] += count
    return dict(institutions)


ANSWERED = ("in_time", "late", "no_term")


def _became(question: Question) -> Any:
    return Switch(
        When(state=ReferralState.REDIRECTED, then=Value("passed_on")),
        When(Q(answered_on__isnull=False, due_at__isnull=True), then=Value("no_term")),
        When(answered_on__lte=F("due_at"), then=Value("in_time")),
        When(answered_on__isnull=False, then=Value("late")),
        When(
            Q(state__in=CLOCK_RUNS) & (Q(due_at__isnull=True) | Q(due_at__gte=question.today)),
            then=Value("waiting"),
        ),
        default=Value("silent"),
        output_field=CharField(),
    )
