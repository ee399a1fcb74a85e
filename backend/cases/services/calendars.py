"""A person's tasks as a calendar that other programs read, under a secret address, free of names."""

import hashlib
import secrets
from datetime import UTC, datetime, time, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

import icalendar
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from backend.audit.services import record
from backend.cases.models import CalendarAddress, Task
from backend.cases.worklist.kinds import TaskKind
from backend.common import clock, secondlock
from backend.common.errors import NotAllowed, NotFound
from backend.partners.actors import Actor, ActorKind, actor_of
from backend.partners.models import User

# 43 characters of 6 bits: nobody guesses one.
_TOKEN_BYTES: Final = 32
_LONGEST_TOKEN: Final = 43
# More would be read by nobody and slow every calendar down.
MOST: Final = 500
AN_HOUR: Final = timedelta(hours=1)


def calendar_of_person(actor: Actor) -> CalendarAddress | None:
    """The address in use, of which nobody knows more than when it was made. Raises NotAllowed."""
    return CalendarAddress.objects.filter(user=_person(actor), ended_at=None).first()


@transaction.atomic
def make_calendar(*, actor: Actor) -> tuple[CalendarAddress, str]:
    """A new secret address in place of any other; the token is told now and never again."""
    user = _held_person(actor)
    _end(user)
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    made = CalendarAddress.objects.create(user=user, token_digest=_digest(token))
    record(actor, "user.calendar_made", user, chain=None)
    return made, token


@transaction.atomic
def end_calendar(*, actor: Actor) -> None:
    """The address opens nothing any more; ending twice changes nothing."""
    user = _held_person(actor)
    if _end(user):
        record(actor, "user.calendar_ended", user, chain=None)


def feed_of(token: str, *, link: str) -> bytes:
    """The calendar behind a token; `link` becomes the address of a task. Raises NotFound for an unknown or
    ended one, and when its person has left."""
    if len(token) > _LONGEST_TOKEN:
        raise NotFound()
    running = CalendarAddress.objects.filter(token_digest=_digest(token), ended_at=None)
    address = running.select_related("user").first()
    if address is None or not address.user.is_active:
        raise NotFound()
    keys = actor_of(address.user).keys
    with translation.override(address.user.language.lower()), secondlock.holding(*keys):
        return bytes(_calendar(address.user, link).to_ical())


def _calendar(user: User, link: str) -> icalendar.Calendar:
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Dosja//Work list//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", _("Work list"))
    calendar.add("x-wr-calname", _("Work list"))
    calendar.add("refresh-interval", AN_HOUR, parameters={"VALUE": "DURATION"})
    for task in _tasks(user):
        calendar.add_component(_event(task, link))
    # Programs of calendars do not all know the IANA names.
    calendar.add_missing_timezones()
    return calendar


def _tasks(user: User) -> list[Task]:
    mine = Task.objects.visible_to(actor_of(user)).filter(assignee=user, state=Task.State.OPEN)
    return list(mine.select_related("team").defer("title").order_by("due_on", "id")[:MOST])


def _event(task: Task, link: str) -> icalendar.Event:
    """An event and not a VTODO: the calendars that people carry show nothing of a subscribed VTODO."""
    event = icalendar.Event()
    event.add("uid", f"{task.pk}@dosja")
    event.add("dtstamp", clock.now().astimezone(UTC).replace(microsecond=0))
    event.add("sequence", task.version)
    event.add("summary", TaskKind(task.kind).label)
    event.add("url", link.replace(str(UUID(int=0)), str(task.pk)))
    event.add("class", "PRIVATE")
    if task.due_time is None:
        # A day is a day on every clock: no time zone may move it.
        event.add("dtstart", task.due_on)
        event.add("dtend", task.due_on + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    else:
        starts = _moment(task, task.due_time)
        event.add("dtstart", starts)
        event.add("dtend", starts + AN_HOUR)
    return event


def _moment(task: Task, at: time) -> datetime:
    """On the clocks of the team, summer time as it will be on that day."""
    return datetime.combine(task.due_on, at, ZoneInfo(task.team.time_zone))


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _end(user: User) -> int:
    running = CalendarAddress.objects.filter(user=user, ended_at=None)
    return running.update(ended_at=clock.now())


def _held_person(actor: Actor) -> User:
    return User.objects.select_for_update().get(pk=_person(actor).pk)


def _person(actor: Actor) -> User:
    if actor.user is None or actor.kind is not ActorKind.STAFF:
        raise NotAllowed()
    return actor.user
