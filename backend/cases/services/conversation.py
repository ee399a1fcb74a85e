"""What the complainant writes back through the receipt, and what it does to the case."""

from django.db import transaction

from backend.audit.services import record
from backend.cases.models import Case
from backend.cases.services import story
from backend.cases.stages import CASE_TABLE, State, Verb, find
from backend.complaints.models import Complaint, Message
from backend.complaints.services import hold_complaint
from backend.complaints.services.messages import write_message
from backend.partners.actors import Actor, ActorKind


@transaction.atomic
def complainant_answered(complaint: Complaint, *, text: str) -> Message:
    """Take in a message of the complainant; a case that waited for it goes back to triage.

    A complaint that waits to be looked at has no case yet; its message will be there when it has.
    """
    case = _held_case_of(complaint)
    if case is None:
        return _written_before_the_case(complaint, text)
    actor = Actor.complainant(case.pk)
    message = write_message(complaint=complaint, sender=Message.Sender.COMPLAINANT, text=text, actor=actor)
    row = (
        find(CASE_TABLE, case.state, Verb.TAKE_UP_ANSWER)
        if case.state == State.AWAITING_COMPLAINANT
        else None
    )
    if row is not None:
        story.move(case, row, actor)
    else:
        story.tell(case, actor, "case.complainant_wrote", message=str(message.pk))
    return message


def _held_case_of(complaint: Complaint) -> Case | None:
    """The case, held; None where there is none, and then there will be none until this transaction ends."""
    held = Case.objects.select_for_update(of=("self",))
    case = held.filter(complaint=complaint).first()
    if case is None:
        hold_complaint(complaint)
        # It may have been opened between the two looks.
        case = held.filter(complaint=complaint).first()
    return case


def _written_before_the_case(complaint: Complaint, text: str) -> Message:
    actor = Actor(ActorKind.COMPLAINANT)
    message = write_message(complaint=complaint, sender=Message.Sender.COMPLAINANT, text=text, actor=actor)
    record(
        actor, "complaint.complainant_wrote", complaint, chain=complaint.partner_id, message=str(message.pk)
    )
    return message
