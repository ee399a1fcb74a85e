"""Until when an appeal is possible: worked out from the answer or the silence, and kept current."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from django.db import transaction

from backend.cases.models import Case, InstitutionReferral
from backend.cases.services.clocks import basis_of
from backend.cases.services.holding import keep, tell
from backend.common import clock
from backend.directory.kinds import Silence
from backend.directory.models import DeadlineRule
from backend.directory.services.appeals import Since, appeal_window
from backend.directory.services.deadlines import calendar_of
from backend.partners.actors import Actor

Assessment = InstitutionReferral.Assessment

_AFTER_ANSWER: Final = {
    Assessment.REFUSED: Since.REFUSAL,
    Assessment.PARTIAL: Since.PARTIAL,
    Assessment.NON_ANSWER: Since.NON_ANSWER,
}
_AFTER_SILENCE: Final = {Silence.REFUSAL: Since.SILENCE, Silence.UNKNOWN: Since.UNSURE}


def open_after_answer(referral: InstitutionReferral, arrived_on: date | None) -> None:
    """Time for an appeal against an answer that is less than a full one. The caller keeps the referral."""
    # A late answer after silence that was noted is weighed anew.
    referral.appeal_until = referral.appeal_explanation = None
    referral.appeal_basis = ""
    since = _AFTER_ANSWER.get(Assessment(referral.assessment))
    if since and arrived_on:
        _open(referral, since, arrived_on)


def open_after_silence(referral: InstitutionReferral) -> None:
    """Time for an appeal against no answer. Day 0 is the last day of the term: when it is over, the law deems
    the request refused. The caller keeps the referral."""
    rule = referral.deadline_rule
    since = _AFTER_SILENCE.get(Silence(rule.silence)) if rule else None
    if since and referral.due_at:
        _open(referral, since, referral.due_at)


def follow_calendar(*, actor: Actor) -> int:
    """Bring every window that is still open to what is known of holidays and terms now. How many moved."""
    return sum(_recount(*ids, actor) for ids in list(_resting_on_old()))


def _open(referral: InstitutionReferral, since: Since, day: date) -> None:
    rule = referral.deadline_rule
    if rule is None:
        return
    calendar = calendar_of(rule.country)
    window = appeal_window(rule, since=since, day=day, calendar=calendar)
    if window is None:
        return
    referral.appeal_until = window.date
    referral.appeal_explanation = {**window.explanation, "calendar": window.calendar_version}
    referral.appeal_basis = basis_of(rule, calendar)


def _open_windows() -> Any:
    # A day more than any zone needs; one that closed yesterday is history.
    return InstitutionReferral.objects.filter(
        appeal_until__gte=clock.now().date() - timedelta(days=1), deadline_rule__isnull=False
    ).order_by("pk")


def _resting_on_old() -> Iterator[tuple[UUID, UUID]]:
    used = _open_windows().order_by().values("deadline_rule").distinct()
    for rule in DeadlineRule.objects.filter(pk__in=used):
        basis = basis_of(rule, calendar_of(rule.country))
        old = _open_windows().filter(deadline_rule=rule).exclude(appeal_basis=basis)
        yield from old.values_list("case_id", "pk")


@transaction.atomic
def _recount(case_id: UUID, referral_id: UUID, actor: Actor) -> bool:
    """One window, the case held first as in every step. Whether its last day changed."""
    case = Case.objects.select_for_update(of=("self",)).get(pk=case_id)
    referral = (
        _open_windows()
        .filter(pk=referral_id, case=case)
        .select_related("institution", "deadline_rule", "data_key")
        .select_for_update(of=("self",))
        .first()
    )
    if referral is None:
        return False
    referral.case = case
    before, told = referral.appeal_until, referral.appeal_explanation
    _open(referral, Since(told["since"]), date.fromisoformat(told["from"]))
    if referral.appeal_until == before:
        referral.save(update_fields=["appeal_explanation", "appeal_basis"])
        return False
    keep(referral)
    facts = {"until_before": before.isoformat(), "until_now": referral.appeal_until.isoformat()}
    tell(referral, actor, "referral.appeal_window_changed", **facts)
    return True
