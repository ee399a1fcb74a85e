"""Fills a PostgreSQL database with a network and its generated cases, by COPY."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db import connection, transaction

from bench.drawing import TABLES, Generator, Row
from bench.network import Network, build_network

BATCH = 140_000


def copy(rows: Iterable[Row]) -> None:
    """All rows in batches, by COPY. Foreign keys are checked by nobody: every row here is made to fit."""
    waiting: dict[str, list[tuple[Any, ...]]] = {label: [] for label in TABLES}
    held = 0
    for label, row in rows:
        waiting[label].append(row)
        held += 1
        if held >= BATCH:
            _write(waiting)
            held = 0
    _write(waiting)


def _write(waiting: dict[str, list[tuple[Any, ...]]]) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for label, rows in waiting.items():
            table = apps.get_model(label)._meta.db_table
            columns = ", ".join(TABLES[label])
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as target:
                for row in rows:
                    target.write_row(row)
            rows.clear()


def fill(cases: int) -> Network:
    """A network with so many cases, vacuumed and analysed as a database at rest is."""
    network = build_network()
    copy(Generator(network, cases).rows())
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return network
