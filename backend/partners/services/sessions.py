"""Sessions of people: which of one's own are open, ending them, and those of whoever left.

Sessions are read by opening them: there are as many as people at work, not as many as cases. What names one
to its owner is a keyed digest, because the key itself opens it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils.crypto import salted_hmac

from backend.audit import services as audit
from backend.common import clock
from backend.common.errors import NotAllowed, NotFound
from backend.partners.actors import Actor, ActorKind
from backend.partners.models import User

# Written by the middleware that ends sessions (backend/config/sessions.py).
_BEGAN: Final = "dosja_began"
_SEEN: Final = "dosja_seen"


@dataclass(frozen=True, slots=True, repr=False)
class OpenSession:
    """A place where somebody is signed in."""

    id: str
    began_at: datetime | None
    seen_at: datetime | None
    is_current: bool


def own_sessions(*, current: str | None, actor: Actor) -> list[OpenSession]:
    """Where the actor is signed in, the latest used first. `current` is the key of the session in hand."""
    found = [
        OpenSession(_name_of(row), _moment(held, _BEGAN), _moment(held, _SEEN), row.session_key == current)
        for row, held in _of(_person(actor))
    ]
    return sorted(found, key=lambda one: (one.is_current, one.seen_at or clock.now()), reverse=True)


@transaction.atomic
def end_own_sessions(*, session_id: str | None, current: str | None, actor: Actor) -> int:
    """End one of one's own sessions, or all but the one in hand. Answers how many. Raises NotFound."""
    person = _person(actor)
    rows = [
        row
        for row, _held in _of(person)
        if (row.session_key != current if session_id is None else _name_of(row) == session_id)
    ]
    if session_id is not None and not rows:
        raise NotFound()
    _delete(rows)
    audit.record(actor, "user.sessions_ended", person, chain=None, count=len(rows))
    return len(rows)


def end_sessions_of(person: User, *, but: str | None = None) -> int:
    """Sign a person out everywhere, or everywhere but in one session. The caller leaves the audit line."""
    rows = [row for row, _held in _of(person) if row.session_key != but]
    _delete(rows)
    return len(rows)


def _of(person: User) -> Iterator[tuple[Session, dict[str, Any]]]:
    for row in Session.objects.filter(expire_date__gt=clock.now()).iterator():
        held = row.get_decoded()
        if held.get(SESSION_KEY) == str(person.pk):
            yield row, held


def _delete(rows: list[Session]) -> None:
    Session.objects.filter(pk__in=[row.pk for row in rows]).delete()


def _name_of(row: Session) -> str:
    return salted_hmac("name of a session", row.session_key, algorithm="sha256").hexdigest()[:24]


def _moment(held: dict[str, Any], name: str) -> datetime | None:
    told = held.get(name)
    return datetime.fromtimestamp(told, UTC) if told else None


def _person(actor: Actor) -> User:
    if actor.user is None or actor.kind is not ActorKind.STAFF:
        raise NotAllowed()
    return actor.user
