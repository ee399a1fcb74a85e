"""The same step on many chosen cases: each goes its own way, and what became of it is told."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Final
from uuid import UUID

from django.db import OperationalError

from backend.cases.models import Case
from backend.cases.services import work
from backend.common.errors import Busy, Problem
from backend.partners.actors import Actor
from backend.partners.models import User

MOST_AT_ONCE: Final = 100


@dataclass(frozen=True, slots=True)
class Chosen:
    """A case in the version in which it was chosen."""

    id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class Done:
    """What came of one: the case as it is now, or what stood against it."""

    id: UUID
    case: Case | None = None
    problem: Problem | None = None


def assign_many(chosen: Iterable[Chosen], *, assignee: User | None, actor: Actor) -> list[Done]:
    """Name who works each of these; one that cannot be is told as such and leaves the others alone."""
    act = partial(work.assign, assignee=assignee, actor=actor)
    return [_done(one, act) for one in _once(chosen)]


def tag_many(
    chosen: Iterable[Chosen], *, add: Collection[str], remove: Collection[str], actor: Actor
) -> list[Done]:
    """Add and take away tags of each; one that cannot be is told as such and leaves the others alone."""
    act = partial(work.retag, add=add, remove=remove, actor=actor)
    return [_done(one, act) for one in _once(chosen)]


def _once(chosen: Iterable[Chosen]) -> Iterable[Chosen]:
    return {one.id: one for one in chosen}.values()


def _done(one: Chosen, act: Callable[..., Case]) -> Done:
    """Each is a transaction of its own, so that what is told as done is done."""
    try:
        return Done(one.id, case=act(one.id, expected=one.version))
    except Problem as problem:
        return Done(one.id, problem=problem)
    except OperationalError:
        # Others hold this row. What was done before it stays, so it is told, and the rest goes on.
        return Done(one.id, problem=Busy())
