"""The conversation, what of it is new, who has read what, and a box to write in."""

from collections.abc import Mapping
from typing import Any, Final

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
    new = {message.pk for message in messages if _is_new(message, visit)}
    return {"messages": messages, "new": new, "waiting": visit.status.answer_awaited}


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
