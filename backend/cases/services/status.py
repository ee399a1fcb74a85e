"""Where a complaint stands, in words for the complainant: no staff, no notes, nothing of other cases."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from backend.cases.models import Case, InstitutionReferral
from backend.cases.stages import CLOCK_RUNS, RUNNING, STAGE_OF, ReferralState, Stage, State
from backend.common import clock
from backend.complaints.models import Complaint
from backend.complaints.services import has_open_question

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


@dataclass(frozen=True, slots=True)
class ReferralStatus:
    """One institution that has the complaint: since when, until when it must answer, whether it did."""

    institution: dict[str, str]
    sent_on: date
    due_on: date | None
    answered_on: date | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class CaseStatus:
    """What the complainant is told."""

    reference: str
    partner: str
    received_at: datetime
    state: State
    stage: Stage
    what_happens_next: str | Promise
    answer_awaited: bool
    referrals: tuple[ReferralStatus, ...]
    outcome: str
    outcome_label: str
    outcome_text: str
    advice: str


def what_happens_next(state: State) -> str:
    """The sentence that tells a complainant what comes after a state."""
    return str(_NEXT[state])


def status_of(complaint: Complaint) -> CaseStatus:
    """The status of the case that a complaint became. Four queries."""
    case = Case.objects.select_related("owner", "data_key").get(complaint=complaint)
    state = State(case.state)
    return CaseStatus(
        reference=case.reference,
        partner=case.owner.name,
        received_at=complaint.received_at,
        state=state,
        stage=STAGE_OF[state],
        what_happens_next=_NEXT[state],
        answer_awaited=state == State.AWAITING_COMPLAINANT
        or (state in RUNNING and has_open_question(complaint)),
        referrals=_referrals_of(case),
        outcome=case.outcome if state in (State.RESOLVED, State.CLOSED, State.WITHDRAWN) else "",
        outcome_label=case.get_outcome_display() if state in (State.RESOLVED, State.CLOSED) else "",
        outcome_text=str(case.outcome_text or "") if state in (State.RESOLVED, State.CLOSED) else "",
        advice=str(case.advice or "") if state == State.INADMISSIBLE else "",
    )


def _referrals_of(case: Case) -> tuple[ReferralStatus, ...]:
    """What was really sent, in order; drafts are the partner's own affair."""
    sent = (
        case.referrals.exclude(sent_on=None)
        .exclude(state=ReferralState.CANCELLED)
        .select_related("institution")
    )
    today = clock.today(case.owner.time_zone)
    return tuple(_referral_status(referral, today) for referral in sent.order_by("sent_on", "created_at"))


def _referral_status(referral: InstitutionReferral, today: date) -> ReferralStatus:
    waiting = referral.state in CLOCK_RUNS
    return ReferralStatus(
        institution=referral.institution.names,
        sent_on=referral.sent_on or today,
        due_on=referral.due_at if waiting else None,
        answered_on=referral.answered_on,
        overdue=waiting and referral.due_at is not None and referral.due_at < today,
    )
