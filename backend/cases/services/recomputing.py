"""Running clocks that rest on old knowledge of holidays or terms, found and worked out anew."""

import logging
from collections.abc import Iterator
from typing import Final
from uuid import UUID

from django.db import transaction

from backend.cases.models import Case, InstitutionReferral
from backend.cases.services.clocks import basis_of, reckon_clock
from backend.cases.services.holding import keep, refresh_due, tell
from backend.cases.stages import CLOCK_RUNS
from backend.common.errors import Problem
from backend.directory.models import DeadlineRule
from backend.directory.services.deadlines import calendar_of
from backend.partners.actors import Actor

_log = logging.getLogger(__name__)
_AT_ONCE: Final = 200


def recompute_clocks(*, actor: Actor) -> int:
    """Bring every running clock to what is known of holidays and terms now. Answers how many changed date.

    A clock that another worker or a caseworker brought up to date in between is left alone, so two runs at
    once, or one that was killed half-way, change nothing twice.
    """
    moved = 0
    rules = _rules_at_work()
    calendars = {country: calendar_of(country) for country in {rule.country for rule in rules}}
    for rule in rules:
        for referral_id, case_id in _resting_on_old(rule, basis_of(rule, calendars[rule.country])):
            try:
                moved += _recompute(case_id, referral_id, actor)
            except Problem as problem:
                # One clock that runs out of the known calendar must not keep the others from theirs.
                _log.warning("clock of referral %s was not worked out anew: %s", referral_id, problem.code)
    return moved


def _rules_at_work() -> list[DeadlineRule]:
    running = InstitutionReferral.objects.filter(state__in=CLOCK_RUNS, deadline_rule__isnull=False)
    used = running.order_by().values("deadline_rule").distinct()
    return list(DeadlineRule.objects.filter(pk__in=used))


def _resting_on_old(rule: DeadlineRule, basis: str) -> Iterator[tuple[UUID, UUID]]:
    """Their ids, read in batches by key: the table may hold many."""
    found = InstitutionReferral.objects.filter(state__in=CLOCK_RUNS, deadline_rule=rule)
    found = found.exclude(due_basis=basis).order_by("pk")
    last: UUID | None = None
    while batch := list(
        (found.filter(pk__gt=last) if last else found).values_list("pk", "case_id")[:_AT_ONCE]
    ):
        last = batch[-1][0]
        yield from batch


@transaction.atomic
def _recompute(case_id: UUID, referral_id: UUID, actor: Actor) -> bool:
    """One clock, the case held first as in every step. Whether its due date changed.

    The calendar is read again under the lock: a decree of the last second must not be undone.
    """
    case = Case.objects.select_for_update(of=("self",)).get(pk=case_id)
    referral = (
        InstitutionReferral.objects.filter(pk=referral_id, case=case, state__in=CLOCK_RUNS)
        .select_related("institution", "deadline_rule", "data_key")
        .select_for_update(of=("self",))
        .first()
    )
    if referral is None or referral.deadline_rule is None:
        return False
    referral.case = case
    before, basis = referral.due_at, referral.due_basis
    reckon_clock(referral)
    if referral.due_basis == basis:
        return False
    if referral.due_at == before:
        # The explanation may name other holidays: kept, but nothing to tell and no new version to read.
        referral.save(update_fields=["due_explanation", "due_basis"])
        return False
    keep(referral)
    refresh_due(case, actor)
    due = {"due_before": before, "due_now": referral.due_at}
    told = {name: day.isoformat() if day else None for name, day in due.items()}
    explanation = referral.due_explanation or {}
    basis_now = {name: explanation.get(name) for name in ("calendar", "rule", "rule_version")}
    tell(referral, actor, "referral.due_changed", **told, **basis_now)
    return True
