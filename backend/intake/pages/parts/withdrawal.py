"""Taking the complaint back: first what follows from it, on a page of its own, then a second press."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from backend.cases.services.status import Action, Fate
from backend.cases.services.withdrawal import complainant_withdrew
from backend.common.languages import label_in
from backend.intake.pages.parts.part import Content, Part, Visit


def shown(visit: Visit) -> Mapping[str, Any] | None:
    """The first button, or what would follow."""
    if Action.WITHDRAW not in visit.status.allowed_actions:
        return None
    sent = [one for one in visit.status.referrals if one.fate not in (Fate.NOT_DELIVERED, Fate.PASSED_ON)]
    return {
        "asks": _asks(visit),
        "institutions": list(dict.fromkeys(label_in(one.institution) for one in sent)),
    }


def _asks(visit: Visit) -> bool:
    return bool(visit.content.get("withdrawal")) and Action.WITHDRAW in visit.status.allowed_actions


def ask(visit: Visit) -> None:
    """Show what follows."""
    visit.once(lambda kept: kept.update(withdrawal=True))


def keep(visit: Visit) -> None:
    """The complaint goes on."""
    visit.once(lambda kept: kept.pop("withdrawal", None))


def withdraw(visit: Visit) -> None:
    """Take the complaint back. Only from the page that told what follows."""

    def withdrawn(kept: Content) -> None:
        if kept.pop("withdrawal", None):
            complainant_withdrew(visit.complaint)
            kept["notice"] = "withdrawal_done"

    visit.once(withdrawn)


PART: Final = Part(
    name="withdrawal",
    template="intake/parts/withdrawal.html",
    shown=shown,
    buttons={"withdrawal_ask": ask, "withdrawal_keep": keep, "withdrawal_do": withdraw},
    notices={"withdrawal_done": _("You have withdrawn your complaint.")},
    alone=_asks,
)
