"""What is kept and until when; a copy of it, a correction to it, and the wish that it be erased."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _

from backend.common.errors import Invalid
from backend.intake.api.rights import copied
from backend.intake.pages.parts.part import Content, Part, Visit
from backend.retention.services.requests import ask_for_erasure, complainant_corrected
from backend.retention.services.telling import erasure_told
from backend.retention.stages import Refusal, RequestState


def shown(visit: Visit) -> Mapping[str, Any]:
    """The day, if one was announced, the last request, and the question before a new one."""
    told = erasure_told(visit.complaint)
    asked = told.request
    return {
        "asks": _asks(visit),
        "has_case": told.has_case,
        "erased_on": told.erased_on,
        "asked": asked,
        "waits": asked is not None and asked.state == RequestState.OPEN,
        "granted": asked is not None and asked.state == RequestState.GRANTED,
        "refused": asked is not None and asked.state == RequestState.REFUSED,
        "by_hold": asked is not None and asked.refusal == Refusal.HOLD,
    }


def _asks(visit: Visit) -> bool:
    return bool(visit.content.get("rights"))


def copy(visit: Visit) -> HttpResponseBase:
    """Everything as a file, made while it leaves."""
    return copied(visit.complaint)


def correct(visit: Visit) -> None:
    """Take a correction in."""

    def corrected(kept: Content) -> None:
        try:
            complainant_corrected(visit.complaint, text=visit.sent("rights_text"))
        except Invalid as refused:
            # On this page "text" is the box for messages.
            raise Invalid([replace(error, field="rights_text") for error in refused.errors]) from None
        kept["typed"].pop("rights_text", None)
        kept["notice"] = "rights_corrected"

    visit.once(corrected)


def ask(visit: Visit) -> None:
    """Show what follows."""
    visit.once(lambda kept: kept.update(rights=True))


def keep(visit: Visit) -> None:
    """It stays."""
    visit.once(lambda kept: kept.pop("rights", None))


def erase(visit: Visit) -> None:
    """Ask for it. Only from the page that told what follows."""

    def asked(kept: Content) -> None:
        if kept.pop("rights", None):
            ask_for_erasure(visit.complaint)
            kept["notice"] = "rights_asked"

    visit.once(asked)


PART: Final = Part(
    name="rights",
    template="intake/parts/rights.html",
    shown=shown,
    buttons={
        "rights_copy": copy,
        "rights_correct": correct,
        "rights_ask": ask,
        "rights_keep": keep,
        "rights_erase": erase,
    },
    fields=("rights_text",),
    words={"rights_text": _("Your correction (not sent yet)")},
    notices={
        "rights_corrected": _("Your correction has arrived. It stands beside what you wrote."),
        "rights_asked": _("You asked us to erase everything. Below you read what comes of it."),
    },
    alone=_asks,
)
