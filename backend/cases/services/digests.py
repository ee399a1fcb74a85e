"""The daily digest: how many tasks wait, never which. At most one a day, whatever dies.

That it is being sent is written down and committed before the first byte leaves; a worker that is killed in
between may cost a digest and never sends two. One that was missed while the machine was off goes out once, on
the day on which it is back.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from backend.audit.services import record
from backend.cases.models import DigestWish
from backend.cases.page.tasks import TaskFilters, counts_of_tasks
from backend.common import clock
from backend.common.errors import NotAllowed, require_version
from backend.common.mailing import (
    MailDelayedError,
    MailRefusedError,
    MailUnclearError,
    mail_is_on,
    send_plain,
)
from backend.partners.actors import Actor, ActorKind, actor_of
from backend.partners.models import Membership, User

logger = logging.getLogger("dosja.digests")
_NO_PARTNER: Final = "UTC"


@dataclass(frozen=True, slots=True, repr=False)
class _Trial:
    """One digest that is about to leave. It has no readable repr."""

    address: str
    subject: str
    text: str
    day: date
    before: date | None


def digest_of(actor: Actor) -> DigestWish:
    """What a person has chosen, or what would be. Raises NotAllowed for programs."""
    user = _person(actor)
    found = DigestWish.objects.filter(user=user).first()
    return found or DigestWish(user=user, time_zone=zone_of(user), version=0)


@transaction.atomic
def choose_digest(
    *,
    is_on: bool | None = None,
    hour: int | None = None,
    time_zone: str | None = None,
    expected: int | None,
    actor: Actor,
) -> DigestWish:
    """Turn the digest on or off, and say at which hour of whose clocks."""
    user = _person(actor)
    # The person is held: a first choice has no row to hold yet.
    User.objects.select_for_update().only("pk").get(pk=user.pk)
    wish = digest_of(actor)
    require_version(wish.version, expected)
    asked = {"is_on": is_on, "hour": hour, "time_zone": time_zone}
    changed = sorted(name for name, value in asked.items() if value is not None)
    for name in changed:
        setattr(wish, name, asked[name])
    wish.version += 1
    wish.save(force_insert=wish.version == 1)
    record(actor, "user.digest_chosen", user, chain=None, is_on=wish.is_on, hour=wish.hour)
    return wish


def zone_of(user: User) -> str:
    """The clocks of the partner where a person works, of several the one joined first."""
    running = Membership.objects.running().filter(user=user, partner__is_active=True)
    zones = running.order_by("started_at", "id").values_list("partner__time_zone", flat=True)
    return zones.first() or _NO_PARTNER


def digests_to_send() -> Iterator[UUID]:
    """People whose hour has come today and who were not written to today."""
    if not mail_is_on():
        return
    wishes = DigestWish.objects.filter(is_on=True, user__is_active=True).order_by("user_id")
    for wish in wishes:
        if _day_of(wish) is not None:
            yield wish.user_id


def send_digest(user_id: UUID) -> None:
    """Send a person's digest of today, unless that was tried. Raises MailDelayedError: try again later.

    Not to be called inside a transaction: that it is being sent must be on the disk before it is.
    """
    trial = _begun(user_id)
    if trial is None:
        return
    try:
        send_plain(trial.address, trial.subject, trial.text)
    except MailUnclearError:
        logger.warning("digest.unclear")
    except MailDelayedError:
        # It certainly did not leave: today may be tried again.
        DigestWish.objects.filter(pk=user_id, last_on=trial.day).update(last_on=trial.before)
        raise
    except MailRefusedError:
        logger.info("digest.refused")


@transaction.atomic
def _begun(user_id: UUID) -> _Trial | None:
    held = DigestWish.objects.select_for_update(of=("self",)).select_related("user")
    wish = held.filter(pk=user_id, is_on=True).first()
    # Looked at again under the lock: the job may be late, or the second of its kind.
    day = _day_of(wish) if wish is not None else None
    if wish is None or day is None:
        return None
    before, wish.last_on = wish.last_on, day
    wish.save(update_fields=["last_on"])
    text = _text(wish.user, day)
    if text is None:
        return None
    with translation.override(wish.user.language.lower()):
        subject = _("Your work list")
    return _Trial(wish.user.email, subject, text, day, before)


def _day_of(wish: DigestWish) -> date | None:
    """The day whose digest is to be sent now."""
    now = _now(wish.time_zone or zone_of(wish.user))
    due = now.hour >= wish.hour and (wish.last_on is None or wish.last_on < now.date())
    return now.date() if due else None


def _now(time_zone: str) -> datetime:
    return clock.now().astimezone(ZoneInfo(time_zone))


def _text(user: User, day: date) -> str | None:
    """Numbers alone; None where there is nothing to tell."""
    actor = actor_of(user)
    mine = counts_of_tasks(actor, TaskFilters(mine=True), day)
    free = counts_of_tasks(actor, TaskFilters(mine=False, nobodys=True), day)
    with translation.override(user.language.lower()):
        lines = list(_lines(mine, free))
        if not lines:
            return None
        return "\n".join([*lines, "", _("Sign in to see them. This message says nothing more.")]) + "\n"


def _lines(mine: dict[str, tuple[int, bool]], free: dict[str, tuple[int, bool]]) -> Iterator[str]:
    overdue, today, week = (mine[name][0] for name in ("overdue", "today", "week"))
    waiting = free["overdue"][0] + free["today"][0]
    if overdue:
        text = ngettext(
            "%(count)d of your tasks is overdue.", "%(count)d of your tasks are overdue.", overdue
        )
        yield text % {"count": overdue}
    if today:
        text = ngettext(
            "%(count)d of your tasks is due today.", "%(count)d of your tasks are due today.", today
        )
        yield text % {"count": today}
    if week:
        text = ngettext(
            "%(count)d of your tasks is due within a week.",
            "%(count)d of your tasks are due within a week.",
            week,
        )
        yield text % {"count": week}
    if waiting:
        text = ngettext(
            "%(count)d task of your team is due or overdue, and nobody has it.",
            "%(count)d tasks of your team are due or overdue, and nobody has them.",
            waiting,
        )
        yield text % {"count": waiting}


def _person(actor: Actor) -> User:
    if actor.user is None or actor.kind is not ActorKind.STAFF:
        raise NotAllowed()
    return actor.user
