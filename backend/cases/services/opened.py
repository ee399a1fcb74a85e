"""What of a case is open to somebody: everything, or the fields that were agreed with another partner."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from backend.cases.models import Case, CaseShare
from backend.cases.models.codes import in_order
from backend.cases.partner_stages import SharedField
from backend.common import clock
from backend.common.errors import Invalid
from backend.partners.actors import Actor

LONGEST_OFFER: Final = timedelta(days=90)
USUAL_OFFER: Final = timedelta(days=14)
LONGEST_SHARE: Final = timedelta(days=5 * 366)


@dataclass(frozen=True, slots=True)
class Opened:
    """Which fields are open; None: everything that is read in a case. What is hidden in the case is masked
    for all but those who work it."""

    fields: frozenset[str] | None
    masked: bool = True

    def has(self, field: SharedField) -> bool:
        return self.fields is None or field.value in self.fields

    @property
    def is_whole(self) -> bool:
        """Every room is open, also those that no field names."""
        return self.fields is None

    @property
    def codes(self) -> list[str] | None:
        """In the order in which fields are offered."""
        return None if self.fields is None else in_order(self.fields, SharedField.values)


EVERYTHING: Final = Opened(None, masked=False)
"""To those who work it."""
ALL_FIELDS: Final = Opened(None)
"""To another partner."""
NOTHING: Final = Opened(frozenset())


def opened_to(case: Case, actor: Actor) -> Opened:
    """What is open of a case that the actor may know of. One query for another partner's case, else none."""
    if actor.may("read_complaints", case.owner_id):
        return EVERYTHING
    return agreed_with(case, actor) or NOTHING


def agreed_with(case: Case, actor: Actor) -> Opened | None:
    """What was agreed with the partners for which the actor reads cases; None where nothing was shared."""
    reading = actor.partners_with("read_complaints")
    shares = running_shares().filter(case=case, partner__in=reading)
    agreed: list[Any] = list(shares.values_list("fields", flat=True))
    if not agreed:
        return None
    if None in agreed:
        return ALL_FIELDS
    return Opened(frozenset(code for fields in agreed for code in fields))


def running_shares() -> QuerySet[CaseShare]:
    """Shares that open something now."""
    return CaseShare.objects.filter(ended_at__isnull=True).filter(
        Q(ends_at__isnull=True) | Q(ends_at__gt=clock.now())
    )


def agreed_fields(codes: Iterable[str]) -> list[str]:
    """The fields of an agreement, each once. Raises Invalid for one that is none."""
    listed = list(codes)
    if set(listed) - set(SharedField.values):
        raise Invalid.field("fields", "invalid_choice", _("There is no such field."))
    return in_order(listed, SharedField.values)


def require_coming(field: str, moment: datetime, *, longest: timedelta) -> None:
    """Refuse a moment that is over, or so far away that nobody will think of it. Raises Invalid."""
    now = clock.now()
    if moment <= now:
        raise Invalid.field(field, "in_the_past", _("This moment has passed."))
    if moment > now + longest:
        raise Invalid.field(field, "too_far", _("This is too far away."))


def last_moment(expires_at: datetime | None) -> datetime:
    """Until when an offer stands. Raises Invalid."""
    if expires_at is None:
        return clock.now() + USUAL_OFFER
    require_coming("expires_at", expires_at, longest=LONGEST_OFFER)
    return expires_at
