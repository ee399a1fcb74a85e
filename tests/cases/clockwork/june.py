"""Steps of a clock on days of June 2027, where Albania has no holiday."""

from datetime import UTC, date, datetime, timedelta

from backend.cases.models import Case, CaseEvent, InstitutionReferral
from backend.cases.services import clocks, permits
from backend.cases.stages import PauseReason
from backend.common import clock
from backend.partners.actors import actor_of
from backend.partners.models import User

MONDAY = datetime(2027, 6, 7, 9, 0, tzinfo=UTC)


def in_june(day: int) -> date:
    return date(2027, 6, day)


def on(day: int) -> object:
    return clock.frozen(MONDAY + timedelta(days=day - 7))


def paused(referral: InstitutionReferral, by: User, day: int, **changes: object) -> InstitutionReferral:
    given = {"reason": PauseReason.CLARIFICATION, "expected": None, **changes}
    with on(day):
        return clocks.pause_clock(
            referral.case_id, referral.pk, paused_on=in_june(day), actor=actor_of(by), **given
        )


def resumed(referral: InstitutionReferral, by: User, day: int) -> InstitutionReferral:
    with on(day):
        return clocks.resume_clock(
            referral.case_id, referral.pk, resumed_on=in_june(day), expected=None, actor=actor_of(by)
        )


def extended(referral: InstitutionReferral, by: User, day: int, until: date | None = None):
    with on(day):
        return clocks.extend_clock(
            referral.case_id,
            referral.pk,
            letter_on=in_june(day),
            until=until,
            expected=None,
            actor=actor_of(by),
        )


def case_due(referral: InstitutionReferral) -> date | None:
    return Case.objects.get(pk=referral.case_id).due_at


def last_event(referral: InstitutionReferral) -> CaseEvent:
    return CaseEvent.objects.filter(case=referral.case_id).latest("id")


def offered(referral: InstitutionReferral, to: User) -> set[str]:
    return {action.verb for action in permits.allowed_on_referral(referral, actor_of(to))}
