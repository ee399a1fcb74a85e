"""The conversation of a case: both sides write and read, questions wait for their answers."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from backend.cases import errors
from backend.cases.models import Case
from backend.cases.placeholders import left_in
from backend.cases.services import permits, story
from backend.cases.services.waiting import AUTHOR, held_case_of, tell_without_case
from backend.cases.stages import CASE_TABLE, RUNNING, STAGE_OF, Stage, State, Verb, find
from backend.common import clock
from backend.common.errors import Invalid, NotFound
from backend.complaints.models import Complaint, Message
from backend.complaints.services import messages
from backend.complaints.services.attachments import send_along
from backend.partners.actors import Actor

Sender = Message.Sender


@transaction.atomic
def write_to_complainant(
    case_id: UUID, *, text: str, asks: bool = False, files: Sequence[UUID] = (), actor: Actor
) -> Message:
    """Write to the complainant, who reads it with the receipt. Raises NotAllowed, WrongState or Invalid.

    A question (`asks`) in triage makes the case wait for the complainant; later it leaves the case
    where it is and waits by itself.
    """
    case = _writable(case_id, actor)
    row = None
    if asks and STAGE_OF[State(case.state)] is Stage.INTAKE and case.state != State.AWAITING_COMPLAINANT:
        row = permits.require(Verb.ASK_COMPLAINANT, case, actor)
    elif asks and case.state not in RUNNING:
        raise errors.WrongState(state=case.state)
    message = write_as_partner(case, text=text, asks=asks, actor=actor)
    sent = send_along(message=message, attachment_ids=files)
    facts: dict[str, Any] = {"message": str(message.pk), "files": len(sent)}
    if row is not None:
        story.move(case, row, actor, **facts)
    else:
        story.tell(case, actor, "case.message_written", asks=asks, **facts)
    return message


def write_as_partner(case: Case, *, text: str, asks: bool, actor: Actor, field: str = "text") -> Message:
    """A message of the partner on a locked case. Part of a larger step, which tells it. Raises Invalid."""
    if left_in(text):
        message = _("A placeholder is still to be filled in.")
        raise Invalid.field(field, "placeholder_left", message)
    return messages.write_message(
        complaint=permits.complaint_of(case), sender=Sender.PARTNER, text=text, asks=asks, actor=actor
    )


@transaction.atomic
def read_by_partner(case_id: UUID, *, until: UUID, actor: Actor) -> int:
    """The partner has read what the complainant wrote, up to a message. Says how many were new to it."""
    case = _writable(case_id, actor)
    try:
        count = messages.mark_read_until(
            complaint=permits.complaint_of(case), sender=Sender.COMPLAINANT, until=until
        )
    except NotFound:
        message = _("There is no such message in this conversation.")
        raise Invalid.field("until", "unknown_message", message) from None
    if count:
        story.tell(case, actor, "case.messages_read", until=str(until), count=count)
    return count


@transaction.atomic
def end_question(case_id: UUID, message_id: UUID, *, actor: Actor) -> Message:
    """Go on without an answer to a question, or with one that came another way. Raises NotFound."""
    case = _writable(case_id, actor)
    asked = Message.objects.filter(complaint=permits.complaint_of(case), asks=True, pk=message_id)
    message = asked.select_related("author", "data_key__partner_key").first()
    if message is None:
        raise NotFound()
    if case.state == State.AWAITING_COMPLAINANT:
        # There the whole case waits, and a verb of its own takes it on.
        raise errors.WrongState(state=case.state, verb=Verb.TAKE_UP_ANSWER)
    if message.ended_at is not None:
        raise errors.QuestionEnded()
    message.ended_at = clock.now()
    message.save(update_fields=["ended_at"])
    story.tell(case, actor, "case.question_ended", message=str(message.pk))
    return message


@transaction.atomic
def complainant_answered(complaint: Complaint, *, text: str, files: Sequence[UUID] = ()) -> Message:
    """Take in a message of the complainant: open questions end, a case that waited goes back to triage.

    `files` are some that were sent before and go with it. A complaint that waits to be looked at has no case
    yet; its message will be there when it has.
    """
    case = held_case_of(complaint)
    actor = Actor.complainant(case.pk) if case else AUTHOR
    message = messages.write_message(complaint=complaint, sender=Sender.COMPLAINANT, text=text, actor=actor)
    sent = send_along(message=message, attachment_ids=files)
    facts: dict[str, Any] = {"message": str(message.pk), "files": len(sent)}
    if case is None:
        tell_without_case(complaint, "complainant_wrote", **facts)
        return message
    facts["answered"] = messages.end_questions(complaint=complaint)
    row = (
        find(CASE_TABLE, case.state, Verb.TAKE_UP_ANSWER)
        if case.state == State.AWAITING_COMPLAINANT
        else None
    )
    if row is not None:
        story.move(case, row, actor, **facts)
    else:
        story.tell(case, actor, "case.complainant_wrote", **facts)
    return message


def read_by_complainant(complaint: Complaint, *, shown: Sequence[Message]) -> int:
    """The complainant was shown these messages. Says how many were new; only then is anything told."""
    new = [one.pk for one in shown if one.sender == Sender.PARTNER and one.read_at is None]
    return _note_reading(complaint, new) if new else 0


@transaction.atomic
def _note_reading(complaint: Complaint, new: Sequence[UUID]) -> int:
    count = messages.mark_read(complaint=complaint, sender=Sender.PARTNER, messages=new)
    # Nothing, where the same page was opened twice at once.
    if count:
        case = Case.objects.get(complaint=complaint)
        story.tell(case, Actor.complainant(case.pk), "case.complainant_read", count=count)
    return count


def _writable(case_id: UUID, actor: Actor) -> Case:
    case: Case = Case.objects.readable_by(actor).locked(case_id)
    in_intake = STAGE_OF[State(case.state)] is Stage.INTAKE
    permits.require_permission("triage_cases" if in_intake else "work_cases", case, actor)
    return case
