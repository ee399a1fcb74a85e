"""On top of everything: somebody asked for a new receipt, and whoever reads this can stop it."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from backend.complaints.services.replacing import waiting_replacement
from backend.intake.pages.parts.part import Content, Part, Visit
from backend.intake.services.new_receipts import complainant_stopped_receipt


def shown(visit: Visit) -> Mapping[str, Any] | None:
    """When it was asked for, and from when it would take the place of this one."""
    row = waiting_replacement(visit.complaint)
    return {"asked_at": row.asked_at, "opens_at": row.opens_at} if row else None


def stop(visit: Visit) -> None:
    """It was somebody else."""

    def stopped(kept: Content) -> None:
        complainant_stopped_receipt(visit.complaint)
        kept["notice"] = "renewal_stopped"

    visit.once(stopped)


PART: Final = Part(
    name="renewal",
    template="intake/parts/renewal.html",
    shown=shown,
    buttons={"renewal_stop": stop},
    notices={
        "renewal_stopped": _(
            "Stopped. The new receipt will never open, and yours stays. Please write to us what you know."
        )
    },
)
