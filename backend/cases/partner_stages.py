"""What partners do for each other: the life of a referral between them as a table, and what may be opened."""

from dataclasses import dataclass
from typing import Final

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from backend.cases.stages import Transition


class SharedField(models.TextChoices):
    """What of a case may be opened to another partner, one thing at a time. Beside it the other partner
    sees what an observer sees: reference, kind, state, category, institution, place, days."""

    SUMMARY = "summary", _("Our summary and tags; the case is found by them")
    COMPLAINT = "complaint", _("The complaint in the citizen's words")
    CONTACT_WISH = "contact_wish", _("How the complainant wants to be reached")
    VULNERABILITY = "vulnerability", _("What makes the complainant vulnerable")
    MESSAGES = "messages", _("The conversation with the complainant")
    FILES = "files", _("The files, as clean copies")
    NOTES = "notes", _("Our notes")
    JUDICIARY = "judiciary", _("Court, instance and matter, without names of persons")
    OUTCOME = "outcome", _("The words of the outcome, and what changed")


class PartnerReferralState(models.TextChoices):
    """The life of a referral to another partner."""

    OFFERED = "offered", _("Offered")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")
    EXPIRED = "expired", _("Expired")
    RECALLED = "recalled", _("Recalled")
    IN_SERVICE = "in_service", _("In service")
    COMPLETED = "completed", _("Completed")
    NOT_COMPLETED = "not_completed", _("Not completed")


class PartnerReferralVerb(models.TextChoices):
    """What may be done to a referral to another partner."""

    ACCEPT = "accept", _("Accept")
    DECLINE = "decline", _("Decline")
    RECALL = "recall", _("Recall")
    EXPIRE = "expire", _("Let it expire")
    START_SERVICE = "start_service", _("Record that the service began")
    COMPLETE = "complete", _("Record that the service was given")
    NOT_COMPLETE = "not_complete", _("Record that the service was not given")


class Urgency(models.TextChoices):
    """How soon the person needs it."""

    ROUTINE = "routine", _("Within weeks")
    SOON = "soon", _("Within days")
    URGENT = "urgent", _("Today or tomorrow")


class DeclineReason(models.TextChoices):
    """Why a partner says no to what another one offers."""

    NO_CAPACITY = "no_capacity", _("No capacity at present")
    NOT_OUR_SERVICE = "not_our_service", _("Not something we do")
    OUTSIDE_AREA = "outside_area", _("Outside of our area")
    LANGUAGE = "language", _("We do not have this language")
    NOT_ELIGIBLE = "not_eligible", _("The person is not among those whom we may serve")
    CONFLICT_OF_INTEREST = "conflict_of_interest", _("We have a conflict of interest")
    TOO_LITTLE_KNOWN = "too_little_known", _("Too little is known to decide")
    OTHER = "other", _("Another reason, in words")


class ServiceOutcome(models.TextChoices):
    """What came of the service, for the partner that asked for it."""

    GIVEN = "given", _("The service was given")
    PARTLY_GIVEN = "partly_given", _("The service was given in part")
    REFERRED_ON = "referred_on", _("The person was taken to another service")
    NOT_REACHED = "not_reached", _("The person could not be reached")
    DID_NOT_COME = "did_not_come", _("The person did not come")
    NOT_WANTED = "not_wanted", _("The person did not want it any more")
    NOT_POSSIBLE = "not_possible", _("The service could not be given after all")
    OTHER = "other", _("Another reason, in words")


OUTCOMES: Final[dict[str, tuple[ServiceOutcome, ...]]] = {
    PartnerReferralVerb.COMPLETE: (
        ServiceOutcome.GIVEN,
        ServiceOutcome.PARTLY_GIVEN,
        ServiceOutcome.REFERRED_ON,
    ),
    PartnerReferralVerb.NOT_COMPLETE: (
        ServiceOutcome.NOT_REACHED,
        ServiceOutcome.DID_NOT_COME,
        ServiceOutcome.NOT_WANTED,
        ServiceOutcome.NOT_POSSIBLE,
        ServiceOutcome.OTHER,
    ),
}
"""Which outcomes go with which end."""


class Side(models.TextChoices):
    """On which side of a referral somebody stands."""

    SENDER = "sender", _("the partner that refers")
    RECEIVER = "receiver", _("the partner that is asked")
    NOBODY = "nobody", _("happens by itself")


class PartnerGuard(models.TextChoices):
    """Conditions beside state, side and permission."""

    NOT_EXPIRED = "not_expired", _("the offer still stands")
    NOT_OWN = "not_own", _("not the person who made the offer")
    SHARING_CONSENT = (
        "sharing_consent",
        _("the complainant agreed to this partner, or a coordinator gave a reason"),
    )
    CASE_IN_WORK = "case_in_work", _("the case is still worked by the sender, and is not restricted")


@dataclass(frozen=True, slots=True)
class PartnerTransition(Transition):
    """A row that also says on which side it is done."""

    side: Side = Side.RECEIVER
    conditions: tuple[PartnerGuard, ...] = ()


def _row(
    sources: PartnerReferralState | tuple[PartnerReferralState, ...],
    verb: PartnerReferralVerb,
    target: PartnerReferralState,
    side: Side,
    *conditions: PartnerGuard,
    caused_by: str | Promise = "",
) -> PartnerTransition:
    listed = sources if isinstance(sources, tuple) else (sources,)
    return PartnerTransition(
        frozenset(listed), verb, target, "refer_cases", caused_by=caused_by, side=side, conditions=conditions
    )


_OFFERED: Final = PartnerReferralState.OFFERED
OPENS: Final = (PartnerReferralState.ACCEPTED, PartnerReferralState.IN_SERVICE)
"""States in which the agreed fields are open to the receiver."""

UNDER_WAY: Final = (_OFFERED, *OPENS)
"""States in which something may still come of it."""

PARTNER_REFERRAL_TABLE: Final[tuple[PartnerTransition, ...]] = (
    _row(
        _OFFERED,
        PartnerReferralVerb.ACCEPT,
        PartnerReferralState.ACCEPTED,
        Side.RECEIVER,
        PartnerGuard.NOT_EXPIRED,
        PartnerGuard.NOT_OWN,
        PartnerGuard.CASE_IN_WORK,
        PartnerGuard.SHARING_CONSENT,
    ),
    _row(_OFFERED, PartnerReferralVerb.DECLINE, PartnerReferralState.DECLINED, Side.RECEIVER),
    _row(
        _OFFERED,
        PartnerReferralVerb.EXPIRE,
        PartnerReferralState.EXPIRED,
        Side.NOBODY,
        caused_by="its last day passes",
    ),
    _row(UNDER_WAY, PartnerReferralVerb.RECALL, PartnerReferralState.RECALLED, Side.SENDER),
    _row(
        PartnerReferralState.ACCEPTED,
        PartnerReferralVerb.START_SERVICE,
        PartnerReferralState.IN_SERVICE,
        Side.RECEIVER,
    ),
    _row(
        PartnerReferralState.IN_SERVICE,
        PartnerReferralVerb.COMPLETE,
        PartnerReferralState.COMPLETED,
        Side.RECEIVER,
    ),
    _row(OPENS, PartnerReferralVerb.NOT_COMPLETE, PartnerReferralState.NOT_COMPLETED, Side.RECEIVER),
)
