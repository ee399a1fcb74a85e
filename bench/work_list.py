"""What is measured of the work list: pages and counts, by our functions and through the API."""

from collections.abc import Iterator

from backend.cases.page.tasks import TaskFilters, counts_of_tasks, page_of_tasks
from backend.partners.actors import actor_of
from bench.list_of_cases import API, Questions, signed_in
from bench.measuring import Variant
from bench.network import TODAY, Network

PAGE, COUNTS = "page_of_tasks", "counts_of_tasks"
MINE, TEAM = TaskFilters(), TaskFilters(mine=False)
ONE_KIND = TaskFilters(mine=False, kinds=("hearing",), nobodys=True)
WHO = ("largest partner", "small partner", "25 partners")


def variants(network: Network) -> Iterator[Variant]:
    for who in WHO:
        actor, client = actor_of(network.actors[who]), signed_in(network.actors[who])
        for what, filters, query in (("mine", MINE, "mine"), ("my team's", TEAM, "team")):
            group = f"50 tasks, {what}, {who}"
            yield Variant(group, PAGE, lambda a=actor, f=filters: page_of_tasks(a, f, cursor=None, size=50))

            def asked(client: object = client, query: str = query) -> bytes:
                answer = client.get(f"/api/v1/tasks/?whose={query}")  # type: ignore[attr-defined]
                assert answer.status_code == 200, answer.status_code
                return bytes(answer.content)

            yield Variant(group, API, asked, PAGE)
        yield Variant(
            f"four counts to 1 000, my team's, {who}",
            COUNTS,
            lambda a=actor: counts_of_tasks(a, TEAM, TODAY.date()),
        )
    largest = actor_of(network.actors["largest partner"])
    yield Variant(
        "50 tasks of one kind that nobody has, largest partner",
        PAGE,
        lambda: page_of_tasks(largest, ONE_KIND, cursor=None, size=50),
    )


def questions(network: Network) -> Questions:
    largest, many = (actor_of(network.actors[who]) for who in ("largest partner", "25 partners"))
    return [
        ("50 tasks, mine, largest partner", lambda: page_of_tasks(largest, MINE, cursor=None, size=50)),
        ("50 tasks, team, largest partner", lambda: page_of_tasks(largest, TEAM, cursor=None, size=50)),
        ("50 tasks, team, 25 partners", lambda: page_of_tasks(many, TEAM, cursor=None, size=50)),
        ("four counts, team, largest partner", lambda: counts_of_tasks(largest, TEAM, TODAY.date())),
        ("four counts, team, 25 partners", lambda: counts_of_tasks(many, TEAM, TODAY.date())),
    ]
