"""A day of a network at rising rates: caseworkers read, citizens look at receipts, complaints come in.

Until the knee, then far above it, where lists are refused and complaints are not, then at rest again; with
`--minutes 60`, an hour at half the knee, to see what memory does.
"""

import os
import random
import statistics
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import orjson

from backend.demo.load import COMMON_WORD, RARE_WORD
from backend.intake.api.examples import COMPLAINT
from backend.partners.models import User
from bench.arrivals import Ask, Seen, arriving
from bench.asking import Line
from bench.budget import session_of
from bench.network import Network
from bench.server import Server, lock, served
from tests.factories.partners import access_token, api_client

RATES: Final = (2, 3, 5, 8, 12, 16, 20, 25, 30, 40, 50, 65, 80, 100, 130, 160, 200)
SECONDS, ASKED = 20.0, 100
"""How long a rate is held: so long, and until so many were asked."""
ABOVE: Final = 3
TOGETHER: Final = 10
"""So many minutes of the hour are one line of the table."""
PEOPLE, RECEIPTS = 24, 30
SLOW: Final = 1.0
"""From here on somebody waits: the knee is the first rate at which p95 of a kind is above, or answers lag."""
FOLLOWS: Final = 0.95
LISTS, CASES, STATUS, INTAKE = "lists", "cases", "receipts", "complaints"
KINDS: Final = (LISTS, CASES, STATUS, INTAKE)
# What a caseworker asks for, of 70.
_READ: Final = (
    *(("/api/v1/cases/", 14), ("/api/v1/cases/?state=referred", 10), ("/api/v1/cases/?overdue=true", 4)),
    *((f"/api/v1/cases/?search={COMMON_WORD}", 3), (f"/api/v1/cases/?search={RARE_WORD}", 3)),
    *(("/api/v1/tasks/", 6), ("/api/v1/tasks/count/?whose=team", 4), ("/api/v1/today/", 3)),
)
_OPENED: Final = 23


@dataclass(frozen=True)
class Step:
    """What was seen at one rate, and what each worker held after it (MB)."""

    name: str
    rate: float
    seen: list[Seen]
    memory: list[float]

    def of(self, kind: str) -> list[Seen]:
        return [one for one in self.seen if one.kind == kind]

    @property
    def is_beyond_the_knee(self) -> bool:
        good = sum(map(_is_good, self.seen))
        lags = good < FOLLOWS * len(self.seen)
        return lags or any(_quantile(_good(self.of(kind)), 95) > SLOW for kind in KINDS)


def measured(network: Network, minutes: int = 0) -> str:
    """The table."""
    lock()
    with (
        tempfile.TemporaryDirectory(prefix="dosja-bench-") as home,
        served({}, Path(home), settings={"DOSJA_TRUSTED_PROXIES": "1"}) as server,
    ):
        steps = list(_steps(server, Day(server, network), minutes))
    load = os.getloadavg()
    more = f"Load of the machine at the end: {load[0]:.1f} (1 min), {load[2]:.1f} (15 min)."
    return f"{table(steps)}\n\n{more}"


def _steps(server: Server, day: "Day", minutes: int) -> Iterator[Step]:
    chance = random.Random(1)  # repeatable

    def at(name: str, rate: float, seconds: float = SECONDS) -> Step:
        seen = arriving(server.port, day.draw, rate=rate, seconds=seconds, chance=chance)
        step = Step(name, rate, seen, server.memory())
        print("\n".join(_rows(step)), flush=True)
        return step

    at("warm", RATES[0], 10)
    knee = RATES[-1]
    for rate in RATES:
        step = at("", rate, max(SECONDS, ASKED / rate))
        yield step
        if step.is_beyond_the_knee:
            knee = rate
            break
    # What is left over from the step before shall not count here.
    at("rest", knee / 4, 10)
    yield at(f"{ABOVE} × the knee", ABOVE * knee, SECONDS * 1.5)
    yield at("at once after it", knee / 2)
    for begun in range(0, minutes, TOGETHER):
        until = min(begun + TOGETHER, minutes)
        yield at(f"until minute {until}", knee / 2, 60 * (until - begun))


class Day:
    """Draws what is asked for next: 70 of a hundred are reads, 20 receipts, 10 complaints."""

    def __init__(self, server: Server, network: Network) -> None:
        self.chance = random.Random(2)  # repeatable
        program: Any = api_client(network.partners[0], scopes=None)
        token = {"Authorization": f"Bearer {access_token(program.client_id, seconds=6 * 3_600)}"}
        complaint = orjson.dumps({**COMPLAINT.value, "partner": network.partners[0].slug, "channel": "api"})
        self.complaint = _ask(INTAKE, "POST /api/v1/complaints/", token, complaint)
        self.receipts = list(_receipts(server, token, complaint))
        self.people = list(_people(server))

    def draw(self) -> Ask:
        number = self.chance.random()
        if number < 0.1:
            return self.complaint
        if number < 0.3:
            return self.chance.choice(self.receipts)
        lists, cases = self.chance.choice(self.people)
        is_list = not cases or self.chance.random() * 70 > _OPENED
        return (
            self.chance.choices(lists, [weight for _path, weight in _READ])[0]
            if is_list
            else (self.chance.choice(cases))
        )


def _receipts(server: Server, token: dict[str, str], complaint: bytes) -> Iterator[Ask]:
    """Of complaints that are filed for it; opening one costs as much hashing as making it."""
    with Line(server.port, token) as line:
        for _ in range(RECEIPTS):
            receipt = orjson.loads(line.post("/api/v1/complaints/", complaint))["receipt"]
            shown = orjson.dumps({name: receipt[name] for name in ("number", "secret")})
            yield _ask(STATUS, "POST /api/v1/receipts/", {}, shown)


def _people(server: Server) -> Iterator[tuple[list[Ask], list[Ask]]]:
    """Caseworkers of many partners: their lists, and the cases (with timeline) on their first page."""
    for user in User.objects.filter(email__contains="worker", is_active=True).order_by("email")[:PEOPLE]:
        cookie = session_of(user)
        with Line(server.port, cookie) as line:
            found = orjson.loads(line.get("/api/v1/cases/"))["results"]
        paths = [f"/api/v1/cases/{one['id']}/{more}" for one in found[:20] for more in ("", "events/")]
        yield (
            [_ask(LISTS, f"GET {path}", cookie) for path, _weight in _READ],
            [_ask(CASES, f"GET {path}", cookie) for path in paths],
        )


def _ask(kind: str, what: str, headers: dict[str, str], body: bytes = b"") -> Ask:
    given = {"Host": "localhost", "Accept": "application/json", **headers}
    if body:
        given |= {"Content-Type": "application/json", "Content-Length": str(len(body))}
    lines = "".join(f"{name}: {value}\r\n" for name, value in given.items())
    return Ask(kind, f"{what} HTTP/1.1\r\n{lines}".encode(), body)


def table(steps: list[Step]) -> str:
    """Markdown; times are of what was answered."""
    lines = [
        "| asked a second | kind | asked | p50 ms | p95 ms | p99 ms | refused (503) | failed | workers, MB |",
        "|---|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    return "\n".join([*lines, *(row for step in steps for row in _rows(step))])


def _rows(step: Step) -> Iterator[str]:
    first = f"{step.rate:g}{f', {step.name}' if step.name else ''}"
    if not step.name and step.is_beyond_the_knee:
        first += " **(knee)**"
    held = ", ".join(f"{one:.0f}" for one in step.memory)
    for kind in KINDS:
        seen = step.of(kind)
        good = _good(seen)
        refused = sum(one.status == 503 for one in seen)
        times = " | ".join(f"{_quantile(good, percent) * 1_000:,.0f}" for percent in (50, 95, 99))
        failed = len(seen) - len(good) - refused
        yield f"| {first} | {kind} | {len(seen)} | {times} | {refused} | {failed} | {held} |"
        first = held = ""


def _is_good(one: Seen) -> bool:
    return one.status in (200, 201)


def _good(seen: list[Seen]) -> list[float]:
    return [one.seconds for one in seen if _is_good(one)]


def _quantile(values: list[float], percent: int) -> float:
    if len(values) < 2:
        return values[0] if values else 0.0
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]
