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
from typing import Final

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
    """The PostgreSQL that all share: how to reach it, and its first process where that runs here."""

    def __init__(self, url: str) -> None:
        with psycopg.connect(url) as plain:
            self.dsn = url
            self.host = str(conninfo_to_dict(url).get("host") or HOST)
            self.user = plain.info.user
            row = plain.execute("SELECT current_setting('data_directory')").fetchone()
        file = Path(str(row[0] if row else "")) / "postmaster.pid"
        self.process = int(file.read_text().split()[0]) if file.exists() else None


def install(*, wanted: bool) -> None:
    """Only when asked: what can't be installed is left out by the comparison, with the reason."""
    for name, peer in PEERS.items() if wanted else ():
        _attempt(name, peer.install, [])


def compare(network: Network, *, write: bool) -> str:
    """The report; printed, and added to the documentation when asked."""
    left_out: list[str] = []
    where, told = Where(os.environ["DATABASE_URL"]), tickets.told(network)
    with ExitStack() as stack:
        products = _all(stack, network, told, where, left_out)
        rows = comparing.same_rows(products)
        began = time.monotonic()
        asked = comparing.measured(products, where.process)
        headline = _headline(len(told), time.monotonic() - began)
    counted = "; ".join(
        f"{way}: " + ", ".join(f"{number} of {name}" for name, number in each.items())
        for way, each in rows.items()
    )
    said = [headline, *left_out, f"Rows: {counted}."]
    report = "\n\n".join([*said, comparing.table(asked), comparing.held(products)])
    print(report)
    if write:
        _write(report)
    return report


def _write(report: str) -> None:
    """Beside the runs that stand there: none is replaced."""
    text = run.REPORT.read_text(encoding="utf-8")
    head, mark, rest = text.partition(END)
    if not mark:
        raise SystemExit(f"{run.REPORT} has no {END}")
    run.REPORT.write_text(f"{head}{report}\n\n{mark}{rest}", encoding="utf-8")


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
        f"**{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {count:,} tickets.** {ROUNDS} rounds after {WARM_UP} to"
        f" warm up, {took:.0f} s; {os.cpu_count()} cores, load at the end {load[0]:.1f} (1 min)"
        f", {load[2]:.1f} (15 min); one client, two web workers each."
    )
