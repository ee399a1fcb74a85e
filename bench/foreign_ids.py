"""Whether time tells a foreign id from an absent one: both are asked for in turns, and the times compared."""

import random
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID, uuid4

from django.test import Client

from backend.cases.models import Case, Task
from bench.list_of_cases import signed_in
from bench.network import Network

TRIES: Final = 2_000
WARM_UP: Final = 50
POOL: Final = 50
"""So many ids of each sort, so that none of the two is better known to the caches than the other."""
FOREIGN, ABSENT = "foreign", "absent"
SLOWEST: Final = 5
"""Percent of the times, of both sorts together, that are left out of Welch's t: the machine's, not ours."""


@dataclass
class Address:
    """An address that takes an id, asked with ids of several sorts."""

    name: str
    path: Callable[[UUID], str]
    ids: dict[str, list[UUID]]
    times: dict[str, list[float]] = field(default_factory=dict)


def addresses(network: Network) -> Iterator[Address]:
    """The addresses that are measured, for a caseworker of the smallest office and things of the largest."""
    mine, theirs = network.partners[-1], network.partners[0]
    foreign = _cases(theirs.pk)
    # Last of all what shows that the measure sees a difference where there is one, and none where none is.
    cases = {FOREIGN: foreign, ABSENT: _absent()}
    yield Address("cases/{id}/", lambda one: f"cases/{one}/", cases)
    yield Address("cases/{id}/complaint/", lambda one: f"cases/{one}/complaint/", cases)
    yield Address("cases/{id}/identity-requests/", lambda one: f"cases/{one}/identity-requests/", cases)
    yield Address("cases/{id}/referrals/{id}/", lambda one: f"cases/{one}/referrals/{uuid4()}/", cases)
    yield Address("cases/{id}/files/{id}/clean/", lambda one: f"cases/{one}/files/{uuid4()}/clean/", cases)
    tasks = {FOREIGN: _tasks(theirs.pk), ABSENT: _absent()}
    yield Address("tasks/{id}/", lambda one: f"tasks/{one}/", tasks)
    control = {FOREIGN: _absent(), ABSENT: _absent()}
    yield Address("absent against absent", lambda one: f"cases/{one}/", control)
    seen = {FOREIGN: _cases(mine.pk), ABSENT: _absent()}
    yield Address("own against absent", lambda one: f"cases/{one}/", seen)


def _absent() -> list[UUID]:
    return [uuid4() for _ in range(POOL)]


def _cases(partner: UUID) -> list[UUID]:
    found = Case.objects.filter(owner=partner, restricted=False, shares__isnull=True)
    return list(found.order_by("pk").values_list("pk", flat=True)[:POOL])


def _tasks(partner: UUID) -> list[UUID]:
    found = Task.objects.filter(team=partner, restricted=False, case__shares__isnull=True)
    return list(found.order_by("pk").values_list("pk", flat=True)[:POOL])


def measured(network: Network) -> list[Address]:
    """Every address asked 2 000 times for each sort, in an order that is drawn anew each time."""
    client = signed_in(network.actors["small partner"])
    found = list(addresses(network))
    order = random.Random(1)  # repeatable
    for number in range(WARM_UP + TRIES):
        every = [(address, sort) for address in found for sort in address.ids]
        for address, sort in order.sample(every, len(every)):
            path = f"/api/v1/{address.path(order.choice(address.ids[sort]))}"
            took = _took(client, path, 200 if _is_seen(address, sort) else 404)
            if number >= WARM_UP:
                address.times.setdefault(sort, []).append(took)
    return found


def _is_seen(address: Address, sort: str) -> bool:
    return address.name.startswith("own") and sort == FOREIGN


def _took(client: Client, path: str, expected: int) -> float:
    began = time.perf_counter()
    answer = client.get(path)
    took = (time.perf_counter() - began) * 1_000
    assert answer.status_code == expected, (path, answer.status_code)
    return took


def chance_to_tell(some: list[float], others: list[float]) -> float:
    """How often one of the first took longer than one of the second (AUC): 0.5 is no knowledge, 1 all."""
    together = sorted([(one, 1) for one in some] + [(one, 0) for one in others])
    ranks, place = 0.0, 0
    while place < len(together):
        after = place
        while after < len(together) and together[after][0] == together[place][0]:
            after += 1
        shared = (place + 1 + after) / 2
        ranks += shared * sum(is_first for _, is_first in together[place:after])
        place = after
    return (ranks - len(some) * (len(some) + 1) / 2) / (len(some) * len(others))


def welch(some: list[float], others: list[float]) -> float:
    """Welch's t of two samples: beyond 4.5 their means differ."""
    spread = statistics.variance(some) / len(some) + statistics.variance(others) / len(others)
    return float((statistics.fmean(some) - statistics.fmean(others)) / spread**0.5)


def without_slowest(some: list[float], others: list[float]) -> tuple[list[float], list[float]]:
    """Both without what took longest of all."""
    limit = statistics.quantiles(some + others, n=100)[99 - SLOWEST]
    return [one for one in some if one <= limit], [one for one in others if one <= limit]


def table(found: list[Address]) -> str:
    """Markdown: medians, their difference, Welch's t, the chance to tell."""
    lines = [
        "| address | foreign, median ms | absent, median ms | difference | Welch's t | AUC |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for one in found:
        foreign, absent = one.times[FOREIGN], one.times[ABSENT]
        medians = statistics.median(foreign), statistics.median(absent)
        t = welch(*without_slowest(foreign, absent))
        auc = chance_to_tell(foreign, absent)
        lines.append(
            f"| {one.name} | {medians[0]:.3f} | {medians[1]:.3f} | {medians[0] - medians[1]:+.3f}"
            f" | {t:+.2f} | {auc:.3f} |"
        )
    return "\n".join(lines)
