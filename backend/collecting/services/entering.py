"""Who stands at the door: a user name and a password, looked at on every request."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from django.contrib.auth.hashers import check_password, make_password

from backend.collecting.errors import AccessTriedTooOften, AccessUnknown
from backend.collecting.models import FieldAccess
from backend.common import clock
from backend.doorkeeping.services import tries
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Partner

_DOOR: Final = "field access"
# Several volunteers may share an access, and a telephone sends without waiting: a try counts as wrong until
# it is found right.
_FREE: Final = 20
_USER_NAME: Final = re.compile(r"[a-z0-9-]{1,40}")
_LONGEST_PASSWORD: Final = 200


@dataclass(frozen=True, slots=True)
class Entered:
    """An access that is let in, and the actor that it is: one who files complaints for one partner."""

    access: FieldAccess
    actor: Actor

    @property
    def partner(self) -> Partner:
        return self.access.partner


def enter(*, user_name: str, password: str, sender: str) -> Entered:
    """Raises AccessUnknown or AccessTriedTooOften. Not to be called inside a transaction: a try counts.

    Tries count for an access *and* where they come from: whoever guesses shuts out himself, not a volunteer
    elsewhere who holds the password, and not his neighbours either. A password has 97 random bits.
    """
    subject = f"{user_name[:80]} {sender}"
    if wait := tries.begin_try(_DOOR, subject, free=_FREE):
        raise AccessTriedTooOften(retry_after=wait)
    access = _running(user_name)
    # Without an access the same work is done, so that the time does not tell which names exist.
    is_right = check_password(password[:_LONGEST_PASSWORD], access.secret_hash if access else _nobodys())
    if access is None or not is_right:
        raise AccessUnknown()
    tries.succeeded(_DOOR, subject)
    actor = actor_of(access.membership.user, ("intake",))
    if not actor.may("file_complaints", access.partner_id):
        raise AccessUnknown()
    _note_day(access)
    return Entered(access, actor)


def _running(user_name: str) -> FieldAccess | None:
    if not _USER_NAME.fullmatch(user_name):
        return None
    rows = FieldAccess.objects.running().select_related("partner", "membership__user")
    return rows.filter(user_name=user_name).first()


def _note_day(access: FieldAccess) -> None:
    today = clock.today(access.partner.time_zone)
    if access.last_used_on != today:
        FieldAccess.objects.filter(pk=access.pk).update(last_used_on=today)


@cache
def _nobodys() -> str:
    return make_password("of nobody")
