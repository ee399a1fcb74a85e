"""Decrees that make a day free or working, kept by the platform administrator.

Clocks that rest on the calendar are not touched here: the floor that has them looks for what changed.
"""

from datetime import date
from typing import TypedDict

from django.db import IntegrityError, transaction

from backend.audit import services as audit
from backend.common import clock
from backend.common.errors import NotAllowed, require_version
from backend.directory.calendars import Calendar
from backend.directory.errors import OverrideExists
from backend.directory.models import CalendarOverride
from backend.directory.services.auditing import target_of
from backend.partners.actors import Actor


class OverrideChanges(TypedDict, total=False):
    """What may change. For another country or day the entry is removed and a new one made."""

    working: bool
    names: dict[str, str]
    source: str


@transaction.atomic
def add_override(
    *, country: str, date: date, working: bool, names: dict[str, str], source: str, actor: Actor
) -> CalendarOverride:
    """Say that a day is free or working, against what the calendar package knows. Raises CalendarEnds."""
    _require_keeper(actor)
    Calendar(country).require_known(date)
    override = CalendarOverride(
        country=country, date=date, working=working, names=names, source=source, edited_at=clock.now()
    )
    try:
        with transaction.atomic():
            override.save(force_insert=True)
    except IntegrityError:
        raise OverrideExists() from None
    _record("calendar_override.created", override, actor)
    return override


@transaction.atomic
def change_override(
    code: str, *, changes: OverrideChanges, expected: int | None, actor: Actor
) -> CalendarOverride:
    """Correct an entry. The files then leave it alone."""
    _require_keeper(actor)
    override = CalendarOverride.objects.locked(code)
    require_version(override.version, expected)
    for name, value in changes.items():
        setattr(override, name, value)
    override.version += 1
    override.edited_at = clock.now()
    override.save()
    _record("calendar_override.changed", override, actor, fields=sorted(changes))
    return override


@transaction.atomic
def remove_override(code: str, *, expected: int | None, actor: Actor) -> None:
    """Take an entry away: the day is again what the calendar package says."""
    _require_keeper(actor)
    override = CalendarOverride.objects.locked(code)
    require_version(override.version, expected)
    _record("calendar_override.removed", override, actor)
    override.delete()


def _record(action: str, override: CalendarOverride, actor: Actor, **facts: list[str]) -> None:
    audit.record(
        actor, action, target_of(override), chain=None, code=override.code, working=override.working, **facts
    )


def _require_keeper(actor: Actor) -> None:
    if not actor.keeps_platform:
        raise NotAllowed()
