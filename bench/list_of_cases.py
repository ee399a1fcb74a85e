"""What is measured: pages, counts and searches of cases, as bare SQL, by our function, through the API."""

import statistics
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import orjson
import psycopg
from django.db import connection
from django.test import Client

from backend.cases.page import CaseFilters, count_of_cases, page_of_cases
from backend.common import secondlock
from backend.common.folding import fold
from backend.demo.load import COMMON_WORD, RARE_WORD
from backend.partners.actors import Actor, actor_of
from backend.partners.models import User
from bench.measuring import Variant
from bench.network import Network

SERVER_ROUNDS = 9
BARE, FUNCTION, API = "SQL by psycopg, JSON", "page_of_cases", "API, in process"
BY_STATE = CaseFilters(states={"referred"})
Questions = list[tuple[str, Callable[[], object]]]
RUNNING_STATES = CaseFilters(states={"open", "referred", "response_review"})


@contextmanager
def statements() -> Iterator[list[tuple[str, Any]]]:
    """The SQL that runs inside."""
    seen: list[tuple[str, Any]] = []

    def keep(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        # Without the keys of the second lock: they travel before the statement.
        seen.append((sql.removeprefix(f"{secondlock.telling()}; "), params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(keep):
        yield seen


def bare(statement: tuple[str, Any]) -> Callable[[], bytes]:
    """The floor: the same SQL on a plain connection, its rows as JSON."""
    settings = connection.get_connection_params()
    plain = psycopg.connect(
        **{
            name: settings[name]
            for name in ("dbname", "user", "password", "host", "port")
            if settings.get(name)
        },
        autocommit=True,
        cursor_factory=psycopg.ClientCursor,
    )

    def run() -> bytes:
        found = plain.execute(*statement)
        names = [column.name for column in found.description or ()]
        return orjson.dumps([dict(zip(names, row, strict=True)) for row in found.fetchall()])

    return run


def signed_in(user: User) -> Client:
    client = Client(SERVER_NAME="localhost")
    client.force_login(user)
    return client


def reading(client: Client, query: str) -> Callable[[], bytes]:
    def run() -> bytes:
        answer = client.get(f"/api/v1/cases/{query}")
        assert answer.status_code == 200, answer.status_code
        return answer.content

    return run


def page_variants(network: Network) -> Iterator[Variant]:
    for who, user in network.actors.items():
        yield from _pages(f"50 newest, {who}", user, CaseFilters(), "")
    largest = network.actors["largest partner"]
    yield from _pages("50 newest of one state, largest partner", largest, BY_STATE, "?state=referred")
    three = "?state=open&state=referred&state=response_review"
    yield from _pages("50 newest of three states, largest partner", largest, RUNNING_STATES, three)
    overdue = CaseFilters(overdue=True)
    yield from _pages("50 overdue, largest partner", largest, overdue, "?overdue=true")
    yield from _pages(
        "50 by term, largest partner", largest, CaseFilters(), "?ordering=due_at", order="due_at"
    )


def _pages(group: str, user: User, filters: CaseFilters, query: str, **asked: Any) -> Iterator[Variant]:
    actor = actor_of(user)
    with statements() as seen:
        page_of_cases(actor, filters, **asked)
    yield Variant(group, BARE, bare(seen[0]))
    yield Variant(group, FUNCTION, lambda: page_of_cases(actor, filters, **asked), BARE)
    yield Variant(group, API, reading(signed_in(user), query), BARE)


def deep_variants(network: Network) -> Iterator[Variant]:
    """A page far down: 2 000 rows before it."""
    actor = actor_of(network.actors["largest partner"])
    cursor = None
    for _ in range(10):
        cursor = page_of_cases(actor, CaseFilters(), size=200, cursor=cursor).next or cursor
    group = "50 after the first 2 000, largest partner"
    yield Variant(group, FUNCTION, lambda: page_of_cases(actor, CaseFilters(), cursor=cursor))


def search_variants(network: Network) -> Iterator[Variant]:
    inside = fold(COMMON_WORD)[2:8]
    searches = {"a frequent word": COMMON_WORD, "a rare word": RARE_WORD, "a fragment": inside}
    for who in ("largest partner", "small partner", "25 partners"):
        actor = actor_of(network.actors[who])
        for what, word in searches.items():
            yield Variant(
                f"search, {what}, {who}",
                FUNCTION,
                lambda actor=actor, word=word: page_of_cases(actor, CaseFilters(), search=word),
            )


def count_variants(network: Network) -> Iterator[Variant]:
    filters = {"all": CaseFilters(), "of one state": BY_STATE, "overdue": CaseFilters(overdue=True)}
    for who in ("largest partner", "25 partners"):
        actor = actor_of(network.actors[who])
        for what, one in filters.items():
            yield Variant(
                f"count to 1 000, {what}, {who}",
                "count_of_cases",
                lambda actor=actor, one=one: count_of_cases(actor, one),
            )


def plans(asked: Questions) -> Iterator[tuple[str, str]]:
    """What PostgreSQL does for each question, with times and buffers."""
    for what, run in asked:
        with statements() as seen:
            run()
        for number, statement in enumerate(seen, 1):
            yield f"{what} ({number} of {len(seen)})", "\n".join(explained(statement))


def server_times(asked: Questions) -> Iterator[tuple[str, float, float]]:
    """Medians of planning and execution as the server itself takes them, without the way there and back."""
    for what, run in asked:
        with statements() as seen:
            run()
        took = [_took(seen) for _ in range(SERVER_ROUNDS)]
        planning, execution = (statistics.median(column) for column in zip(*took, strict=True))
        yield what, planning, execution


def _took(asked: list[tuple[str, Any]]) -> list[float]:
    """Planning and execution of all statements of one question together."""
    marks = ("Planning Time:", "Execution Time:")
    times = [[float(line.split()[-2]) for line in explained(one) if line.startswith(marks)] for one in asked]
    return [sum(column) for column in zip(*times, strict=True)]


def questions(network: Network) -> Questions:
    largest, many = (actor_of(network.actors[who]) for who in ("largest partner", "25 partners"))
    shared = actor_of(network.actors["20 shared cases only"])
    return [
        ("50 newest, largest partner", lambda: page_of_cases(largest, CaseFilters())),
        ("50 newest of one state, largest partner", lambda: page_of_cases(largest, BY_STATE)),
        ("50 by term, largest partner", lambda: page_of_cases(largest, CaseFilters(), order="due_at")),
        ("50 newest, 20 shared cases only", lambda: page_of_cases(shared, CaseFilters())),
        ("50 newest, 25 partners", lambda: page_of_cases(many, CaseFilters())),
        ("search, frequent word, largest partner", lambda: _searched(largest, COMMON_WORD)),
        ("search, rare word, largest partner", lambda: _searched(largest, RARE_WORD)),
        ("search, fragment, largest partner", lambda: _searched(largest, "rtifik")),
        ("search, rare word, 25 partners", lambda: _searched(many, RARE_WORD)),
        ("count to 1 000, all, largest partner", lambda: count_of_cases(largest, CaseFilters())),
        ("count to 1 000, all, 25 partners", lambda: count_of_cases(many, CaseFilters())),
    ]


def _searched(actor: Actor, word: str) -> object:
    return page_of_cases(actor, CaseFilters(), search=word)


def explained(statement: tuple[str, Any]) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN (ANALYZE, BUFFERS) " + statement[0], statement[1])
        return [row[0] for row in cursor.fetchall()]
