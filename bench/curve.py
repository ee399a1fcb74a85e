"""What answers cost at several sizes, asked in turns: a line for each answer, a column for each size."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Final

import orjson

from backend.intake.api.examples import COMPLAINT
from bench.asking import Line
from bench.growth import COUNTERS, DEEP, LISTS, REPORT, SEARCHES, page
from bench.measuring import Variant, measure
from bench.server import served
from bench.sizes import PROGRAM, WHO, Filled

WHOSE: Final = WHO[0]
FILED: Final = "a complaint filed"
# What the picture shows, in the order of its lines.
DRAWN: Final = (FILED, "a page of the report", "one case with its timeline", "50 newest")


def table(filled: Sequence[Filled]) -> str:
    """Markdown, for the largest partner of each; medians in ms."""
    asks = dict[int, dict[str, Callable[[], object]]]()
    with ExitStack() as stack:
        for one in filled:
            home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="dosja-bench-")))
            server = stack.enter_context(served({}, home, one.url))
            person = stack.enter_context(Line(server.port, one.callers[WHOSE]))
            program = stack.enter_context(Line(server.port, one.callers[PROGRAM]))
            asks[one.cases] = asked(person, program)
        # A list that ends before its deep page has none.
        common = [what for what in asks[filled[-1].cases] if all(what in one for one in asks.values())]
        variants = {what: [Variant(what, str(size), asks[size][what]) for size in asks] for what in common}
        measure([variant for of_what in variants.values() for variant in of_what])
    rows = {what: [variant.median for variant in of_what] for what, of_what in variants.items()}
    return "\n".join((*_lines(filled, rows), "", *_drawn(filled, rows)))


def asked(person: Line, program: Line) -> dict[str, Callable[[], object]]:
    """Each of the answers."""
    rows = orjson.loads(person.get(LISTS["of one state"]))["results"]
    case = f"/api/v1/cases/{rows[10]['id']}/"
    complaint = orjson.dumps({**COMPLAINT.value, "partner": rows[10]["owner"], "channel": "api"})
    paths = {
        **{f"50 {what}": path for what, path in LISTS.items()},
        f"50 of the {DEEP}th page": page(person, DEEP),
        **SEARCHES,
        **COUNTERS,
        **REPORT,
    }
    return {
        **{what: lambda path=path: person.get(path) for what, path in paths.items() if path},  # type: ignore[misc]
        "one case with its timeline": lambda: (person.get(case), person.get(f"{case}events/")),
        FILED: lambda: program.post("/api/v1/complaints/", complaint),
    }


def _lines(filled: Sequence[Filled], rows: dict[str, list[float]]) -> Iterator[str]:
    yield (
        "| " + " | ".join(["what", *(f"{one.cases:,} cases" for one in filled), "largest : smallest"]) + " |"
    )
    yield "|---|" + "---:|" * (len(filled) + 1)
    for what, times in rows.items():
        shown = [f"{took:.1f} ms" for took in times]
        yield "| " + " | ".join([what, *shown, f"{times[-1] / times[0]:.2f}"]) + " |"
    held = [one.bytes for one in filled]
    sizes = {
        "the database": [f"{size / 1e9:.2f} GB" for size in held],
        "of it for a case": [
            f"{size / one.cases / 1e3:.1f} KB" for size, one in zip(held, filled, strict=True)
        ],
        "filled in": ["" if one.seconds is None else f"{one.seconds:.0f} s" for one in filled],
    }
    for what, said in sizes.items():
        yield "| " + " | ".join([what, *said, ""]) + " |"


def _drawn(filled: Sequence[Filled], rows: dict[str, list[float]]) -> Iterator[str]:
    """A picture that readers of the page see; its lines bear no names, so their order is said."""
    falling = sorted(DRAWN, key=lambda what: -rows[what][-1])
    sizes = ", ".join(f'"{one.cases:,}"' for one in filled)
    highest = max(took for what in DRAWN for took in rows[what])
    yield "```mermaid"
    yield "xychart-beta"
    yield f'    title "ms; at the right, from above: {", ".join(falling)}"'
    yield f'    x-axis "cases" [{sizes}]'
    yield f'    y-axis "ms" 0 --> {highest * 1.1:.0f}'
    for what in falling:
        yield f"    line [{', '.join(f'{took:.1f}' for took in rows[what])}]"
    yield "```"
