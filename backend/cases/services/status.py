"""Where a complaint stands, in words for the complainant: no staff, no notes, nothing of other cases."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from backend.cases.models import Case, ClockPause, InstitutionReferral, Transfer
from backend.cases.services.feedback import RATABLE
from backend.cases.services.guards import SETTLING_TIME
from backend.cases.services.withdrawal import may_withdraw
from backend.cases.stages import CLOCK_RUNS, RUNNING, STAGE_OF, PauseReason, ReferralState, Stage, State
from backend.common import clock
from backend.complaints.models import Complaint, Satisfaction
from backend.complaints.services import consents_to_processing, has_open_question
from backend.complaints.services.satisfaction import rating_of
from backend.directory.kinds import Certainty

_NEXT: dict[str, str | Promise] = {
    State.RECEIVED: _("We have your complaint. Somebody will read it within a few days."),
    State.TRIAGE: _("We are reading your complaint and checking which institution is responsible."),
    State.AWAITING_COMPLAINANT: _("We have a question for you. Please read it and answer."),
    State.OPEN: _("We have accepted your complaint and are preparing a letter to the institution."),
    State.REFERRED: _(
        "Your complaint lies with the institution. We watch its time to answer and will remind it."
    ),
    State.RESPONSE_REVIEW: _(
        "The institution has answered or let its time pass. We are looking at what follows."
    ),
    State.ESCALATED: _("We have taken your complaint to a higher institution."),
    State.RESOLVED: _("We have finished our work. Please read the outcome; you have 14 days to object."),
    State.CLOSED: _("Your complaint is closed. You can still read the outcome."),
    State.REOPENED: _("We have taken your complaint up again."),
    State.INADMISSIBLE: _("We cannot take this complaint further. Please read our advice on where to turn."),
    State.DUPLICATE: _("The same complaint is already being worked on."),
    State.WITHDRAWN: _("You have withdrawn your complaint."),
    State.TRANSFERRED: _("Another partner organisation is working on your complaint."),
}


class Fate(models.TextChoices):
    """What became of a complaint at an institution, as its author sees it."""

    WAITING = "waiting", _("An answer is awaited")
    NOT_DELIVERED = "not_delivered", _("The letter did not arrive")
    ANSWERED = "answered", _("It answered")
    SILENT = "silent", _("It did not answer in time")
    PASSED_ON = "passed_on", _("It passed the complaint on")


class Action(models.TextChoices):
    """What the complainant may do with the receipt now."""

    WRITE = "write", _("Write to the organisation")
    CONFIRM = "confirm", _("Confirm the outcome")
    RATE = "rate", _("Rate outcome and process")
    WITHDRAW = "withdraw", _("Withdraw the complaint")


@dataclass(frozen=True, slots=True)
class ReferralStatus:
    """One institution that has the complaint: since when, until when it must answer, what it did."""

    institution: dict[str, str]
    sent_on: date
    due_on: date | None
    answered_on: date | None
    overdue: bool
    fate: Fate
    # How it came there: taken to a higher body, or passed on by another institution.
    escalated: bool
    passed_on_to_it: bool
    registered_on: date | None
    protocol_number: str
    # Its clock: by law it has a term; it asked for more time; the term stands still, and why.
    has_term: bool
    asked_for_time_on: date | None
    stands_since: date | None
    stands_because: PauseReason | None
    has_a_question: bool
    # What the answer is worth, or what the law makes of silence; empty while nobody can say.
    assessment: str
    silence: str


@dataclass(frozen=True, slots=True)
class CaseStatus:
    """What the complainant is told."""

    # None while the complaint waits to be looked at.
    reference: str | None
    partner: str
    received_at: datetime
    state: State
    stage: Stage
    # The day on which each stage was last reached, and on which the present state was.
    reached: Mapping[Stage, date]
    since: date
    what_happens_next: str | Promise
    answer_awaited: bool
    referrals: tuple[ReferralStatus, ...]
    handed_over_on: date | None
    outcome: str
    outcome_label: str
    outcome_text: str
    advice: str
    # The last day to object to the outcome, while the case is not closed.
    object_until: date | None
    satisfaction: Satisfaction | None
    allowed_actions: tuple[Action, ...]


def what_happens_next(state: State) -> str:
    """The sentence that tells a complainant what comes after a state."""
    return str(_NEXT[state])


def status_of(complaint: Complaint) -> CaseStatus:
    """The status of the case that a complaint became, or of a complaint that is none yet. Few queries."""
    case = Case.objects.select_related("owner", "data_key").filter(complaint=complaint).first()
    if case is None:
        return _received(complaint)
    state, zone = State(case.state), case.owner.time_zone
    moves = [(clock.day_of(at, zone), State(to)) for at, to in _moves_of(case)]
    told = state in (State.RESOLVED, State.CLOSED)
    return CaseStatus(
        reference=case.reference,
        partner=case.owner.name,
        received_at=complaint.received_at,
        state=state,
        stage=STAGE_OF[state],
        reached={STAGE_OF[to]: day for day, to in moves},
        since=moves[-1][0] if moves else clock.day_of(complaint.received_at, zone),
        what_happens_next=_NEXT[state],
        answer_awaited=state == State.AWAITING_COMPLAINANT
        or (state in RUNNING and has_open_question(complaint)),
        referrals=_referrals_of(case),
        handed_over_on=_handed_over_on(case),
        outcome=case.outcome if told or state == State.WITHDRAWN else "",
        outcome_label=case.get_outcome_display() if told else "",
        outcome_text=str(case.outcome_text or "") if told else "",
        advice=str(case.advice or "") if state == State.INADMISSIBLE else "",
        object_until=_object_until(case) if state == State.RESOLVED else None,
        satisfaction=_rated(complaint, case) if told else None,
        allowed_actions=_allowed(state),
    )


def _received(complaint: Complaint) -> CaseStatus:
    """A complaint that waits to be looked at: for its author it was received like any other, but for its
    number, which it gets with its case. Taken back before anybody looked, it is withdrawn."""
    day = clock.day_of(complaint.received_at, complaint.partner.time_zone)
    state = State.RECEIVED if consents_to_processing(complaint) else State.WITHDRAWN
    return CaseStatus(
        reference=None,
        partner=complaint.partner.name,
        received_at=complaint.received_at,
        state=state,
        stage=STAGE_OF[state],
        reached={Stage.INTAKE: day},
        since=day,
        what_happens_next=_NEXT[state],
        answer_awaited=False,
        referrals=(),
        handed_over_on=None,
        outcome="",
        outcome_label="",
        outcome_text="",
        advice="",
        object_until=None,
        satisfaction=None,
        allowed_actions=(Action.WRITE, Action.WITHDRAW) if state == State.RECEIVED else (Action.WRITE,),
    )


def _allowed(state: State) -> tuple[Action, ...]:
    allowed = [Action.WRITE]
    if state == State.RESOLVED:
        allowed.append(Action.CONFIRM)
    if state in RATABLE:
        allowed.append(Action.RATE)
    if may_withdraw(state):
        allowed.append(Action.WITHDRAW)
    return tuple(allowed)


def _moves_of(case: Case) -> Iterable[tuple[datetime, str]]:
    """When the case came into which state, in order."""
    return case.events.exclude(to_state="").order_by("id").values_list("at", "to_state")


def _handed_over_on(case: Case) -> date | None:
    """The day on which it came from another organisation; a case that did has kept its former reference."""
    if not case.former_reference:
        return None
    handed = case.transfers.filter(state=Transfer.State.ACCEPTED).order_by("-decided_at").first()
    return clock.day_of(handed.decided_at, case.owner.time_zone) if handed and handed.decided_at else None


def _object_until(case: Case) -> date | None:
    last = case.resolved_at + SETTLING_TIME if case.resolved_at else None
    return clock.day_of(last, case.owner.time_zone) if last else None


def _rated(complaint: Complaint, case: Case) -> Satisfaction | None:
    """What was said of this outcome; what was said of an earlier one is not shown as an answer to it."""
    said = rating_of(complaint)
    of_this = said is not None and (case.resolved_at is None or said.given_at >= case.resolved_at)
    return said if of_this else None


def _referrals_of(case: Case) -> tuple[ReferralStatus, ...]:
    """What was really sent, in order; drafts are the partner's own affair."""
    sent = (
        case.referrals.exclude(sent_on=None)
        .exclude(state=ReferralState.CANCELLED)
        .select_related("institution", "deadline_rule")
        .order_by("sent_on", "created_at")
    )
    today = clock.today(case.owner.time_zone)
    referrals = list(sent)
    reasons = _reasons_to_stand(referrals)
    return tuple(_referral_status(one, today, reasons.get(one.pk)) for one in referrals)


def _reasons_to_stand(referrals: Iterable[InstitutionReferral]) -> dict[UUID, PauseReason]:
    standing = [one.pk for one in referrals if one.clock_stands_since]
    if not standing:
        return {}
    pauses = ClockPause.objects.filter(referral__in=standing, resumed_on=None)
    return {pk: PauseReason(reason) for pk, reason in pauses.values_list("referral_id", "reason")}


def _referral_status(
    referral: InstitutionReferral, today: date, stands_because: PauseReason | None
) -> ReferralStatus:
    waiting = referral.state in CLOCK_RUNS
    fate = _fate_of(referral)
    return ReferralStatus(
        institution=referral.institution.names,
        sent_on=referral.sent_on or today,
        due_on=referral.due_at if waiting else None,
        answered_on=referral.answered_on,
        overdue=waiting and referral.due_at is not None and referral.due_at < today,
        fate=fate,
        escalated=referral.escalates_id is not None,
        passed_on_to_it=referral.redirected_from_id is not None,
        registered_on=referral.registered_on,
        protocol_number=referral.protocol_number,
        has_term=referral.deadline_rule_id is not None,
        asked_for_time_on=referral.extension_letter_on if waiting else None,
        stands_since=referral.clock_stands_since if waiting else None,
        stands_because=stands_because if waiting else None,
        has_a_question=referral.state == ReferralState.CLARIFICATION,
        assessment=referral.assessment if fate == Fate.ANSWERED else "",
        silence=_silence_of(referral) if fate == Fate.SILENT else "",
    )


def _fate_of(referral: InstitutionReferral) -> Fate:
    if referral.state in CLOCK_RUNS:
        return Fate.WAITING
    if referral.state == ReferralState.REDIRECTED:
        return Fate.PASSED_ON
    if referral.state in (ReferralState.DELIVERY_FAILED, ReferralState.QUEUED):
        return Fate.NOT_DELIVERED
    return Fate.ANSWERED if referral.answered_on else Fate.SILENT


def _silence_of(referral: InstitutionReferral) -> str:
    """What the law makes of it, where that is known for sure."""
    rule = referral.deadline_rule
    return rule.silence if rule is not None and rule.certainty == Certainty.VERIFIED else ""
