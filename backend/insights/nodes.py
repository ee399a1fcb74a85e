"""Counts as a tree of rows, each the sum of what lies below it, and from there to the lines of a table."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from backend.directory.lookups import Entry
from backend.insights.hiding import Part, hidden_in
from backend.insights.tables import CONCEALED, Cell, Line


@dataclass(slots=True)
class Node:
    """A row with one count for each stretch of time."""

    code: str
    label: str | Promise
    counts: list[int]
    below: "list[Node]" = field(default_factory=list)

    def add(self, counts: Sequence[int]) -> None:
        for place, count in enumerate(counts):
            self.counts[place] += count

    def part(self) -> Part:
        return Part(self.code, sum(self.counts), [node.part() for node in self.below])


def listed(
    labels: Mapping[str, str | Promise], counts: Mapping[str, Sequence[int]], width: int
) -> list[Node]:
    """One row for each code there is, also for those that nothing was counted of."""
    return [Node(code, label, list(counts.get(code, [0] * width))) for code, label in labels.items()]


def rolled_up(
    counts: Mapping[int | None, Sequence[int]],
    entry_of: Callable[[int], Entry],
    entries: Iterable[Entry],
    width: int,
) -> list[Node]:
    """Rows of the directory that something was counted of, and of all that they lie in; the largest first."""
    named = {entry.code: entry for entry in entries}
    nodes: dict[str, Node] = {}
    roots: list[Node] = []
    for id, found in counts.items():
        siblings = roots
        for code in entry_of(id).path.strip("/").split("/") if id is not None else [""]:
            if code not in nodes:
                label = named[code].name if code else _("Not said yet")
                nodes[code] = Node(code, label, [0] * width)
                siblings.append(nodes[code])
            nodes[code].add(found)
            siblings = nodes[code].below
    _sort(roots)
    return roots


def _sort(nodes: list[Node]) -> None:
    # What is not known comes last, whatever its size.
    nodes.sort(key=lambda node: (node.code == "", -sum(node.counts), str(node.label)))
    for node in nodes:
        _sort(node.below)


def lines_of(roots: Sequence[Node], *, hides_small: bool, is_open: bool) -> tuple[list[Line], Line]:
    """The lines of a table and its total; of an open list, those without a number are left out."""
    width = len(roots[0].counts) if roots else 1
    whole = Node(
        "*", _("All"), [sum(node.counts[place] for node in roots) for place in range(width)], list(roots)
    )
    hidden = hidden_in(whole.part()) if hides_small else frozenset()
    lines = [
        Line(node.code, node.label, cells_of(node.counts, node.code in hidden), depth)
        for node, depth in _walk(roots)
        if not (is_open and node.code in hidden)
    ]
    return lines, Line("", whole.label, cells_of(whole.counts, whole.code in hidden))


def _walk(nodes: Iterable[Node], depth: int = 0) -> Iterator[tuple[Node, int]]:
    for node in nodes:
        yield node, depth
        yield from _walk(node.below, depth + 1)


def cells_of(counts: Sequence[int], is_hidden: bool) -> list[Cell]:
    """One cell for each count, and one for their sum where there are several."""
    told = [*counts, sum(counts)] if len(counts) > 1 else counts
    return [CONCEALED if is_hidden else Cell(count) for count in told]
