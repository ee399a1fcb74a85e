"""The conversation, what of it is new, who has read what, and a box to write in."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from backend.cases.services.conversation import complainant_answered, read_by_complainant
from backend.complaints.models import Message
from backend.complaints.services import latest_messages
from backend.intake.pages.parts.files import Chosen
from backend.intake.pages.parts.part import Content, Part, Visit


def shown(visit: Visit) -> Mapping[str, Any]:
    """What was written so far. What the partner wrote counts as read once it stands on a page."""
    messages = latest_messages(visit.complaint)
    if visit.request.method != "HEAD":
        read_by_complainant(visit.complaint, shown=messages)
    return {
        "messages": messages,
        "new": {message.pk for message in messages if _is_new(message, visit)},
        "waiting": visit.status.answer_awaited,
        "question": _question(messages) if visit.status.answer_awaited else None,
    }


def _question(messages: Sequence[Message]) -> UUID | None:
    """The question to be answered first; where none is marked as one, the partner's last word."""
    from_partner = [message for message in messages if message.sender == Message.Sender.PARTNER]
    asked = [message for message in from_partner if message.asks and message.ended_at is None]
    found = asked[:1] or from_partner[-1:]
    return found[0].pk if found else None


def _is_new(message: Message, visit: Visit) -> bool:
    """Not read before this visit: a second look at the page still finds it marked."""
    from_partner = message.sender == Message.Sender.PARTNER
    return from_partner and (message.read_at is None or message.read_at >= visit.begun)


def write(visit: Visit) -> None:
    """Take a message in, and the files that were chosen with it."""

    def written(kept: Content) -> None:
        message = complainant_answered(visit.complaint, text=visit.sent("text"))
        kept["typed"].pop("text", None)
        kept["notice"] = "messages_sent"
        chosen.add(kept, message)

    with Chosen(visit) as chosen:
        visit.once(written)


PART: Final = Part(
    name="messages",
    template="intake/parts/messages.html",
    shown=shown,
    buttons={"write": write},
    fields=("text",),
    words={"text": _("Your message (not sent yet)")},
    notices={"messages_sent": _("Your message has arrived.")},
)
