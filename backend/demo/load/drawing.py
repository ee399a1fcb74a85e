"""Draws one case from a seed and its number: the same in every run, whatever else is drawn."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from backend.demo.load import proportions
from backend.demo.load.network import Office
from backend.demo.load.surroundings import Named, Surroundings

_HOUR: Final = timedelta(hours=1)
# The way of a case to the state in which it stands, as steps after `received`.
_INTAKE: Final = ("triage",)
_OPEN: Final = ("triage", "open")
_SENT: Final = (*_OPEN, "referred")
_WAYS: Final[dict[str, tuple[str, ...]]] = {
    "received": (),
    "triage": _INTAKE,
    "awaiting_complainant": (*_INTAKE, "awaiting_complainant"),
    "open": _OPEN,
    "referred": _SENT,
    "response_review": (*_SENT, "response_review"),
    "escalated": (*_SENT, "response_review", "escalated"),
    "resolved": (*_SENT, "response_review", "resolved"),
    "closed": (*_SENT, "response_review", "resolved", "closed"),
    "reopened": (*_SENT, "response_review", "resolved", "closed", "reopened"),
    "inadmissible": (*_INTAKE, "inadmissible"),
    "duplicate": (*_INTAKE, "duplicate"),
    "withdrawn": (*_INTAKE, "withdrawn"),
}
# Days until a step is taken, at least and at most.
_TAKES: Final = {
    **{"triage": (0, 3), "awaiting_complainant": (0, 2), "open": (1, 6), "referred": (2, 14)},
    **{"response_review": (8, 40), "escalated": (3, 15), "resolved": (2, 20), "closed": (10, 30)},
    **{"reopened": (5, 60), "inadmissible": (1, 10), "duplicate": (0, 5), "withdrawn": (2, 30)},
}
_RECENTLY: Final = 75
"""Half of what waits for an institution was sent within so many days."""


@dataclass(slots=True)
class Setting:
    """Where a case stands before it is drawn: its number, owner, running number, who it may be shared with,
    and the owner's case before it."""

    number: int
    place: int
    running: int
    previous: int | None
    reader: int | None


@dataclass(slots=True)
class Drawn:
    """One case: what it is, how it came there, who sees it beside its owner. `draw` goes on from here."""

    number: int
    id: UUID
    office: Office
    reference: str
    opened: datetime
    kind: str
    state: str
    severity: int
    channel: str
    complainant: str
    category: Named
    institution: Named
    place: Named
    assignee: UUID | None
    restricted: bool
    summary: str
    words: tuple[str, ...]
    named: tuple[UUID, ...]
    shared_with: tuple[Office, ...]
    duplicate_of: UUID | None
    steps: list[tuple[str, datetime]]
    draw: random.Random

    def new_id(self) -> UUID:
        """The next id that belongs to this case."""
        return UUID(int=self.draw.getrandbits(128), version=4)

    def at(self, step: str) -> datetime | None:
        """When it came to a state."""
        return next((at for name, at in self.steps if name == step), None)


@dataclass(frozen=True)
class Drawing:
    """What all cases of one run share."""

    seed: int
    cases: int
    now: datetime
    offices: list[Office]
    around: Surroundings

    def case(self, setting: Setting) -> Drawn:
        """The case with this number."""
        draw = _draw_of(self.seed, setting.number)
        case_id = UUID(int=draw.getrandbits(128), version=4)
        office, around = self.offices[setting.place], self.around
        opened = self.opened(setting.number)
        kind, state = proportions.KINDS.drawn(draw), proportions.STATES.drawn(draw)
        if state == "duplicate" and setting.previous is None:
            state = "withdrawn"
        restricted = setting.reader is None and draw.random() < proportions.RESTRICTED
        named = tuple(draw.sample(office.people, 2)) if restricted else ()
        summary, words = _summary(draw)
        works = state not in ("received", "triage") and draw.random() < 0.8
        return Drawn(
            number=setting.number,
            id=case_id,
            office=office,
            reference=f"{office.prefix}-{opened.year}-{setting.running:06d}",
            opened=opened,
            kind=kind,
            state=state,
            severity=proportions.SEVERITIES.drawn(draw),
            channel=proportions.CHANNELS.drawn(draw),
            complainant=proportions.COMPLAINANTS.drawn(draw),
            category=_skewed(draw, around.categories[kind]),
            institution=_skewed(draw, around.institutions[office.country]),
            place=_skewed(draw, around.places[office.country]),
            assignee=draw.choice(named or office.people) if works else None,
            restricted=restricted,
            summary=summary,
            words=words,
            named=named,
            shared_with=() if restricted else tuple(self._shared(draw, setting)),
            duplicate_of=self._other(setting.previous) if state == "duplicate" else None,
            steps=_steps(draw, opened, state, self.now),
            draw=draw,
        )

    def opened(self, number: int) -> datetime:
        """Cases arrive evenly until an hour before now."""
        return self.now - timedelta(days=proportions.DAYS) * (1 - number / self.cases) - _HOUR

    @staticmethod
    def id_of_case(seed: int, number: int) -> UUID:
        """The id of any case, without drawing the rest of it."""
        return UUID(int=_draw_of(seed, number).getrandbits(128), version=4)

    def _other(self, number: int | None) -> UUID | None:
        return None if number is None else self.id_of_case(self.seed, number)

    def _shared(self, draw: random.Random, setting: Setting) -> list[Office]:
        shared = [] if setting.reader is None else [self.offices[setting.reader]]
        if draw.random() < proportions.SHARED:
            other = draw.randrange(proportions.PARTNERS)
            shared += [self.offices[other]] if other != setting.place else []
        return shared


def _draw_of(seed: int, number: int | str) -> random.Random:
    return random.Random(f"{seed}/{number}")  # noqa: S311  # has to be the same in every run


def _skewed(draw: random.Random, rows: list[Named]) -> Named:
    """Some categories, institutions and places come often, most seldom."""
    return rows[int(len(rows) * draw.random() ** 2.5)]


def _summary(draw: random.Random) -> tuple[str, tuple[str, ...]]:
    words = draw.choices(proportions.WORDS, k=6)
    if draw.random() < proportions.COMMON:
        words.append(proportions.COMMON_WORD)
    if draw.random() < proportions.RARE:
        words.append(proportions.RARE_WORD)
    return " ".join(words).capitalize(), tuple(words)


def _steps(draw: random.Random, opened: datetime, state: str, now: datetime) -> list[tuple[str, datetime]]:
    """When each step was taken: in order, none later than now. What waits was mostly sent recently."""
    way, at, steps = _WAYS[state], opened, []
    for left, step in zip(range(len(way) - 1, -1, -1), way, strict=True):
        least, most = _TAKES[step]
        following = at + timedelta(days=draw.uniform(least, most), minutes=draw.randrange(5, 300))
        if step == "referred" and state in ("referred", "response_review") and draw.random() < 0.5:
            following = max(following, now - timedelta(days=draw.uniform(1, _RECENTLY)))
        at = max(at + timedelta(minutes=1), min(following, now - (left + 1) * _HOUR / 10))
        at = at.replace(microsecond=0) if at.replace(microsecond=0) > opened else at
        steps.append((step, at))
    return steps
