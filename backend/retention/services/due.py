"""Which ended cases fall due, and when: read from the cases and the partner's rules."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from backend.cases.models import Case, CaseEvent
from backend.common import clock
from backend.partners.models import Partner
from backend.retention.models import RetentionRule
from backend.retention.rules import ENDED, Rule, due_on, ending_of, rule_for
from backend.retention.stages import Ending

_AT_ONCE: Final = 1_000


@dataclass(frozen=True, slots=True)
class Keeping:
    """How long an ended case is kept: by which rule (None: for ever), counted from when, until when."""

    case_id: UUID
    ending: Ending
    ended_on: date
    rule: Rule | None

    @property
    def due_on(self) -> date | None:
        return due_on(self.ended_on, self.rule.months) if self.rule else None


def rules_of(partner_id: UUID) -> list[Rule]:
    """The partner's rules that are in force."""
    rows = RetentionRule.objects.filter(partner=partner_id).order_by("kind", "ending")
    return [
        Rule(months, kind, ending) for kind, ending, months in rows.values_list("kind", "ending", "months")
    ]


def keeping_of(case: Case, rules: Sequence[Rule] | None = None) -> Keeping | None:
    """How long one case is kept; None while it has not ended. Two queries, one with the rules at hand."""
    found = with_ending(Case.objects.filter(pk=case.pk)).values_list("state", "outcome", "ended_at").first()
    if found is None:
        return None
    applying = rules_of(case.owner_id) if rules is None else rules
    state, outcome, ended_at = found
    return _keeping((case.pk, case.kind, state, outcome, ended_at), applying, case.owner.time_zone)


def keepings(
    partner: Partner, rules: Sequence[Rule], cases: "QuerySet[Case]", *, until: date
) -> Iterator[Keeping]:
    """The same for those of these cases that are due by a day, in order of id. Reads no case that was opened
    too late to be among them."""
    if not rules:
        return
    # A day more, because days begin at other hours elsewhere.
    latest = until + timedelta(days=1) - relativedelta(months=min(rule.months for rule in rules))
    opened = datetime.combine(latest, time.max, UTC)
    ended = with_ending(cases.filter(owner=partner, state__in=ENDED, opened_at__lte=opened)).order_by("pk")
    columns, last = ("pk", "kind", "state", "outcome", "ended_at"), None
    while True:
        rest = ended if last is None else ended.filter(pk__gt=last)
        batch = list(rest.values_list(*columns)[:_AT_ONCE])
        if not batch:
            return
        last = batch[-1][0]
        for row in batch:
            keeping = _keeping(row, rules, partner.time_zone)
            if keeping is not None and keeping.due_on is not None and keeping.due_on <= until:
                yield keeping


def with_ending(cases: "QuerySet[Case]") -> "QuerySet[Any]":
    """With `ended_at`: when they were closed, else when they came into the state in which they are."""
    came = CaseEvent.objects.filter(case=OuterRef("pk"), to_state=OuterRef("state")).order_by("-id")
    return cases.annotate(ended_at=Coalesce("closed_at", Subquery(came.values("at")[:1])))


def _keeping(
    row: tuple[UUID, str, str, str, datetime | None], rules: Sequence[Rule], time_zone: str
) -> Keeping | None:
    case_id, kind, state, outcome, ended_at = row
    ending = ending_of(state, outcome)
    if ending is None or ended_at is None:
        return None
    ended_on = clock.day_of(ended_at, time_zone)
    return Keeping(case_id, ending, ended_on, rule_for(rules, kind=kind, ending=ending))
