"""One comparison from an empty PostgreSQL to its table: brings, fills, serves, asks, prints."""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import psycopg
from psycopg.conninfo import conninfo_to_dict

from bench import run
from bench.network import Network
from bench.peers import ROUNDS, WARM_UP, comparing, helpdesk, ours, rt, tickets
from bench.peers.product import Missing, Product
from tests.e2e.installation import HOST

PEERS: Final = {"django-helpdesk": helpdesk, "Request Tracker 5": rt}
END: Final = "<!-- end of peers -->"


class Where:
    """The PostgreSQL that all of them share: how to reach it, and its first process where it is on this machine."""

    def __init__(self, url: str) -> None:
        with psycopg.connect(url) as plain:
            self.dsn = url
            self.host = str(conninfo_to_dict(url).get("host") or HOST)
            self.user = plain.info.user
            row = plain.execute("SELECT current_setting('data_directory')").fetchone()
        file = Path(str(row[0] if row else "")) / "postmaster.pid"
        self.process = int(file.read_text().split()[0]) if file.exists() else None


def compare(count: int, *, install: bool, write: bool) -> str:
    """The report; printed, and added to the documentation when asked."""
    left_out: list[str] = []
    if install:
        for name, peer in PEERS.items():
            _attempt(name, peer.install, left_out)
    network: Any = run.prepare(count)
    where = Where(os.environ["DATABASE_URL"])
    told = tickets.told(network)
    with ExitStack() as stack:
        products = _all(stack, network, told, where, left_out)
        rows = comparing.same_rows(products)
        began = time.monotonic()
        asked = comparing.measured(products, where.process)
        took = time.monotonic() - began
        report = "\n\n".join(
            [
                _headline(len(told), took),
                *left_out,
                "; ".join(f"{way}: {number} rows" for way, number in rows.items()) + " in every product.",
                comparing.table(asked),
                comparing.held(products),
            ]
        )
    print(report)
    if write:
        text = run.REPORT.read_text(encoding="utf-8")
        if END not in text:
            raise SystemExit(f"{run.REPORT} has no {END}")
        run.REPORT.write_text(text.replace(END, f"{report}\n\n{END}"), encoding="utf-8")
    return report


def _all(
    stack: ExitStack, network: Network, told: list[tickets.Ticket], where: Where, left_out: list[str]
) -> list[Product]:
    home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="dosja-peers-")))
    file = home / "tickets.json"
    tickets.written(told, file)
    products = [stack.enter_context(ours.running(network, home))]
    for name, peer in PEERS.items():
        began = time.monotonic()

        def enter(peer: ModuleType = peer) -> None:
            way: AbstractContextManager[Product] = peer.running(file, home, where)
            products.append(stack.enter_context(way))

        _attempt(name, enter, left_out)
        print(f"{name}: {time.monotonic() - began:.0f} s to fill and start", flush=True)
    return products


def _attempt(name: str, do: Callable[[], object], left_out: list[str]) -> None:
    try:
        do()
    except Missing as missing:
        left_out.append(f"**{name} is left out:** {missing}")
        print(f"\n!!! {left_out[-1]}\n", file=sys.stderr, flush=True)


def _headline(count: int, took: float) -> str:
    load = os.getloadavg()
    return (
        f"**{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {count:,} tickets.** {ROUNDS} rounds after {WARM_UP} to warm up,"
        f" {took:.0f} s; {os.cpu_count()} cores, load at the end {load[0]:.1f} (1 min), {load[2]:.1f} (15 min);"
        f" one client, two web workers each."
    )
