"""A caseworker asks to know who a complainant is, and the custodian has not looked yet."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from backend.cases.models import Case
from backend.cases.stages import TAKES_REFERRALS
from backend.common import clock
from backend.complaints.models import ComplainantKind
from backend.custody.services.asking import Asked, ask
from backend.custody.stages import IdentityField, RequestReason
from backend.partners.actors import actor_of

_AT: Final = "pif"
_WHY: Final = "Institucioni kërkon një numër telefoni për të caktuar vizitën në vend."


def ask_for_one(today: date) -> None:
    """On the evening before, after everything else, in a case that somebody works."""
    worked = Case.objects.filter(
        owner__slug=_AT,
        restricted=False,
        state__in=TAKES_REFERRALS,
        assignee__isnull=False,
        complaint__complainant_kind=ComplainantKind.CONFIDENTIAL,
    )
    case = worked.select_related("assignee").order_by("opened_at", "pk").first()
    if case is None or case.assignee is None:
        return
    asked = Asked(
        reason=RequestReason.REFERRAL, text=_WHY, wanted=[IdentityField.NAME, IdentityField.PHONE], minutes=15
    )
    with clock.frozen(datetime.combine(today - timedelta(days=1), time(20), UTC)):
        ask(case.pk, asked=asked, actor=actor_of(case.assignee))
