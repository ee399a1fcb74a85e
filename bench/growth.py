"""How much slower the same answers are with many more cases: two servers on two databases, asked in turns."""

import statistics
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import orjson

from backend.demo.load import COMMON_WORD, RARE_WORD
from backend.insights.definitions import Statistic
from bench.asking import Line
from bench.measuring import Variant, measure
from bench.server import served
from bench.sizes import WHO, Filled

SIZES: Final = ("small", "large")
LISTS: Final = {"newest": "/api/v1/cases/", "of one state": "/api/v1/cases/?state=referred"}
DEEP: Final = 20
SEARCHES: Final = {
    f"search, {what}": f"/api/v1/cases/?search={word}"
    for what, word in {"a rare word": RARE_WORD, "a frequent word": COMMON_WORD}.items()
}
COUNTERS: Final = {"counters of the work list": "/api/v1/tasks/count/?whose=team"}
REPORT: Final = {"a page of the report": f"/api/v1/statistics/{Statistic.CASES_BY_STAGE.value}/"}
Lines = dict[str, dict[str, Line]]


@dataclass(frozen=True, slots=True)
class Allowed:
    """How much longer it may take: the middle of the answers, and the slowest twentieth."""

    p50: float
    p95: float | None = None


LIST_BUDGET: Final = Allowed(p50=1.3, p95=1.5)
SUMS_BUDGET: Final = Allowed(p50=2)


def table(small: Filled, large: Filled) -> str:
    """Markdown; the same of both."""
    with ExitStack() as stack:
        lines: Lines = {}
        for size, filled in zip(SIZES, (small, large), strict=True):
            home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="dosja-bench-")))
            server = stack.enter_context(served({}, home, filled.url))
            lines[size] = {who: stack.enter_context(Line(server.port, filled.callers[who])) for who in WHO}
        tables = [
            _told(list(variants), allowed)
            for variants, allowed in (
                (_lists(lines), LIST_BUDGET),
                (_asked(SEARCHES, WHO, lines), None),
                (_asked(COUNTERS, WHO[:3], lines), SUMS_BUDGET),
                (_asked(REPORT, WHO[:1], lines), SUMS_BUDGET),
            )
        ]
    columns = [*(f"{one.cases:,} cases, p50 ms" for one in (small, large)), "p50, ratio", "p95, ratio"]
    head = (f"| what | {' | '.join(columns)} | |", "|---|---:|---:|---:|---:|---|")
    return "\n".join((*head, *tables))


def _lists(lines: Lines) -> Iterator[Variant]:
    for who in WHO:
        yield from _both(lines, who, {f"50 {what}": (path, path) for what, path in LISTS.items()})
        deep = [page(lines[size][who], DEEP) for size in SIZES]
        if all(deep):
            yield from _both(lines, who, {f"50 of the {DEEP}th page": (deep[0], deep[1])})


def _asked(paths: Mapping[str, str], people: Iterable[str], lines: Lines) -> Iterator[Variant]:
    for who in people:
        yield from _both(lines, who, {what: (path, path) for what, path in paths.items()})


def _both(lines: Lines, who: str, paths: Mapping[str, tuple[str, str]]) -> Iterator[Variant]:
    """Each of them at both sizes."""
    for what, of_size in paths.items():
        for size, path in zip(SIZES, of_size, strict=True):
            yield Variant(f"{what}, {who}", size, lambda line=lines[size][who], path=path: line.get(path))


def page(line: Line, number: int) -> str:
    """The path of so deep a page of the newest; nothing where the list ends before it."""
    path = LISTS["newest"]
    for _ in range(number - 1):
        address = orjson.loads(line.get(path))["next"]
        if address is None:
            return ""
        path = "/" + address.split("/", 3)[3]
    return path


def _told(variants: list[Variant], allowed: Allowed | None) -> str:
    measure(variants)
    times = {(one.group, one.name): one.times for one in variants}
    groups = dict.fromkeys(one.group for one in variants)
    rows = [_row(group, [times[group, size] for size in SIZES]) for group in groups]
    if allowed:
        pooled = [
            [took for (_group, name), took_by in times.items() if name == size for took in took_by]
            for size in SIZES
        ]
        rows.append(_row("**all of these together**", pooled, allowed))
    return "\n".join(rows)


def _row(what: str, both: list[list[float]], allowed: Allowed | None = None) -> str:
    p50 = [statistics.median(times) for times in both]
    p95 = [statistics.quantiles(times, n=20)[18] for times in both]
    ratios = p50[1] / p50[0], p95[1] / p95[0]
    verdict = ""
    if allowed:
        kept = ratios[0] <= allowed.p50 and (allowed.p95 is None or ratios[1] <= allowed.p95)
        wanted = " and ".join(f"≤ {one:g}" for one in (allowed.p50, allowed.p95) if one)
        verdict = f"{wanted}: {'met' if kept else '**missed**'}"
    return f"| {what} | {p50[0]:.2f} | {p50[1]:.2f} | {ratios[0]:.2f} | {ratios[1]:.2f} | {verdict} |"
