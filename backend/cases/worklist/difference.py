"""What stands between the tasks that are kept and those that are wanted: a pure comparison."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from uuid import UUID

from backend.cases.worklist.facts import Wanted


@dataclass(frozen=True, slots=True)
class Kept:
    """A task of a rule as it is stored. `by_person`: somebody said that it is done or needs no doing."""

    key: str
    is_open: bool
    by_person: bool
    due_on: date
    due_time: time | None = None
    team: UUID | None = None


@dataclass(slots=True)
class Difference:
    """What to do, by key. Nothing in it: kept and wanted agree."""

    make: list[Wanted] = field(default_factory=list)
    put_right: list[Wanted] = field(default_factory=list)
    """Kept, but closed by the rule, or with another day or team."""
    drop: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.make or self.put_right or self.drop)


def difference(kept: Mapping[str, Kept], wanted: Iterable[Wanted], owner: UUID | None = None) -> Difference:
    """Make what is missing, open again what the rule itself had closed, drop what is wanted no more. What a
    person has ended stays ended."""
    found, still_wanted = Difference(), set()
    for one in wanted:
        still_wanted.add(one.key)
        there = kept.get(one.key)
        if there is None:
            found.make.append(one)
        elif not there.by_person and not _agrees(there, one, owner):
            found.put_right.append(one)
    found.drop = [key for key, there in kept.items() if there.is_open and key not in still_wanted]
    return found


def _agrees(there: Kept, one: Wanted, owner: UUID | None) -> bool:
    as_wanted = (one.due_on, one.due_time, one.team or owner)
    return there.is_open and (there.due_on, there.due_time, there.team) == as_wanted
