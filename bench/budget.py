"""What answers may cost, against a bare view on the same server: budget, measured, met or missed."""

import os
import statistics
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import psycopg
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.cases.models import Case
from backend.cases.page import CaseFilters, page_of_cases
from backend.common.folding import fold
from backend.demo.load import COMMON_WORD, RARE_WORD
from backend.insights.definitions import Statistic
from backend.partners.actors import Actor, actor_of
from backend.partners.models import User
from bench import budget_intake
from bench.asking import Line, rates, spread
from bench.list_of_cases import BY_STATE, server_times, signed_in, statements
from bench.measuring import Variant, measure
from bench.network import Network
from bench.second_lock import LOCKED, WITHOUT, prepare, ways
from bench.server import Server, lock, served

LIST: Final = "/api/v1/cases/?state=referred"
FLOOR: Final = "/floor/list/"
CLIENTS, SECONDS, ROUNDS = 8, 3.0, 5
MOST_QUERIES: Final = 10
MOST_SUMMED: Final = 50
LARGEST: Final = "largest partner"


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the table. `met` is None where there is a figure and no budget."""

    what: str
    measured: str
    budget: str = ""
    met: bool | None = None


def measured(network: Network) -> list[Found]:
    """Everything once; some three minutes."""
    lock()
    user = network.actors[LARGEST]
    actor = actor_of(user)
    found = [*_in_sql(network), *_row_level_security(actor, user)]
    found += _queries(user)
    with (
        tempfile.TemporaryDirectory(prefix="dosja-bench-") as home,
        served({"list": _statement(actor)}, Path(home)) as server,
    ):
        found += [*_answers(server, user), *_throughput(server, user)]
        found += budget_intake.measured(server, network)
        found.append(_memory(server))
    return found


def table(found: list[Found]) -> str:
    """Markdown."""
    lines = ["| what | measured | budget | |", "|---|---:|---:|---|"]
    words = {None: "", True: "met", False: "**missed**"}
    lines += [f"| {one.what} | {one.measured} | {one.budget} | {words[one.met]} |" for one in found]
    load = os.getloadavg()
    return "\n".join(
        [*lines, "", f"Load of the machine at the end: {load[0]:.1f} (1 min), {load[2]:.1f} (15 min)."]
    )


def at_most(what: str, value: float, budget: float, unit: str, more: str = "") -> Found:
    return Found(what, f"{value:.2f} {unit}{more}".strip(), f"≤ {budget:g} {unit}".strip(), value <= budget)


def at_least(what: str, value: float, budget: float, unit: str, more: str = "") -> Found:
    return Found(what, f"{value:.2f} {unit}{more}".strip(), f"≥ {budget:g} {unit}".strip(), value >= budget)


def _statement(actor: Actor) -> str:
    """The page's own statement, with its values in it."""
    with statements() as seen:
        page_of_cases(actor, BY_STATE)
    sql, values = seen[0]
    with psycopg.connect(os.environ["DATABASE_URL"]) as plain:
        return str(psycopg.ClientCursor(plain).mogrify(sql, values))


def _in_sql(network: Network) -> Iterator[Found]:
    """PostgreSQL's own clock; a search by whoever it takes longest for."""
    people = {who: actor_of(user) for who, user in network.actors.items()}
    yield _slowest("list of 50 of one state", 3, {"": lambda: page_of_cases(people[LARGEST], BY_STATE)})
    searches = {"a rare word": (10, RARE_WORD), "a frequent word": (10, COMMON_WORD)}
    searches["a fragment"] = (30, fold(COMMON_WORD)[2:8])
    for what, (budget, word) in searches.items():
        yield _slowest(
            f"search, {what}",
            budget,
            {
                who: lambda actor=actor, word=word: page_of_cases(actor, CaseFilters(), search=word)
                for who, actor in people.items()
            },
        )


def _slowest(what: str, budget: float, by: dict[str, Callable[[], object]]) -> Found:
    times = {who: (planning, execution) for who, planning, execution in server_times(list(by.items()))}
    who, (planning, execution) = max(times.items(), key=lambda one: sum(one[1]))
    more = "; ".join([f"{planning:.2f} of it planning", *([f"slowest of {len(by)}: {who}"] if who else [])])
    return at_most(f"in the server: {what}", planning + execution, budget, "ms", f" ({more})")


def _row_level_security(actor: Actor, user: User) -> Iterator[Found]:
    prepare()
    case = Case.objects.visible_to(actor).filter(state="referred").first()
    assert case is not None
    client = signed_in(user)
    asked: dict[str, Callable[[], object]] = {
        "list of 50 of one state": lambda: page_of_cases(actor, BY_STATE),
        "one case": lambda: client.get(f"/api/v1/cases/{case.pk}/"),
    }
    for what, run in asked.items():
        both = {
            how: Variant(what, how, one) for how, one in ways(actor, run).items() if how in (WITHOUT, LOCKED)
        }
        measure(list(both.values()))
        extra = both[LOCKED].median - both[WITHOUT].median
        yield at_most(f"row-level security, more than without: {what}", extra, 1.5, "ms")


def _queries(user: User) -> Iterator[Found]:
    """Of the requests that a case's page is made of."""
    client, total = signed_in(user), 0
    case, told = _page_of_a_case(user)
    for path in (case, told):
        # The first time, names of the directory are read into memory.
        client.get(path)
        with CaptureQueriesContext(connection) as seen:
            status = client.get(path).status_code
        assert status == 200, path
        total += len(seen)
        what = "with allowed actions" if path == case else "its first page of timeline"
        yield Found(f"queries: one case, {what}", str(len(seen)))
    yield Found("queries: both together", str(total), f"≤ {MOST_QUERIES}", total <= MOST_QUERIES)


def _page_of_a_case(user: User) -> tuple[str, str]:
    seen = Case.objects.readable_by(actor_of(user)).filter(state="referred", restricted=False)
    case = list(seen.order_by("-opened_at")[:11])[-1]
    return f"/api/v1/cases/{case.pk}/", f"/api/v1/cases/{case.pk}/events/"


def _answers(server: Server, user: User) -> Iterator[Found]:
    """One client: medians, each against the bare view."""
    line = Line(server.port, session_of(user))
    case, told = _page_of_a_case(user)
    asked: dict[str, tuple[float | None, Callable[[], object]]] = {
        "bare view (floor)": (None, lambda: line.get(FLOOR)),
        "list of 50 of one state": (1.7, lambda: line.get(LIST)),
        "one case, its timeline, what may be done": (4, lambda: (line.get(case), line.get(told))),
        "counters of the work list": (None, lambda: line.get("/api/v1/tasks/count/?whose=team")),
        "a page of the report": (
            None,
            lambda: line.get(f"/api/v1/statistics/{Statistic.CASES_BY_STAGE.value}/"),
        ),
    }
    variants = [Variant(what, what, run) for what, (_budget, run) in asked.items()]
    measure(variants)
    floor = variants[0].median
    for one in variants:
        budget = asked[one.name][0]
        took = f"{one.median:.2f} ms (p10 – p90: {one.quantile(10):.2f} – {one.quantile(90):.2f})"
        if one is variants[0]:
            yield Found(f"one client: {one.name}", took)
        elif budget is None:
            most = f"≤ {MOST_SUMMED:g} ms"
            yield Found(f"one client: {one.name}", took, most, one.median <= MOST_SUMMED)
        else:
            ratio = one.median / floor
            measured_as = f"{ratio:.2f} × floor; {took}"
            yield Found(f"one client: {one.name}", measured_as, f"≤ {budget:g} × floor", ratio <= budget)


def _throughput(server: Server, user: User) -> Iterator[Found]:
    def asking(path: str) -> Callable[[], Callable[[], object]]:
        def begin() -> Callable[[], object]:
            line = Line(server.port, session_of(user))
            return lambda: line.get(path)

        return begin

    found = rates(
        {"floor": asking(FLOOR), "list": asking(LIST)}, clients=CLIENTS, seconds=SECONDS, rounds=ROUNDS
    )
    share = 100 * statistics.median(found["list"]) / statistics.median(found["floor"])
    yield Found(f"{CLIENTS} clients: bare view (floor)", f"{spread(found['floor'])} a second")
    yield Found(
        f"{CLIENTS} clients: list of 50 of one state",
        f"{share:.0f} % of the floor; {spread(found['list'])} a second",
        "≥ 60 % of the floor",
        share >= 60,
    )


def session_of(user: User) -> dict[str, str]:
    """The header of somebody who is signed in."""
    client: Any = signed_in(user)
    return {"Cookie": f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"}


def _memory(server: Server) -> Found:
    held = server.memory()
    each = ", ".join(f"{one:.0f}" for one in held)
    more = f" (each: {each}; the process they are copies of: {server.memory_of_first():.0f})"
    return at_most("memory of a web worker after all of this", max(held), 150, "MB", more)
