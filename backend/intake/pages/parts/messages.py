"""The conversation, and a box to write in."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from backend.cases.services.conversation import complainant_answered
from backend.cases.stages import State
from backend.complaints.services import latest_messages
from backend.intake.pages.parts.part import Content, Part, Visit


def shown(visit: Visit) -> Mapping[str, Any]:
    """What was written so far, and whether an answer is waited for."""
    return {
        "messages": latest_messages(visit.complaint),
        "waiting": visit.status.state == State.AWAITING_COMPLAINANT,
    }


def write(visit: Visit) -> None:
    """Take a message in."""

    def written(kept: Content) -> None:
        complainant_answered(visit.complaint, text=visit.sent("text"))
        kept["typed"].pop("text", None)
        kept["notice"] = "messages_sent"

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
