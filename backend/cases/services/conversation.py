"""What the complainant writes back through the receipt, and what it does to the case."""

from django.db import transaction

from backend.cases.models import Case
from backend.cases.services import story
from backend.cases.stages import CASE_TABLE, State, Verb, find
from backend.complaints.models import Complaint, Message
from backend.complaints.services.messages import write_message
from backend.partners.actors import Actor


@transaction.atomic
def complainant_answered(complaint: Complaint, *, text: str) -> Message:
    """Take in a message of the complainant; a case that waited for it goes back to triage."""
    case = Case.objects.select_for_update(of=("self",)).get(complaint=complaint)
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
