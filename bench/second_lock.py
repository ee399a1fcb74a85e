"""What the second lock costs: the same questions without it, with keys told in vain, and under it."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from django.db import connection
from django.test import Client

from backend.cases.models import Case
from backend.cases.page import CaseFilters, count_of_cases, page_of_cases
from backend.cases.page.tasks import counts_of_tasks, page_of_tasks
from backend.common.folding import fold
from backend.common.secondlock import carry_keys, holding
from backend.demo.load import COMMON_WORD, RARE_WORD
from backend.insights.definitions import Statistic
from backend.insights.questions import asked
from backend.insights.services.statistics import table_of
from backend.partners.actors import Actor, actor_of
from backend.secondlock.installing import grant
from bench.list_of_cases import signed_in
from bench.measuring import Variant
from bench.network import TODAY, Network
from bench.work_list import TEAM

ROLE: Final = "dosja_measured"
WITHOUT, TOLD, LOCKED = "without", "keys told in vain", "locked"
Run = Callable[[], object]
# Until a superuser marks them, no index of words is used under a policy (docs/second-lock.md).
TEXT_SEARCH: Final = ("ts_match_vq(tsvector, tsquery)", "textlike(text, text)")


def variants(network: Network) -> Iterator[Variant]:
    prepare()
    for what, actor, run in (*_functions(network), *_numbers(network), *_requests(network)):
        for how, run_so in ways(actor, run).items():
            yield Variant(what, how, run_so, "" if how == WITHOUT else WITHOUT)


def prepare() -> None:
    """The role; and what deploy/README.md asks a superuser to do once."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE])
        if cursor.fetchone() is None:
            cursor.execute(f"CREATE ROLE {ROLE} NOLOGIN")
        for function in TEXT_SEARCH:
            cursor.execute(f"ALTER FUNCTION {function} LEAKPROOF")
    grant(ROLE)


def ways(actor: Actor, run: Run) -> dict[str, Run]:
    """Each begins with one statement that sets the role, so that this costs all the same."""

    def without() -> None:
        connection.execute_wrappers.remove(carry_keys)
        try:
            _become("NONE")
            run()
        finally:
            connection.execute_wrappers.append(carry_keys)

    def told() -> None:
        with holding(*actor.keys):
            _become("NONE")
            run()

    def locked() -> None:
        with holding(*actor.keys):
            _become(ROLE)
            try:
                run()
            finally:
                _become("NONE")

    return {WITHOUT: without, TOLD: told, LOCKED: locked}


def _become(role: str) -> None:
    connection.connection.execute(f"SET ROLE {role}")


def _functions(network: Network) -> Iterator[tuple[str, Actor, Run]]:
    actors = {who: actor_of(user) for who, user in network.actors.items()}
    for who, actor in actors.items():
        yield f"50 newest, {who}", actor, lambda actor=actor: page_of_cases(actor, CaseFilters())
    for who in ("largest partner", "25 partners"):
        actor = actors[who]
        yield f"count to 1 000, {who}", actor, lambda actor=actor: count_of_cases(actor, CaseFilters())
        yield (
            f"50 tasks of the team, {who}",
            actor,
            lambda actor=actor: page_of_tasks(actor, TEAM, cursor=None, size=50),
        )
        yield (
            f"four counts of tasks, {who}",
            actor,
            lambda actor=actor: counts_of_tasks(actor, TEAM, TODAY.date()),
        )
        for what, word in {
            "a frequent word": COMMON_WORD,
            "a rare word": RARE_WORD,
            "a fragment": fold(COMMON_WORD)[2:8],
        }.items():
            yield (
                f"search, {what}, {who}",
                actor,
                lambda actor=actor, word=word: page_of_cases(actor, CaseFilters(), search=word),
            )


def _numbers(network: Network) -> Iterator[tuple[str, Actor, Run]]:
    """Every statistic of the year before this one."""
    actor, year = actor_of(network.actors["largest partner"]), TODAY.year - 1
    question = asked(actor, date_from=date(year, 1, 1), date_to=date(year, 12, 31))
    for statistic in Statistic:
        what = f"a year's {statistic.value}, largest partner"
        yield what, actor, lambda statistic=statistic: table_of(statistic, question)


def _requests(network: Network) -> Iterator[tuple[str, Actor, Run]]:
    largest = network.actors["largest partner"]
    actor, client = actor_of(largest), signed_in(largest)
    case = Case.objects.visible_to(actor).first()
    assert case is not None
    yield "API: list of cases, largest partner", actor, _asking(client, "/api/v1/cases/")
    yield "API: one case, largest partner", actor, _asking(client, f"/api/v1/cases/{case.pk}/")
    yield "API: its events", actor, _asking(client, f"/api/v1/cases/{case.pk}/events/")


def _asking(client: Client, path: str) -> Run:
    def run() -> bytes:
        answer = client.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        return answer.content

    return run
