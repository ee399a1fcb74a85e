"""Small counts are hidden, and so many others that nobody works them out by subtraction from totals.

A table is taken as a tree: a number and the parts that add up to it. Whoever reads it knows the number above
and every part that is shown; what is hidden among the parts is known only as a sum. So among the parts of one
number at least two are hidden, or none, and together they are at least `FEWEST`: each of them may be anything
from nothing to that sum.
"""

from collections.abc import Collection, Hashable, Iterator
from dataclasses import dataclass, field
from typing import Final

FEWEST: Final = 5
"""From this count on a number may be shown to those who see numbers only."""


@dataclass(slots=True)
class Part:
    """A count and the parts it is made of; `own` is what lies in it and in none of its parts."""

    key: Hashable
    count: int
    parts: "list[Part]" = field(default_factory=list)

    @property
    def own(self) -> int:
        return self.count - sum(part.count for part in self.parts)


def hidden_in(whole: Part) -> frozenset[Hashable]:
    """The keys of all counts of a tree that may not be shown."""
    if _is_small(whole.count):
        return frozenset(part.key for part in _all(whole))
    return frozenset(_hidden_below(whole))


def _is_small(count: int) -> bool:
    return 0 < count < FEWEST


def _hidden_below(whole: Part) -> Iterator[Hashable]:
    """Of the parts of a count that is shown."""
    hidden = _hidden_among(_parts_of(whole))
    for part in whole.parts:
        if any(part is one for one in hidden):
            yield from (one.key for one in _all(part))
        else:
            yield from _hidden_below(part)


def _parts_of(whole: Part) -> list[Part]:
    """What lies in none of the parts is one, too: it is worked out as easily."""
    rest = [Part(None, whole.own)] if whole.parts and whole.own else []
    return [*whole.parts, *rest]


def _hidden_among(parts: Collection[Part]) -> list[Part]:
    if not any(_is_small(part.count) for part in parts):
        return []
    by_size = sorted(parts, key=lambda part: part.count)
    hidden: list[Part] = []
    for part in by_size:
        # The smallest first: zeros among them hide which of the small ones is there at all.
        if part.count >= FEWEST and sum(one.count for one in hidden) >= FEWEST:
            break
        hidden.append(part)
    return hidden


def _all(whole: Part) -> Iterator[Part]:
    yield whole
    for part in whole.parts:
        yield from _all(part)
