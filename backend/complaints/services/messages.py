"""Messages between complainant and partner."""

from typing import Final

from django.db import transaction

from backend.common.errors import Invalid
from backend.complaints.models import Complaint, Message
from backend.complaints.words import LONGEST_MESSAGE, check_words
from backend.partners.actors import Actor

MOST_SHOWN: Final = 200


@transaction.atomic
def write_message(*, complaint: Complaint, sender: Message.Sender, text: str, actor: Actor) -> Message:
    """Keep one message under the complaint's key. Raises Invalid.

    Part of the conversation of a case, which says what follows from it and leaves the audit line.
    """
    if errors := check_words("text", text, longest=LONGEST_MESSAGE, required=True):
        raise Invalid(errors)
    message = Message(
        complaint=complaint,
        data_key_id=complaint.data_key_id,
        sender=sender,
        author=actor.user,
    )
    message.text = text
    message.save(force_insert=True)
    return message


def latest_messages(complaint: Complaint) -> list[Message]:
    """The conversation in the order it was written; of a very long one the end."""
    latest = Message.objects.filter(complaint=complaint).select_related("data_key__partner_key")
    return list(latest.order_by("-sent_at", "-id")[:MOST_SHOWN])[::-1]
