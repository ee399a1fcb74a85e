"""A line of a case's story as a message for programs: ids and codes, never a word, a name or a tag."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from backend.webhooks.stages import PING, EventType

# Cases of an old spreadsheet are no news: thousands would come at once.
_OPENING: Final = frozenset({"case.received"})
_NO_NEWS: Final = frozenset({*_OPENING, "case.imported"})
_BY_COMPLAINANT: Final = "complainant"
_ENDED: Final = {"task.done": "done", "task.dropped": "dropped"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the story with what is needed of its case."""

    id: int
    at: datetime
    action: str
    actor_kind: str
    from_state: str
    to_state: str
    facts: dict[str, Any]
    case_id: UUID
    owner_id: UUID
    reference: str
    kind: str
    restricted: bool


def messages_of(line: Line) -> Iterator[tuple[EventType, bytes]]:
    """What a line is news of: nothing, one thing, or two (an answer that takes a case back to triage)."""
    for event, told in _news(line):
        about = {"case": str(line.case_id), "reference": line.reference, **told}
        yield event, _written(event, line.at, about)


def ping(at: datetime) -> bytes:
    """What a trial sends."""
    return _written(PING, at, {})


def _news(line: Line) -> Iterator[tuple[EventType, dict[str, str | None]]]:
    facts, action = line.facts, line.action
    area = action.partition(".")[0]
    if action in _OPENING:
        yield EventType.CASE_RECEIVED, {"kind": line.kind, "state": line.to_state}
    elif line.to_state and action not in _NO_NEWS:
        yield EventType.CASE_STATE_CHANGED, {"from_state": line.from_state or None, "state": line.to_state}
    if line.actor_kind == _BY_COMPLAINANT and "message" in facts:
        yield EventType.MESSAGE_RECEIVED, {"message": facts["message"]}
    if area in _MOVING and facts.get("now") and facts["now"] != facts.get("before"):
        event, name = _MOVING[area]
        moved = {"from_state": facts.get("before"), "state": facts["now"]}
        yield event, {name: facts.get(name), **moved}
    if action == "referral.answer_arrived":
        yield EventType.ANSWER_ARRIVED, {"referral": facts.get("referral")}
    if action == "task.created":
        yield EventType.TASK_OPENED, {"task": facts.get("task"), "kind": facts.get("kind")}
    elif action in _ENDED:
        ended = {"kind": facts.get("kind"), "state": _ENDED[action]}
        yield EventType.TASK_ENDED, {"task": facts.get("task"), **ended}


_MOVING: Final = {
    "referral": (EventType.REFERRAL_STATE_CHANGED, "referral"),
    "partner_referral": (EventType.PARTNER_REFERRAL_STATE_CHANGED, "partner_referral"),
}


def _written(event: str, at: datetime, about: dict[str, str | None]) -> bytes:
    moment = at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return json.dumps({"type": event, "timestamp": moment, "data": about}, separators=(",", ":")).encode()
