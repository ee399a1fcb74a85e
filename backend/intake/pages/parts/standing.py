"""Where the complaint stands: what comes next, the stages, the institutions with their days."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from backend.cases.models import InstitutionReferral
from backend.cases.services.status import CaseStatus, ReferralStatus
from backend.cases.stages import PauseReason, Stage
from backend.common.languages import label_in
from backend.directory.kinds import Silence
from backend.intake.pages.parts.part import Part, Visit

# The stages in words for somebody who waits, not for somebody who works.
STAGES: Final = {
    Stage.INTAKE: _("We read your complaint"),
    Stage.REFERRAL: _("We take it to the institution"),
    Stage.FOLLOW_UP: _("We look at the answer"),
    Stage.RESOLUTION: _("You learn the outcome"),
}
STANDS_BECAUSE: Final = {
    PauseReason.CLARIFICATION: _("It waits for something that it asked us."),
    PauseReason.COMPLAINANT: _("It needs something from you first. Please look at our messages."),
    PauseReason.OTHER_PROCEEDINGS: _("Another proceeding has to end first."),
    PauseReason.EXPERT: _("The opinion of an expert is awaited."),
    PauseReason.EMERGENCY: _("There is a state of emergency."),
    PauseReason.AGREED: _("We agreed to it, so that the answer becomes better."),
    PauseReason.OTHER: _("If you wish to know why, write to us."),
}
WORTH: Final = {
    InstitutionReferral.Assessment.FULL: _("It answers everything that was asked."),
    InstitutionReferral.Assessment.PARTIAL: _("It answers only a part of what was asked."),
    InstitutionReferral.Assessment.REFUSED: _("It refuses what was asked."),
    InstitutionReferral.Assessment.NON_ANSWER: _("What it wrote is no answer to what was asked."),
}
SILENCE: Final = {
    Silence.REFUSAL: _("By law this counts as a refusal."),
    Silence.APPROVAL: _("By law this counts as consent."),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One stage on the way: since when it is reached, and whether it is the present one."""

    label: str | Promise
    reached_on: date | None
    is_here: bool


def shown(visit: Visit) -> Mapping[str, Any]:
    """The way of the complaint, and each institution that has it."""
    status = visit.status
    return {
        "stages": _stages(status),
        "referrals": [_referral(referral) for referral in status.referrals],
    }


def _stages(status: CaseStatus) -> list[Step]:
    """The way of a complaint with the place where it is; nothing for one that left the way."""
    if status.stage not in STAGES:
        return []
    way = list(STAGES)
    here = way.index(status.stage)
    # What lies ahead has no day, even where an earlier round through the stages had one.
    return [
        Step(STAGES[stage], status.reached.get(stage) if number <= here else None, number == here)
        for number, stage in enumerate(way)
    ]


def _referral(referral: ReferralStatus) -> dict[str, Any]:
    told = {field.name: getattr(referral, field.name) for field in fields(ReferralStatus)}
    return told | {
        "name": label_in(referral.institution),
        "because": STANDS_BECAUSE[referral.stands_because] if referral.stands_because else "",
        "worth": WORTH.get(InstitutionReferral.Assessment(referral.assessment))
        if referral.assessment
        else "",
        "by_law": SILENCE.get(Silence(referral.silence), "") if referral.silence else "",
    }


PART: Final = Part(name="standing", template="intake/parts/standing.html", shown=shown)
