"""Takes times of several ways to do the same, in turns: a slow minute of the machine hits all alike."""

import random
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field

WARM_UP, ROUNDS = 5, 60


@dataclass
class Variant:
    """One way to do a thing. `floor` names the variant that its ratio is taken to."""

    group: str
    name: str
    run: Callable[[], object]
    floor: str = ""
    times: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        return statistics.median(self.times)

    def quantile(self, percent: int) -> float:
        return statistics.quantiles(self.times, n=100)[percent - 1]


def measure(variants: list[Variant]) -> None:
    """Every variant once a round, in an order that is shuffled anew and the same in every run."""
    order = random.Random(1)  # repeatable
    for number in range(WARM_UP + ROUNDS):
        for variant in order.sample(variants, len(variants)):
            began = time.perf_counter()
            variant.run()
            took = (time.perf_counter() - began) * 1_000
            if number >= WARM_UP:
                variant.times.append(took)


def table(variants: list[Variant]) -> str:
    """Markdown: medians, the middle eighty percent, ratios."""
    lines = ["| what | how | median ms | p10 – p90 | ratio |", "|---|---|---:|---:|---:|"]
    medians = {(one.group, one.name): one.median for one in variants}
    for one in variants:
        ratio = f"{one.median / medians[one.group, one.floor]:.2f}" if one.floor else ""
        spread = f"{one.quantile(10):.2f} – {one.quantile(90):.2f}"
        lines.append(f"| {one.group} | {one.name} | {one.median:.2f} | {spread} | {ratio} |")
    return "\n".join(lines)
