"""Notices: to be told by mail or text message that there is news. Off until somebody wishes for them."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from backend.common.errors import FieldError, Invalid
from backend.complaints.models import ComplainantKind
from backend.identity.models import NoticeWish
from backend.intake.pages.parts.part import Content, Part, Visit
from backend.intake.services.notices import ask_for_notices, looked_in, state_of_notices, stop_notices

FIELDS: Final = ("notices_channel", "notices_address", "notices_understood")


def shown(visit: Visit) -> Mapping[str, Any] | None:
    """Whether they are on, and how to turn them on or off; nothing where none can be sent."""
    state = state_of_notices(visit.complaint)
    if state.channel and visit.request.method != "HEAD":
        looked_in(complaint=visit.complaint, at=visit.at)
    if not state.offered and state.channel is None:
        return None
    labels = dict(NoticeWish.Channel.choices)
    return {
        "state": state,
        "channels": [(code, labels[code]) for code in state.offered],
        "anonymous": visit.complaint.complainant_kind == ComplainantKind.ANONYMOUS,
    }


def turn_on(visit: Visit) -> None:
    """Tell the address what it is for, and keep it sealed."""

    def turned(kept: Content) -> None:
        # Where there is one way only, nothing is chosen.
        offered = state_of_notices(visit.complaint).offered
        channel = visit.sent("notices_channel") or (offered[0] if len(offered) == 1 else "")
        try:
            ask_for_notices(
                complaint=visit.complaint,
                channel=channel,
                address=visit.sent("notices_address"),
                understood=visit.sent("notices_understood") == "on",
            )
        except Invalid as refused:
            raise Invalid([_on_page(error) for error in refused.errors]) from None
        _forget_typed(kept)
        kept["notice"] = "notices_on"

    visit.once(turned)


def turn_off(visit: Visit) -> None:
    """The address is destroyed at once."""

    def turned(kept: Content) -> None:
        stop_notices(complaint=visit.complaint)
        _forget_typed(kept)
        kept["notice"] = "notices_off"

    visit.once(turned)


def _on_page(error: FieldError) -> FieldError:
    return FieldError(f"notices_{error.field}", error.code, error.message)


def _forget_typed(kept: Content) -> None:
    for name in FIELDS:
        kept["typed"].pop(name, None)


PART: Final = Part(
    name="notices",
    template="intake/parts/notices.html",
    shown=shown,
    buttons={"notices_on": turn_on, "notices_off": turn_off},
    fields=FIELDS,
    notices={
        "notices_on": _("Notices are on. A first message is on its way to the address you gave."),
        "notices_off": _("Notices are off, and the address is destroyed."),
    },
)
