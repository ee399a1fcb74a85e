"""What is measured of the numbers: statistics of one partner over three years."""

from collections.abc import Iterator
from datetime import date

from django.db import connection

from backend.insights.definitions import Statistic
from backend.insights.questions import Question, asked
from backend.insights.services.statistics import table_of
from backend.partners.actors import actor_of
from bench.list_of_cases import API, Questions, signed_in
from bench.measuring import Variant
from bench.network import TODAY, Network

BARE, FUNCTION = "SQL: count by state, once over the partner's cases", "table_of"
MEASURED = (
    *(Statistic.CASES_BY_STAGE, Statistic.CASES_BY_PLACE, Statistic.OVERDUE),
    *(Statistic.OUTCOMES, Statistic.RESPONSE_TIMES),
)


def _question(network: Network) -> Question:
    """All that the largest partner has received, in quarters."""
    first, last = date(TODAY.year - 4, 1, 1), date(TODAY.year, 12, 31)
    return asked(
        actor_of(network.actors["largest partner"]), date_from=first, date_to=last, interval="quarter"
    )


def _floor(question: Question) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT state, count(*) FROM cases_case WHERE owner_id = %s GROUP BY state", [question.partner.pk]
        )
        cursor.fetchall()


def variants(network: Network) -> Iterator[Variant]:
    question = _question(network)
    client = signed_in(network.actors["largest partner"])
    period = {"date_from": question.period.first.isoformat(), "date_to": question.period.last.isoformat()}
    for statistic in MEASURED:
        group = f"{statistic.value}, largest partner"
        yield Variant(group, BARE, lambda q=question: _floor(q))
        yield Variant(group, FUNCTION, lambda s=statistic, q=question: table_of(s, q), BARE)

        def ask(statistic: Statistic = statistic) -> bytes:
            answer = client.get(f"/api/v1/statistics/{statistic.value}/", {**period, "interval": "quarter"})
            assert answer.status_code == 200, answer.status_code
            return bytes(answer.content)

        yield Variant(group, API, ask, BARE)


def questions(network: Network) -> Questions:
    question = _question(network)
    return [
        (f"{statistic.value}, largest partner", lambda s=statistic: table_of(s, question))
        for statistic in MEASURED
    ]
