"""The sums that PostgreSQL keeps of the cases: folded, compared with the cases, put right (ADR 52)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db import connection, transaction

from backend.audit.services import record
from backend.insights.models import Facet
from backend.partners.actors import Actor
from backend.partners.models import Partner

# In one statement: whoever reads sees the rows as they were, or their sum. What somebody else folds meanwhile
# is gone when its turn comes here, and is not added again.
_FOLD: Final = """
WITH gone AS (
    DELETE FROM insights_tally WHERE id IN (
        SELECT id FROM (
            SELECT id, count(*) OVER same AS rows, sum(count) OVER same AS number FROM insights_tally
            WHERE partner_id = %s WINDOW same AS (PARTITION BY facet, day, value)
        ) heaps WHERE rows > 1 OR number = 0
    ) RETURNING partner_id, day, facet, value, count
)
INSERT INTO insights_tally (partner_id, day, facet, value, count)
SELECT partner_id, day, facet, value, sum(count) FROM gone
GROUP BY partner_id, day, facet, value HAVING sum(count) <> 0
"""


@dataclass(frozen=True, slots=True)
class Difference:
    """By how much the cases are more than a kept sum says."""

    partner: Partner
    day: date
    facet: Facet
    value: str | None
    count: int


def keeps_sums() -> bool:
    """Whether the database keeps them. On SQLite, which serves few, the cases are counted."""
    return connection.vendor == "postgresql"


def fold_sums() -> None:
    """Make one row of those that say something of the same; no number changes."""
    if keeps_sums():
        for partner in Partner.objects.all():
            with connection.cursor() as cursor:
                cursor.execute(_FOLD, [partner.pk])


def count_anew() -> None:
    """Take in cases that were written past the triggers, as generated ones are."""
    if keeps_sums():
        for partner in Partner.objects.all():
            _mended(partner)


def check_sums(*, repair: bool, actor: Actor) -> list[Difference]:
    """Compare kept sums with cases, of each partner in one moment; with `repair`, put them right."""
    found = []
    for partner in Partner.objects.all() if keeps_sums() else ():
        if differences := list(_differences(partner)):
            found += differences
            if repair:
                _mend(partner, actor)
    return found


def _differences(partner: Partner) -> Iterator[Difference]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT day, facet, value, count FROM dosja_tally_wrong(%s) ORDER BY 1, 2, 3", [partner.pk]
        )
        for day, facet, value, count in cursor.fetchall():
            yield Difference(partner, day, Facet(facet), value, count)


@transaction.atomic
def _mend(partner: Partner, actor: Actor) -> None:
    if sums := _mended(partner):
        record(actor, "statistics.sums_repaired", partner, chain=partner.pk, sums=sums)


def _mended(partner: Partner) -> int:
    """How many sums differed. It looks again while the partner's writers wait."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT dosja_tally_mend(%s)", [partner.pk])
        return int(cursor.fetchone()[0])
