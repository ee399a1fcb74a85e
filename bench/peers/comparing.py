"""Asks all products in turns; prints who is ahead on each line, by how much, and what each answer holds."""

import os
import random
import statistics
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from bench.peers import ROUNDS, WARM_UP
from bench.peers.product import FREQUENT, LIST, RARE, WAYS, Product
from tests.e2e.installation import family

_TICK = os.sysconf("SC_CLK_TCK")


@dataclass
class Asked:
    """One way of one product: what each counted turn took, in ms, and the processor's part of it."""

    product: Product
    way: str
    times: list[float] = field(default_factory=list)
    used: list[float] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)

    @property
    def median(self) -> float:
        return statistics.median(self.times)

    @property
    def processor(self) -> float:
        """A mean: the clock ticks in hundredths of a second, so one turn alone says little."""
        return statistics.mean(self.used)

    def spread(self) -> str:
        tenths = statistics.quantiles(self.times, n=10)
        return f"{tenths[0]:.0f} – {tenths[-1]:.0f}"


def same_rows(products: Sequence[Product]) -> dict[str, dict[str, int]]:
    """How many tickets each page of each product holds; it ends the run where one lists others than ours.

    A search of ours finds more: it looks in category, institution and place as well. The peers must agree.
    """
    found = {}
    for way in (LIST, RARE, FREQUENT):
        pages = {one.name: sorted(one.subjects(one.asks[way]()[0])) for one in products}
        first, *others = list(pages.values())[0 if way == LIST else 1 :] or [[]]
        if any(first != other for other in others):
            told = {name: (len(page), page[:2]) for name, page in pages.items()}
            raise SystemExit(f"{way}: not the same tickets, so nothing is measured: {told}")
        found[way] = {name: len(page) for name, page in pages.items()}
    return found


def measured(products: Sequence[Product], postgres: int | None) -> list[Asked]:
    """By the rule in this package's first lines."""
    order = random.Random(1)  # repeatable
    asked = [Asked(one, way) for one in products for way in WAYS]
    for number in range(WARM_UP + ROUNDS):
        for one in order.sample(asked, len(asked)):
            _turn(one, postgres, counted=number >= WARM_UP)
    return asked


def _turn(one: Asked, postgres: int | None, *, counted: bool) -> None:
    at_first = _seconds(one.product.process, postgres)
    began = time.perf_counter()
    answers = one.product.asks[one.way]()
    took = (time.perf_counter() - began) * 1_000
    if counted:
        since = _seconds(one.product.process, postgres)
        one.times.append(took)
        one.used.append(sum(spent - at_first.get(who, 0) for who, spent in since.items()) * 1_000)
        one.sizes.append(sum(len(answer) for answer in answers))


def _seconds(*roots: int | None) -> dict[int, float]:
    """Processor time so far of each of these processes and of all that descend from them."""
    found = {}
    for root in roots:
        # A process of the database may end between two looks.
        with suppress(FileNotFoundError, ProcessLookupError):
            for one in family(root) if root else ():
                fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
                found[one] = (int(fields[11]) + int(fields[12])) / _TICK
    return found


def table(asked: Sequence[Asked]) -> str:
    """Ours first on each line; a ratio above 1 says how many times as long the peer takes."""
    ours = {one.way: one for one in asked if one.product is asked[0].product}
    lines = [
        "| what | product | median ms | p10 – p90 | of ours | processor ms | of ours | bytes | we are |",
        "|---|---|---:|---:|---:|---:|---:|---:|---|",
    ]
    rows = [_row(one, mine) for way, mine in ours.items() for one in asked if one.way == way]
    return "\n".join([*lines, *rows])


def _row(one: Asked, ours: Asked) -> str:
    figures = f"{one.median:.0f} | {one.spread()}"
    size = f"{statistics.median(one.sizes):,.0f}"
    if one is ours:
        return f"| {one.way} | {one.product.name} | {figures} |  | {one.processor:.0f} |  | {size} |  |"
    slower = one.median / ours.median
    costs = f"{one.processor / ours.processor:.2f}" if ours.processor else ""
    verdict = "ahead" if slower > 1 else "**behind**"
    row = f"| {one.way} | {one.product.name} | {figures} | {slower:.2f} | {one.processor:.0f} | {costs} |"
    return f"{row} {size} | {verdict} |"


def held(products: Sequence[Product]) -> str:
    """What each answer holds, in words."""
    lines = [
        "| what | " + " | ".join(one.name for one in products) + " |",
        "|---" * (len(products) + 1) + "|",
    ]
    return "\n".join(
        [*lines, *(f"| {way} | " + " | ".join(one.holds[way] for one in products) + " |" for way in WAYS)]
    )
