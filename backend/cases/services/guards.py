"""How each guard of the tables is checked: a Problem where it stands against a step, else None."""

from collections.abc import Callable
from datetime import timedelta

from backend.cases import errors
from backend.cases.models import Case, InstitutionReferral
from backend.cases.stages import OPEN_DELIVERY, WAITING, Guard
from backend.common import clock
from backend.common.errors import Problem
from backend.common.kinds import CaseKind
from backend.complaints.models import ComplainantKind, Satisfaction
from backend.directory.calendars import today_in
from backend.directory.kinds import Silence
from backend.directory.models import Institution
from backend.partners.actors import Actor

SETTLING_TIME = timedelta(days=14)
"""How long a complainant may object to an outcome before the case is closed."""

NEEDS_APPROVAL = frozenset({CaseKind.CORRUPTION, CaseKind.JUDICIARY})
"""Kinds in which a slip can endanger the complainant: a second person looks before anything leaves."""


def waiting_referrals(case: Case) -> int:
    """How many referrals of a case are neither answered nor ended."""
    if case.waiting_at_hand is not None:
        return len(case.waiting_at_hand)
    return case.referrals.filter(state__in=WAITING).count()


def _classified(case: Case, actor: Actor) -> Problem | None:
    missing = [name for name in ("category", "institution") if getattr(case, f"{name}_id") is None]
    return errors.NotClassified(missing=missing) if missing else None


def _no_waiting_referral(case: Case, actor: Actor) -> Problem | None:
    waiting = waiting_referrals(case)
    return errors.OpenReferrals(waiting=waiting) if waiting else None


def _some_waiting_referral(case: Case, actor: Actor) -> Problem | None:
    return None if waiting_referrals(case) else errors.NoWaitingReferral()


def _settled(case: Case, actor: Actor) -> Problem | None:
    settled_at = case.resolved_at + SETTLING_TIME if case.resolved_at else None
    if settled_at is None or settled_at <= clock.now() or _rating_settles(case):
        return None
    return errors.NotSettled(settled_on=settled_at.date().isoformat())


def _rating_settles(case: Case) -> bool:
    """The complainant said what there is to say of this outcome, and does not ask to take it up again."""
    said = Satisfaction.objects.filter(complaint=case.complaint_id, given_at__gte=case.resolved_at).first()
    return said is not None and said.settles


def _consent(referral: InstitutionReferral, actor: Actor) -> Problem | None:
    given = referral.consent is not None and referral.consent.withdrawn_at is None
    return None if given or referral.override_by_id else errors.ConsentMissing()


def _redaction_checked(referral: InstitutionReferral, actor: Actor) -> Problem | None:
    return None if referral.redaction_checked_by_id else errors.RedactionUnchecked()


def _anonymity_accepted(referral: InstitutionReferral, actor: Actor) -> Problem | None:
    complaint = referral.case.complaint
    anonymous = complaint is not None and complaint.complainant_kind == ComplainantKind.ANONYMOUS
    # Unknown (None) is no refusal: the partner's lawyer decides.
    if not anonymous or referral.institution.accepts_anonymous is not False:
        return None
    return errors.AnonymousRefused(alternatives=_bodies_taking_anonymous(referral.institution))


def _bodies_taking_anonymous(institution: Institution) -> list[str]:
    """Where an anonymous complainant can turn instead: the bodies above, then others of the country."""
    above = Institution.objects.filter(pk__in=[institution.parent_id or 0], accepts_anonymous=True)
    others = Institution.objects.filter(country=institution.country, accepts_anonymous=True)
    codes = [
        *above.values_list("code", flat=True),
        *others.order_by("code").values_list("code", flat=True)[:10],
    ]
    return list(dict.fromkeys(codes))


def _second_pair_of_eyes(referral: InstitutionReferral, actor: Actor) -> Problem | None:
    return errors.OwnApproval() if referral.author_id == actor.id else None


def _needs_approval(referral: InstitutionReferral, actor: Actor) -> Problem | None:
    return None if referral.case.kind in NEEDS_APPROVAL else errors.ApprovalNotNeeded()


def _needs_no_approval(referral: InstitutionReferral, actor: Actor) -> Problem | None:
    return errors.ApprovalNeeded() if referral.case.kind in NEEDS_APPROVAL else None


def _term_passed(referral: InstitutionReferral, actor: Actor) -> Problem | None:
    if referral.clock_stands_since:
        return errors.ClockStands(since=referral.clock_stands_since.isoformat())
    # A term passes where the institution sits.
    if referral.due_at is None or referral.due_at < today_in(referral.institution.country):
        return None
    return errors.TermRunning(due_at=referral.due_at.isoformat())


def _has_term(referral: InstitutionReferral, actor: Actor) -> Problem | None:
    return None if referral.deadline_rule_id else errors.NoTerm()


def _clock_runs(referral: InstitutionReferral, actor: Actor) -> Problem | None:
    since = referral.clock_stands_since
    return errors.ClockStands(since=since.isoformat()) if since else None


def _clock_stands(referral: InstitutionReferral, actor: Actor) -> Problem | None:
    return None if referral.clock_stands_since else errors.ClockRuns()


APPEALABLE = frozenset(
    {
        InstitutionReferral.Assessment.REFUSED,
        InstitutionReferral.Assessment.PARTIAL,
        InstitutionReferral.Assessment.NON_ANSWER,
        InstitutionReferral.Assessment.DEEMED_REFUSED,
    }
)
"""What one can appeal against."""


def _appealable(referral: InstitutionReferral, actor: Actor) -> Problem | None:
    rule, silent = referral.deadline_rule, referral.answered_on is None
    # Silence of which the law makes nothing is no decision that somebody could look at.
    if rule is not None and silent and rule.silence == Silence.NOTHING:
        return errors.NotAppealable()
    return None if referral.assessment in APPEALABLE else errors.NotAppealable()


def _appeal_window(referral: InstitutionReferral, actor: Actor) -> Problem | None:
    until = referral.appeal_until
    if until is None or until >= today_in(referral.institution.country):
        return None
    return errors.AppealTooLate(until=until.isoformat())


def _appeal_in_time(referral: InstitutionReferral, actor: Actor) -> Problem | None:
    against = referral.appeals
    if against is None or against.appeal_until is None or referral.late_reason:
        return None
    # The window closes where the bodies sit, and both sit in one country.
    if against.appeal_until >= today_in(referral.institution.country):
        return None
    return errors.AppealTooLate(until=against.appeal_until.isoformat())


def _nothing_under_way(referral: InstitutionReferral, actor: Actor) -> Problem | None:
    # All of them, not a query that filters: lists fetch the deliveries of a whole page at once.
    open_one = any(delivery.state in OPEN_DELIVERY for delivery in referral.deliveries.all())
    return errors.DeliveryOpen() if open_one else None


ON_CASE: dict[Guard, Callable[[Case, Actor], Problem | None]] = {
    Guard.CLASSIFIED: _classified,
    Guard.NO_WAITING_REFERRAL: _no_waiting_referral,
    Guard.SOME_WAITING_REFERRAL: _some_waiting_referral,
    Guard.SETTLED: _settled,
}
ON_REFERRAL: dict[Guard, Callable[[InstitutionReferral, Actor], Problem | None]] = {
    Guard.CONSENT: _consent,
    Guard.REDACTION_CHECKED: _redaction_checked,
    Guard.ANONYMITY_ACCEPTED: _anonymity_accepted,
    Guard.SECOND_PAIR_OF_EYES: _second_pair_of_eyes,
    Guard.NEEDS_APPROVAL: _needs_approval,
    Guard.NEEDS_NO_APPROVAL: _needs_no_approval,
    Guard.TERM_PASSED: _term_passed,
    Guard.HAS_TERM: _has_term,
    Guard.CLOCK_RUNS: _clock_runs,
    Guard.CLOCK_STANDS: _clock_stands,
    Guard.APPEALABLE: _appealable,
    Guard.APPEAL_WINDOW: _appeal_window,
    Guard.APPEAL_IN_TIME: _appeal_in_time,
    Guard.NOTHING_UNDER_WAY: _nothing_under_way,
}
