"""Recomputes a chain of the audit log in bounded memory and names the first number that is not as written."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from uuid import UUID

from django.db.models import F

from backend.audit.hashing import hash_of, is_sealed
from backend.audit.models import FIRST_LINK, AuditChain, AuditEvent

_BATCH: Final = 500
# How many inserted or removed events are recognised when somebody has renumbered the events behind them.
_FARTHEST_SHIFT: Final = 50


class Damage(StrEnum):
    EDITED = "edited"
    DELETED = "deleted"
    INSERTED = "inserted"
    CUT = "cut at the end"
    HEAD = "head rewritten"


@dataclass(frozen=True)
class Broken:
    """The first number of a chain that is not as it was written, and what was done to it."""

    number: int
    damage: Damage


@dataclass(frozen=True)
class Verdict:
    """What was found in one chain."""

    chain_id: UUID
    length: int
    broken: Broken | None


def verify(chain: AuditChain) -> Verdict:
    """Walk one chain from its first event to its head. Events written meanwhile are left to the next time."""
    chain.refresh_from_db()
    return Verdict(chain.pk, chain.length, _first_broken(chain))


def _first_broken(chain: AuditChain) -> Broken | None:
    previous, number = FIRST_LINK, 0
    for stored_number, event in _events(chain):
        number += 1
        if stored_number != number:
            damage = Damage.DELETED if stored_number > number else Damage.INSERTED
            return Broken(min(stored_number, number), damage)
        if event is None:
            return Broken(number, Damage.EDITED)
        if (broken := _broken_event(event, number, previous)) is not None:
            return broken
        previous = event.hash
    return _broken_end(chain, number, previous)


def _broken_event(event: AuditEvent, number: int, previous: str) -> Broken | None:
    if not _is_whole(event):
        return _renumbered(event) or Broken(number, Damage.EDITED)
    if event.previous_hash != previous:
        # This event is whole and vouches for another predecessor: the one before was replaced, hash and all.
        return Broken(max(number - 1, 1), Damage.EDITED)
    return None


def _renumbered(event: AuditEvent) -> Broken | None:
    """An event that is whole under another number: some before it were inserted, or removed."""
    number = event.number
    for shift in range(1, _FARTHEST_SHIFT):
        if number > shift and _is_whole(event, number - shift):
            return Broken(number - shift, Damage.INSERTED)
        if _is_whole(event, number + shift):
            return Broken(number, Damage.DELETED)
    return None


def _broken_end(chain: AuditChain, number: int, last_hash: str) -> Broken | None:
    if not is_sealed(chain):
        return Broken(max(chain.length, 1), Damage.HEAD)
    if number < chain.length:
        return Broken(number + 1, Damage.CUT)
    if last_hash != chain.hash:
        return Broken(max(number, 1), Damage.EDITED)
    # One statement sees head and events of one moment: a line written just now is no inserted one.
    beyond = AuditEvent.objects.filter(chain=chain, number__gt=F("chain__length")).order_by("number")
    stray = beyond.values_list("number", flat=True).first()
    return None if stray is None else Broken(stray, Damage.INSERTED)


def _is_whole(event: AuditEvent, number: int | None = None) -> bool:
    stored = event.number
    try:
        event.number = stored if number is None else number
        return hash_of(event) == event.hash
    except (AttributeError, TypeError, ValueError):
        return False  # what was put in its place is not even of the right kind
    finally:
        event.number = stored


def _events(chain: AuditChain) -> Iterator[tuple[int, AuditEvent | None]]:
    """Events by number up to the head, a batch at a time; None for a row that cannot be read."""
    after = -1
    while numbers := _numbers(chain, after):
        try:
            found = {event.number: event for event in _in_range(chain, after, numbers[-1])}
        except (AttributeError, TypeError, ValueError):
            found = {number: event for number in numbers if (event := _readable(chain, number)) is not None}
        yield from ((number, found.get(number)) for number in numbers)
        after = numbers[-1]


def _numbers(chain: AuditChain, after: int) -> list[int]:
    rows = AuditEvent.objects.filter(chain=chain, number__gt=after, number__lte=chain.length)
    return list(rows.order_by("number").values_list("number", flat=True)[:_BATCH])


def _in_range(chain: AuditChain, after: int, last: int) -> list[AuditEvent]:
    return list(AuditEvent.objects.filter(chain=chain, number__gt=after, number__lte=last))


def _readable(chain: AuditChain, number: int) -> AuditEvent | None:
    try:
        return AuditEvent.objects.get(chain=chain, number=number)
    except (AttributeError, TypeError, ValueError):
        return None
