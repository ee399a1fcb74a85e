"""Fills a database with the cases that `manage.py generate_load` makes."""

import os

from django.db import connection

from backend.common.secondlock import Errand, everything
from backend.demo.load import Made, generate
from bench.network import TODAY, Network, found_network

SEED = 1


def fill(cases: int) -> tuple[Network, Made]:
    """A network with so many cases, vacuumed and analysed as a database at rest is."""
    with everything(Errand.COMMAND):
        # SQLite has one writer.
        processes = os.cpu_count() or 1 if connection.vendor == "postgresql" else 1
        made = generate(cases=cases, seed=SEED, today=TODAY.date(), processes=processes, said=_nothing)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    return found_network(), made


def _nothing(_said: str) -> None:
    """Measurements print their own lines."""
