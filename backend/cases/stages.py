"""The life of a case and of a referral as tables: from, verb, to, permission, guards; the only mover."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """The four stages of the field, and the ways out."""

    INTAKE = "intake", _("Intake")
    REFERRAL = "referral", _("Referral")
    FOLLOW_UP = "follow_up", _("Follow-up")
    RESOLUTION = "resolution", _("Resolution")
    ENDED = "ended", _("Ended otherwise")


class State(models.TextChoices):
    RECEIVED = "received", _("Received")
    TRIAGE = "triage", _("In triage")
    AWAITING_COMPLAINANT = "awaiting_complainant", _("Waiting for the complainant")
    OPEN = "open", _("Open")
    REFERRED = "referred", _("Referred")
    RESPONSE_REVIEW = "response_review", _("Answer under review")
    ESCALATED = "escalated", _("Escalated")
    RESOLVED = "resolved", _("Resolved")
    CLOSED = "closed", _("Closed")
    REOPENED = "reopened", _("Reopened")
    INADMISSIBLE = "inadmissible", _("Inadmissible")
    DUPLICATE = "duplicate", _("Duplicate")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    TRANSFERRED = "transferred", _("Transferred")


STAGE_OF: Final[dict[State, Stage]] = {
    State.RECEIVED: Stage.INTAKE,
    State.TRIAGE: Stage.INTAKE,
    State.AWAITING_COMPLAINANT: Stage.INTAKE,
    State.OPEN: Stage.REFERRAL,
    State.REFERRED: Stage.REFERRAL,
    State.RESPONSE_REVIEW: Stage.FOLLOW_UP,
    State.ESCALATED: Stage.FOLLOW_UP,
    State.RESOLVED: Stage.RESOLUTION,
    State.CLOSED: Stage.RESOLUTION,
    State.REOPENED: Stage.RESOLUTION,
    State.INADMISSIBLE: Stage.ENDED,
    State.DUPLICATE: Stage.ENDED,
    State.WITHDRAWN: Stage.ENDED,
    State.TRANSFERRED: Stage.ENDED,
}


# Of a case that was found admissible and not taken back, the public may be told; then whether it is at work.
PUBLISHABLE: Final = frozenset(
    {
        State.OPEN,
        State.REFERRED,
        State.RESPONSE_REVIEW,
        State.ESCALATED,
        State.RESOLVED,
        State.CLOSED,
        State.REOPENED,
    }
)
PUBLICLY_CLOSED: Final = frozenset({State.RESOLVED, State.CLOSED})


class Verb(models.TextChoices):
    """What may be done to a case."""

    START_TRIAGE = "start_triage", _("Start triage")
    ASK_COMPLAINANT = "ask_complainant", _("Ask the complainant")
    TAKE_UP_ANSWER = "take_up_answer", _("Go on with triage")
    OPEN = "open", _("Open the case")
    REFER = "refer", _("Refer to an institution")
    ESCALATE = "escalate", _("Escalate to a higher institution")
    REVIEW_ANSWER = "review_answer", _("Review the answer")
    AWAIT_ANSWERS = "await_answers", _("Wait for the other answers")
    RESOLVE = "resolve", _("Resolve")
    CLOSE = "close", _("Close")
    REOPEN = "reopen", _("Reopen")
    RESUME = "resume", _("Resume work")
    DECLARE_INADMISSIBLE = "declare_inadmissible", _("Declare inadmissible")
    MARK_DUPLICATE = "mark_duplicate", _("Mark as a duplicate")
    UNDO_MERGE = "undo_merge", _("Undo the merging")
    WITHDRAW = "withdraw", _("Record the withdrawal")
    TAKE_BACK = "take_back", _("Withdraw the complaint")
    CONFIRM_OUTCOME = "confirm_outcome", _("Confirm the outcome")
    TRANSFER = "transfer", _("Hand over to another partner")


class Guard(models.TextChoices):
    """Conditions beside state and permission; `services/guards.py` says how each is checked."""

    CLASSIFIED = "classified", _("category and institution are set")
    NO_WAITING_REFERRAL = "no_waiting_referral", _("no institution still has to answer, or a reason is given")
    SOME_WAITING_REFERRAL = "some_waiting_referral", _("an institution still has to answer")
    SETTLED = (
        "settled",
        _("the complainant confirmed or rated the outcome, or 14 days passed since it was told"),
    )
    CONSENT = "consent", _("the complainant agreed to this institution, or a coordinator gives a reason")
    REDACTION_CHECKED = "redaction_checked", _("somebody checked what leaves")
    ANONYMITY_ACCEPTED = (
        "anonymity_accepted",
        _("the institution takes anonymous complaints, where this is one"),
    )
    SECOND_PAIR_OF_EYES = "second_pair_of_eyes", _("approved by somebody other than the author")
    NEEDS_APPROVAL = "needs_approval", _("corruption and judiciary: another person approves")
    NEEDS_NO_APPROVAL = "needs_no_approval", _("public service and information requests")
    TERM_PASSED = "term_passed", _("the due date has passed")
    HAS_TERM = "has_term", _("the institution has a term by law")
    CLOCK_RUNS = "clock_runs", _("the clock is not paused")
    CLOCK_STANDS = "clock_stands", _("the clock is paused")
    APPEALABLE = "appealable", _("refused, answered in part or not at all")
    APPEAL_WINDOW = "appeal_window", _("the time for an appeal is not over, or a reason is given")
    APPEAL_IN_TIME = "appeal_in_time", _("an appeal leaves before its time is over, or a reason is given")
    NOTHING_UNDER_WAY = "nothing_under_way", _("no delivery is prepared, under way or unclear")


class ReferralState(models.TextChoices):
    """The life of a referral to an institution."""

    DRAFT = "draft", _("Draft")
    APPROVAL = "approval", _("Waiting for approval")
    QUEUED = "queued", _("Ready to be sent")
    SENT = "sent", _("Sent")
    DELIVERY_FAILED = "delivery_failed", _("Delivery failed")
    REGISTERED = "registered", _("Registered by the institution")
    CLARIFICATION = "clarification", _("Clarification asked")
    REDIRECTED = "redirected", _("Redirected to another body")
    ANSWERED = "answered", _("Answered")
    ASSESSED = "assessed", _("Answer assessed")
    CLOSED = "closed", _("Closed")
    CANCELLED = "cancelled", _("Cancelled before sending")


class ReferralVerb(models.TextChoices):
    """What may be done to a referral."""

    SUBMIT = "submit", _("Submit for approval")
    RELEASE = "release", _("Release for sending")
    APPROVE = "approve", _("Approve")
    SEND_BACK = "send_back", _("Send back to the author")
    SEND = "send", _("Record the sending")
    FAIL_DELIVERY = "fail_delivery", _("Record that delivery failed")
    REQUEUE = "requeue", _("Prepare to send again")
    REGISTER = "register", _("Record the protocol number")
    ASK_CLARIFICATION = "ask_clarification", _("Record that clarification was asked")
    CLARIFY = "clarify", _("Record the clarification given")
    REDIRECT = "redirect", _("Record the redirection")
    RECORD_ANSWER = "record_answer", _("Record the answer")
    NOTE_SILENCE = "note_silence", _("Note that no answer came")
    ASSESS = "assess", _("Assess the answer")
    CLOSE = "close", _("Close the referral")
    CANCEL = "cancel", _("Cancel")
    PAUSE_CLOCK = "pause_clock", _("Pause the clock")
    RESUME_CLOCK = "resume_clock", _("Let the clock run again")
    EXTEND_CLOCK = "extend_clock", _("Record that the institution takes more time")
    APPEAL = "appeal", _("Prepare an appeal")


class HidingReason(models.TextChoices):
    """Why a part of the complainant's own words is blacked out."""

    NAME = "name", _("A name")
    CONTACT = "contact", _("Telephone, e-mail or address")
    NUMBER = "number", _("A personal, account or plate number")
    PLACE = "place", _("A place or time that gives somebody away")
    HEALTH = "health", _("Health, family or belief")
    THIRD_PERSON = "third_person", _("Somebody else")
    OTHER = "other", _("Something else that has to be protected")


class FindingKind(models.TextChoices):
    """What looks like personal data in something that is about to leave."""

    EMAIL = "email", _("E-mail address")
    PHONE = "phone", _("Telephone number")
    PERSONAL_NUMBER = "personal_number", _("Personal number")
    DOCUMENT_NUMBER = "document_number", _("Number of a document")
    IBAN = "iban", _("Bank account")
    CARD = "card", _("Payment card")
    PLATE = "plate", _("Number plate")
    LONG_NUMBER = "long_number", _("A long number")
    RESTRICTED_PERSON = "restricted_person", _("The judge, prosecutor or official whose name is restricted")


class NextReason(models.TextChoices):
    """Why a complaint can go to a body after another one had it."""

    APPEAL = "appeal", _("It hears appeals under the law of this term")
    SUPERIOR = "superior", _("It stands above the institution")
    OMBUDSMAN = "ombudsman", _("The ombudsperson of the country")
    OVERSIGHT = "oversight", _("It oversees such cases in the whole country")


class DestinationReason(models.TextChoices):
    """Why an institution is suggested for a case."""

    NAMED = "named", _("The complaint is about it")
    COMPETENT = "competent", _("It answers for this category")
    PLACE = "place", _("It works for this place")
    SUPERIOR = "superior", _("It stands above the institution that the complaint is about")
    OVERSIGHT = "oversight", _("It oversees such cases in the whole country")
    OMBUDSMAN = "ombudsman", _("The ombudsperson of the country")


class DeliveryState(models.TextChoices):
    """One attempt to bring a letter to an institution."""

    PREPARED = "prepared", _("To be done by a person")
    UNDER_WAY = "under_way", _("On its way")
    SENT = "sent", _("Sent")
    UNCLEAR = "unclear", _("Nobody knows whether it left")
    FAILED = "failed", _("Failed")
    CANCELLED = "cancelled", _("Cancelled")


class DeliveryVerb(models.TextChoices):
    """What may be done to a delivery, and what happens to one."""

    SENT = "sent", _("Record that it left")
    FAILED = "failed", _("Record that it did not arrive")
    CANCEL = "cancel", _("Cancel the delivery")
    LEFT = "left", _("Say that it left")
    SEND_AGAIN = "send_again", _("Send it again")
    TAKEN = "taken", _("The mail server took it")
    LOST_SIGHT = "lost_sight", _("The worker was lost while it handed it over")
    CAME_BACK = "came_back", _("It was refused or came back")
    STOPPED = "stopped", _("It may not leave any more")


class DeliveryFailure(models.TextChoices):
    """Why a letter did not arrive, as a person records it."""

    RETURNED = "returned", _("The post brought it back")
    NOT_ACCEPTED = "not_accepted", _("The institution did not take it")
    WRONG_ADDRESS = "wrong_address", _("The address was wrong")
    PORTAL_REFUSED = "portal_refused", _("The portal did not take it")
    NOT_DONE = "not_done", _("It was not done after all")
    OTHER = "other", _("Another reason, in words")


class OriginalReason(models.TextChoices):
    """Why somebody opens the original of a file, with all that it tells of whoever made it."""

    EVIDENCE = "evidence", _("When, where or with what it was made matters for the case")
    COPY_UNUSABLE = "copy_unusable", _("There is no clean copy, or it cannot be read")
    FOR_INSTITUTION = "for_institution", _("An institution or court needs the original")
    COMPLAINANT_ASKED = "complainant_asked", _("The complainant asked for it")


class PauseReason(models.TextChoices):
    """Why an institution's term stands still."""

    CLARIFICATION = "clarification", _("The institution waits for a clarification")
    COMPLAINANT = "complainant", _("The complainant has to bring something first")
    OTHER_PROCEEDINGS = "other_proceedings", _("Another proceeding has to end first")
    EXPERT = "expert", _("An expert's opinion is awaited")
    EMERGENCY = "emergency", _("A state of emergency or force majeure")
    AGREED = "agreed", _("Agreed with the institution")
    OTHER = "other", _("Another reason, in words")


BY_RECEIPT: Final = "receipt"
"""In the place of a permission: the complainant does it, with the receipt of this case."""


@dataclass(frozen=True, slots=True)
class Transition:
    """One row: from any of `sources`, `verb` leads to `target`; who may, and what else must hold.

    `caused_by` names the act that brings it about where the verb has no address of its own.
    """

    sources: frozenset[str]
    verb: str
    target: str
    permission: str
    guards: tuple[Guard, ...] = ()
    caused_by: str | Promise = ""


def _row(
    sources: str | Iterable[str], verb: str, target: str, permission: str, *guards: Guard, caused_by: str = ""
) -> Transition:
    listed = (sources,) if isinstance(sources, str) else tuple(sources)
    return Transition(frozenset(listed), verb, target, permission, guards, caused_by)


_INTAKE: Final = (State.RECEIVED, State.TRIAGE, State.AWAITING_COMPLAINANT)
_WORK: Final = (State.OPEN, State.REFERRED, State.RESPONSE_REVIEW, State.ESCALATED)
RUNNING: Final = (*_INTAKE, *_WORK, State.REOPENED)
"""States in which a case still needs work."""
TAKES_REFERRALS: Final = _WORK
"""States in which a letter to an institution may be prepared."""

MERGEABLE: Final = (*_INTAKE, State.OPEN)
"""States in which a case may be found to be a duplicate, and to which it goes back when that is undone."""

CASE_TABLE: Final[tuple[Transition, ...]] = (
    _row(State.RECEIVED, Verb.START_TRIAGE, State.TRIAGE, "triage_cases"),
    _row(State.TRIAGE, Verb.ASK_COMPLAINANT, State.AWAITING_COMPLAINANT, "triage_cases"),
    _row(State.AWAITING_COMPLAINANT, Verb.TAKE_UP_ANSWER, State.TRIAGE, "triage_cases"),
    _row(State.TRIAGE, Verb.OPEN, State.OPEN, "triage_cases", Guard.CLASSIFIED),
    _row(
        (State.OPEN, State.REFERRED, State.RESPONSE_REVIEW),
        Verb.REFER,
        State.REFERRED,
        "refer_cases",
        caused_by="a referral is sent",
    ),
    _row(
        (State.REFERRED, State.RESPONSE_REVIEW, State.ESCALATED),
        Verb.ESCALATE,
        State.ESCALATED,
        "refer_cases",
        caused_by="a referral that escalates another one is sent",
    ),
    _row(
        (State.REFERRED, State.ESCALATED, State.RESPONSE_REVIEW),
        Verb.REVIEW_ANSWER,
        State.RESPONSE_REVIEW,
        "work_cases",
        caused_by="an answer or the silence of an institution is recorded",
    ),
    _row(
        State.RESPONSE_REVIEW,
        Verb.AWAIT_ANSWERS,
        State.REFERRED,
        "work_cases",
        Guard.SOME_WAITING_REFERRAL,
    ),
    _row(_WORK, Verb.RESOLVE, State.RESOLVED, "close_cases", Guard.NO_WAITING_REFERRAL),
    _row(State.RESOLVED, Verb.CLOSE, State.CLOSED, "close_cases", Guard.SETTLED),
    _row(
        State.RESOLVED,
        Verb.CONFIRM_OUTCOME,
        State.CLOSED,
        BY_RECEIPT,
        caused_by="the complainant confirms the outcome, or rates it and asks for nothing more",
    ),
    _row(
        (State.RESOLVED, State.CLOSED, State.INADMISSIBLE, State.DUPLICATE, State.WITHDRAWN),
        Verb.REOPEN,
        State.REOPENED,
        "close_cases",
    ),
    _row(State.REOPENED, Verb.RESUME, State.OPEN, "work_cases", Guard.CLASSIFIED),
    _row((*_INTAKE, State.OPEN), Verb.DECLARE_INADMISSIBLE, State.INADMISSIBLE, "close_cases"),
    _row(MERGEABLE, Verb.MARK_DUPLICATE, State.DUPLICATE, "triage_cases"),
    # The one verb with several ways: the case goes back to where it was.
    *(
        _row(
            State.DUPLICATE,
            Verb.UNDO_MERGE,
            before,
            "triage_cases",
            caused_by="the merging of a case that was in this state is undone",
        )
        for before in MERGEABLE
    ),
    _row(RUNNING, Verb.WITHDRAW, State.WITHDRAWN, "close_cases", Guard.NO_WAITING_REFERRAL),
    _row(
        RUNNING,
        Verb.TAKE_BACK,
        State.WITHDRAWN,
        BY_RECEIPT,
        caused_by="the complainant withdraws the complaint through the receipt",
    ),
    _row(
        (State.TRIAGE, State.OPEN, State.REOPENED),
        Verb.TRANSFER,
        State.TRANSFERRED,
        "share_cases",
        caused_by="the other partner's coordinator accepts the transfer",
    ),
)

CASE_STEPS: Final = tuple(
    verb for verb in Verb if any(row.verb == verb and not row.caused_by for row in CASE_TABLE)
)
"""Verbs that have an address of their own; the others come about by another act."""

_WAITING_AT_INSTITUTION: Final = (ReferralState.SENT, ReferralState.REGISTERED, ReferralState.CLARIFICATION)
WAITING: Final = (
    ReferralState.DRAFT,
    ReferralState.APPROVAL,
    ReferralState.QUEUED,
    ReferralState.DELIVERY_FAILED,
    *_WAITING_AT_INSTITUTION,
)
"""Referral states that stand against resolving the case."""

CLOCK_RUNS: Final = _WAITING_AT_INSTITUTION
"""Referral states in which the institution's term runs."""


def _in_each(verb: ReferralVerb, *guards: Guard) -> tuple[Transition, ...]:
    """A verb of the clock, in every state in which one runs."""
    return tuple(_row(state, verb, state, "refer_cases", *guards) for state in CLOCK_RUNS)


_BEFORE_LEAVING: Final = (Guard.CONSENT, Guard.REDACTION_CHECKED, Guard.ANONYMITY_ACCEPTED)
# Asked while there is still something to decide: that a letter left is a fact, late or not.
_BEFORE_RELEASE: Final = (*_BEFORE_LEAVING, Guard.APPEAL_IN_TIME)

REFERRAL_TABLE: Final[tuple[Transition, ...]] = (
    _row(
        ReferralState.DRAFT,
        ReferralVerb.SUBMIT,
        ReferralState.APPROVAL,
        "refer_cases",
        Guard.NEEDS_APPROVAL,
        *_BEFORE_RELEASE,
    ),
    _row(
        ReferralState.DRAFT,
        ReferralVerb.RELEASE,
        ReferralState.QUEUED,
        "refer_cases",
        Guard.NEEDS_NO_APPROVAL,
        *_BEFORE_RELEASE,
    ),
    _row(
        ReferralState.APPROVAL,
        ReferralVerb.APPROVE,
        ReferralState.QUEUED,
        "approve_referrals",
        Guard.SECOND_PAIR_OF_EYES,
        *_BEFORE_RELEASE,
    ),
    _row(
        (ReferralState.APPROVAL, ReferralState.QUEUED),
        ReferralVerb.SEND_BACK,
        ReferralState.DRAFT,
        "approve_referrals",
        Guard.NOTHING_UNDER_WAY,
    ),
    _row(
        ReferralState.QUEUED,
        ReferralVerb.SEND,
        ReferralState.SENT,
        "refer_cases",
        *_BEFORE_LEAVING,
        Guard.NOTHING_UNDER_WAY,
    ),
    _row(
        # From `queued`, too: a mail that is refused, or given up after many tries, has never left.
        (ReferralState.QUEUED, ReferralState.SENT),
        ReferralVerb.FAIL_DELIVERY,
        ReferralState.DELIVERY_FAILED,
        "refer_cases",
        Guard.NOTHING_UNDER_WAY,
    ),
    _row(ReferralState.DELIVERY_FAILED, ReferralVerb.REQUEUE, ReferralState.QUEUED, "refer_cases"),
    _row(ReferralState.SENT, ReferralVerb.REGISTER, ReferralState.REGISTERED, "refer_cases"),
    _row(
        (ReferralState.SENT, ReferralState.REGISTERED),
        ReferralVerb.ASK_CLARIFICATION,
        ReferralState.CLARIFICATION,
        "refer_cases",
    ),
    _row(ReferralState.CLARIFICATION, ReferralVerb.CLARIFY, ReferralState.SENT, "refer_cases"),
    _row(_WAITING_AT_INSTITUTION, ReferralVerb.REDIRECT, ReferralState.REDIRECTED, "refer_cases"),
    # An answer is one also after a bounce, or after silence was noted: it is weighed anew.
    _row(
        (*_WAITING_AT_INSTITUTION, ReferralState.DELIVERY_FAILED, ReferralState.ASSESSED),
        ReferralVerb.RECORD_ANSWER,
        ReferralState.ANSWERED,
        "refer_cases",
    ),
    _row(
        _WAITING_AT_INSTITUTION,
        ReferralVerb.NOTE_SILENCE,
        ReferralState.ASSESSED,
        "refer_cases",
        Guard.TERM_PASSED,
    ),
    _row(ReferralState.ANSWERED, ReferralVerb.ASSESS, ReferralState.ASSESSED, "refer_cases"),
    _row(ReferralState.ASSESSED, ReferralVerb.CLOSE, ReferralState.CLOSED, "refer_cases"),
    _row(
        (ReferralState.DRAFT, ReferralState.APPROVAL, ReferralState.QUEUED, ReferralState.DELIVERY_FAILED),
        ReferralVerb.CANCEL,
        ReferralState.CANCELLED,
        "refer_cases",
        Guard.NOTHING_UNDER_WAY,
    ),
    # From here on the referral stays in its state. An appeal is a referral of its own.
    *(
        _row(state, ReferralVerb.APPEAL, state, "refer_cases", Guard.APPEALABLE, Guard.APPEAL_WINDOW)
        for state in (ReferralState.ASSESSED, ReferralState.CLOSED)
    ),
    *_in_each(ReferralVerb.PAUSE_CLOCK, Guard.HAS_TERM, Guard.CLOCK_RUNS),
    *_in_each(ReferralVerb.RESUME_CLOCK, Guard.CLOCK_STANDS),
    *_in_each(ReferralVerb.EXTEND_CLOCK, Guard.HAS_TERM, Guard.CLOCK_RUNS),
)

OPEN_DELIVERY: Final = (DeliveryState.PREPARED, DeliveryState.UNDER_WAY, DeliveryState.UNCLEAR)
"""Delivery states in which a letter leaves, or may have left: of a referral there is at most one such."""

DELIVERY_TABLE: Final[tuple[Transition, ...]] = (
    _row(DeliveryState.PREPARED, DeliveryVerb.SENT, DeliveryState.SENT, "refer_cases"),
    _row(
        (DeliveryState.PREPARED, DeliveryState.UNDER_WAY),
        DeliveryVerb.CANCEL,
        DeliveryState.CANCELLED,
        "refer_cases",
    ),
    _row(DeliveryState.UNCLEAR, DeliveryVerb.LEFT, DeliveryState.SENT, "refer_cases"),
    _row(DeliveryState.UNCLEAR, DeliveryVerb.SEND_AGAIN, DeliveryState.UNDER_WAY, "refer_cases"),
    _row(
        (DeliveryState.PREPARED, DeliveryState.UNCLEAR, DeliveryState.SENT),
        DeliveryVerb.FAILED,
        DeliveryState.FAILED,
        "refer_cases",
    ),
    _row(
        (DeliveryState.UNDER_WAY, DeliveryState.UNCLEAR),
        DeliveryVerb.TAKEN,
        DeliveryState.SENT,
        "refer_cases",
        caused_by="the mail server took it, or the copy of it was found",
    ),
    _row(
        DeliveryState.UNDER_WAY,
        DeliveryVerb.LOST_SIGHT,
        DeliveryState.UNCLEAR,
        "refer_cases",
        caused_by="the worker or the connection is lost while the mail is handed over",
    ),
    _row(
        (DeliveryState.UNDER_WAY, DeliveryState.UNCLEAR, DeliveryState.SENT),
        DeliveryVerb.CAME_BACK,
        DeliveryState.FAILED,
        "refer_cases",
        caused_by="the mail is refused, given up after many tries, or comes back",
    ),
    _row(
        DeliveryState.UNDER_WAY,
        DeliveryVerb.STOPPED,
        DeliveryState.CANCELLED,
        "refer_cases",
        caused_by="consent, state of the case or dossier changed before the mail left",
    ),
)


def find(table: Iterable[Transition], state: str, verb: str) -> Transition | None:
    """The row for a verb in a state, if there is one."""
    return next((row for row in table if row.verb == verb and state in row.sources), None)


def way_back(table: Iterable[Transition], state: str, verb: str, target: str) -> Transition | None:
    """The row for a verb that leads to where something was before."""
    return next((row for row in rows_from(table, state) if (row.verb, row.target) == (verb, target)), None)


def rows_from(table: Iterable[Transition], state: str) -> Iterator[Transition]:
    """Every row that starts in a state."""
    return (row for row in table if state in row.sources)
