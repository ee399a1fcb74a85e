"""What keeps a case from being erased, whatever the rules say."""

from collections.abc import Callable
from typing import Final

from backend.cases.models import Case, InstitutionReferral, PartnerReferral, Task, Transfer
from backend.cases.partner_stages import PartnerReferralState
from backend.cases.stages import OPEN_DELIVERY, ReferralState
from backend.cases.worklist.kinds import ASKED_FROM_ABOVE
from backend.common import clock
from backend.imports.services.upkeep import is_being_imported
from backend.mailroom.services.erasing import undecided_mail_about
from backend.retention.models import ErasureRequest, LegalHold
from backend.retention.rules import ENDED
from backend.retention.stages import Blocker, RequestState

# A letter that was never sent, or whose answer was looked at, runs no more.
_OVER: Final = (
    ReferralState.DRAFT,
    ReferralState.ASSESSED,
    ReferralState.CLOSED,
    ReferralState.CANCELLED,
    ReferralState.REDIRECTED,
)
_HELPING: Final = (
    PartnerReferralState.OFFERED,
    PartnerReferralState.ACCEPTED,
    PartnerReferralState.IN_SERVICE,
)


def standing_hold(case: Case) -> LegalHold | None:
    """The hold that stands longest on a case, if one does."""
    today = clock.today(case.owner.time_zone)
    holds = LegalHold.objects.filter(case=case, ended_at=None, until__gte=today)
    return holds.order_by("-until", "id").first()


def blockers_of(case: Case) -> list[Blocker]:
    """Everything that stands against erasing a case, in the order of `Blocker`."""
    return [blocker for blocker in Blocker if _STANDS[blocker](case)]


def _referral_runs(case: Case) -> bool:
    letters = InstitutionReferral.objects.filter(case=case)
    running = letters.exclude(state__in=_OVER).exists()
    return running or letters.filter(deliveries__state__in=OPEN_DELIVERY).exists()


def _somebody_helps(case: Case) -> bool:
    helping = PartnerReferral.objects.filter(case=case, state__in=_HELPING).exists()
    return helping or Transfer.objects.filter(case=case, state=Transfer.State.OFFERED).exists()


def _task_is_open(case: Case) -> bool:
    open_ones = Task.objects.filter(case=case, state=Task.State.OPEN)
    return open_ones.exclude(kind__in=ASKED_FROM_ABOVE).exists()


def _original_runs(case: Case) -> bool:
    original = case.duplicate_of
    return original is not None and original.state not in ENDED


_STANDS: Final[dict[Blocker, Callable[[Case], bool]]] = {
    Blocker.RUNNING: lambda case: case.state not in ENDED,
    Blocker.REFERRAL: _referral_runs,
    Blocker.PARTNER_REFERRAL: _somebody_helps,
    Blocker.TASK: _task_is_open,
    Blocker.HOLD: lambda case: standing_hold(case) is not None,
    Blocker.MAIL: undecided_mail_about,
    Blocker.DUPLICATE: _original_runs,
    Blocker.REQUEST: lambda case: ErasureRequest.objects.filter(case=case, state=RequestState.OPEN).exists(),
    Blocker.IMPORT: is_being_imported,
}
