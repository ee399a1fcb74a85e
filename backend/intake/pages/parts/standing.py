"""Where the complaint stands: what comes next, the stages, the institutions with their days."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from backend.cases.services.status import ReferralStatus
from backend.cases.stages import Stage
from backend.common.languages import label_in
from backend.intake.pages.parts.part import Part, Visit

# The stages in words for somebody who waits, not for somebody who works.
STAGES: Final = {
    Stage.INTAKE: _("We read your complaint"),
    Stage.REFERRAL: _("We take it to the institution"),
    Stage.FOLLOW_UP: _("We look at the answer"),
    Stage.RESOLUTION: _("You learn the outcome"),
}


def shown(visit: Visit) -> Mapping[str, Any]:
    """The way of the complaint, and each institution that has it."""
    status = visit.status
    return {
        "stages": _stages(status.stage),
        "referrals": [_referral(referral) for referral in status.referrals],
    }


def _stages(stage: Stage) -> list[tuple[Any, bool]]:
    """The way of a complaint with the place where it is; nothing for one that left the way."""
    return [(label, step == stage) for step, label in STAGES.items()] if stage in STAGES else []


def _referral(referral: ReferralStatus) -> dict[str, Any]:
    told = {field.name: getattr(referral, field.name) for field in fields(ReferralStatus)}
    return told | {"name": label_in(referral.institution)}


PART: Final = Part(name="standing", template="intake/parts/standing.html", shown=shown)
