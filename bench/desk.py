"""What is measured of the desk: the page of the morning, and the question that is asked every half minute."""

from collections.abc import Iterator
from datetime import timedelta

from backend.cases.page.tasks import TaskFilters, page_of_tasks
from backend.desk.services.news import news_for
from backend.desk.services.today import today_for
from backend.partners.actors import actor_of
from backend.partners.models import Partner
from bench.list_of_cases import API, Questions, signed_in
from bench.measuring import Variant
from bench.network import TODAY, Network

ONE_LIST, SERVICE = "page_of_tasks", "service"
WHO = ("largest partner", "small partner", "25 partners")
SINCE = TODAY - timedelta(days=1)


def variants(network: Network) -> Iterator[Variant]:
    for who in WHO:
        actor, client = actor_of(network.actors[who]), signed_in(network.actors[who])
        for whose in ("mine", "team"):
            group = f"today, {whose}, {who}"
            filters = TaskFilters(mine=whose == "mine")
            yield Variant(
                group, ONE_LIST, lambda a=actor, f=filters: page_of_tasks(a, f, cursor=None, size=10)
            )
            yield Variant(
                group, SERVICE, lambda a=actor, m=filters.mine: today_for(a, partner=None, mine=m), ONE_LIST
            )

            def asked(client: object = client, whose: str = whose) -> bytes:
                answer = client.get(f"/api/v1/today/?whose={whose}")  # type: ignore[attr-defined]
                assert answer.status_code == 200, answer.status_code
                return bytes(answer.content)

            yield Variant(group, API, asked, ONE_LIST)
        group = f"news of a day, {who}"
        yield Variant(group, ONE_LIST, lambda a=actor: page_of_tasks(a, TaskFilters(), cursor=None, size=10))
        yield Variant(group, SERVICE, lambda a=actor: news_for(a, SINCE), ONE_LIST)


def questions(network: Network) -> Questions:
    largest, many = (actor_of(network.actors[who]) for who in ("largest partner", "25 partners"))
    partner = Partner.objects.get(pk=largest.partners_with("view_cases")[0])
    return [
        ("today, mine, largest partner", lambda: today_for(largest, partner=partner, mine=True)),
        ("today, team, largest partner", lambda: today_for(largest, partner=partner, mine=False)),
        ("today, team, 25 partners", lambda: today_for(many, partner=None, mine=False)),
        ("news of a day, largest partner", lambda: news_for(largest, SINCE)),
        ("news of a day, 25 partners", lambda: news_for(many, SINCE)),
    ]
