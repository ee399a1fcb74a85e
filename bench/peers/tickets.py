"""What every product is filled with: our generated cases, told as tickets with two answers each."""

import json
import random
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final

from django.db import connection

from backend.cases.models import Case
from backend.demo.load.proportions import NARRATIVE_WORDS, WORDS
from backend.partners.actors import actor_of
from bench.network import Network

LARGEST: Final = "load-01"
"""The queue that the agent sees: all that our caseworker of the largest partner sees."""
LISTED: Final = "referred"
"""The list is of this state; it alone becomes the peers' status of the list."""
_CASES: Final = """
    SELECT c.id, p.slug, c.summary, c.state, c.severity, c.opened_at
    FROM cases_case c JOIN partners_partner p ON p.id = c.owner_id ORDER BY c.opened_at
"""
_ENDED: Final = frozenset({"closed", "resolved"})
_REFUSED: Final = frozenset({"inadmissible", "duplicate", "withdrawn"})


@dataclass(frozen=True, slots=True)
class Ticket:
    """One of them; times are ISO 8601 in UTC."""

    queue: str
    subject: str
    text: str
    stand: str
    severity: int
    created: str
    answers: tuple[tuple[str, str], ...]


def told(network: Network) -> list[Ticket]:
    """All cases as tickets, oldest first."""
    visible = set(
        Case.objects.visible_to(actor_of(network.actors["largest partner"])).values_list("id", flat=True)
    )
    with connection.cursor() as cursor:
        cursor.execute(_CASES)
        rows = cursor.fetchall()
    tickets = []
    for number, (case, owner, summary, state, severity, opened) in enumerate(rows):
        # Another partner's case that was not shared is no ticket of this queue, nor is a restricted one.
        queue = LARGEST if case in visible else (owner if owner != LARGEST else "load-02")
        asked, answered = (opened + timedelta(days=days, hours=1) for days in (3, 9))
        answers = (
            (asked.isoformat(), "Ju lutemi na dërgoni vendimin."),
            (answered.isoformat(), "Faleminderit, e morëm."),
        )
        text = words(number, summary)
        tickets.append(Ticket(queue, summary, text, stand(state), severity, opened.isoformat(), answers))
    return tickets


def words(number: int, summary: str) -> str:
    """As long as a generated narrative, by the same recipe."""
    drawn = random.Random(number).choices(WORDS, k=NARRATIVE_WORDS)
    return " ".join((summary, *drawn)).capitalize() + "."


def stand(state: str) -> str:
    """Our thirteen states as the five of which every product has some word."""
    if state == LISTED:
        return "listed"
    if state in ("received", "triage"):
        return "new"
    if state in _ENDED:
        return "ended"
    return "refused" if state in _REFUSED else "open"


def written(tickets: list[Ticket], file: Path) -> None:
    file.write_text(json.dumps([asdict(one) for one in tickets]), encoding="utf-8")
