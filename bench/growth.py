"""How much slower the same list is with ten times the cases: two servers on two databases, asked in turns."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Final

import psycopg
from psycopg import sql

from bench.asking import Line
from bench.budget import session_of
from bench.measuring import Variant, measure
from bench.network import Network
from bench.server import lock, served

SMALL_DATABASE: Final = "dosja_small"
LISTS: Final = {"newest": "/api/v1/cases/", "of one state": "/api/v1/cases/?state=referred"}
WHO: Final = ("largest partner", "3 partners", "25 partners", "20 shared cases only", "only old shares")
Sessions = dict[str, dict[str, str]]


def measured(network: Network, cases: int) -> str:
    """The table; the second database has a tenth of the cases."""
    lock()
    large = sessions_in(network)
    url, small = _fill_small(cases // 10)
    with ExitStack() as stack:
        lines: dict[str, dict[str, Line]] = {}
        for size, sessions, where in (("small", small, url), ("large", large, None)):
            home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="dosja-bench-")))
            server = stack.enter_context(served({}, home, where))
            lines[size] = {
                who: stack.enter_context(Line(server.port, cookie)) for who, cookie in sessions.items()
            }
        variants = list(_variants(lines))
        measure(variants)
    return _table(variants, cases)


def sessions_in(network: Network) -> Sessions:
    """The headers of everybody who asks."""
    return {who: session_of(network.actors[who]) for who in WHO}


def _fill_small(cases: int) -> tuple[str, Sessions]:
    url = os.environ["DATABASE_URL"]
    with psycopg.connect(url, autocommit=True) as plain:
        plain.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(SMALL_DATABASE)))
    head, _slash, rest = url.rpartition("/") if "?" not in url else _split(url)
    there = f"{head}/{SMALL_DATABASE}{rest if rest.startswith('?') else ''}"
    done = subprocess.run(
        [sys.executable, "-m", "bench.filled", str(cases)],
        env={**os.environ, "DATABASE_URL": there},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    sessions: Sessions = json.loads(done.stdout.splitlines()[-1])
    return there, sessions


def _split(url: str) -> tuple[str, str, str]:
    before, _mark, query = url.partition("?")
    head, slash, _name = before.rpartition("/")
    return head, slash, f"?{query}"


def _variants(lines: dict[str, dict[str, Line]]) -> Iterator[Variant]:
    for who in WHO:
        for what, path in LISTS.items():
            for size, found in lines.items():
                yield Variant(f"50 {what}, {who}", size, lambda line=found[who], path=path: line.get(path))


def _table(variants: list[Variant], cases: int) -> str:
    times = {(one.group, one.name): one.times for one in variants}
    rows = [
        f"| what | {cases // 10:,} cases, p50 ms | {cases:,} cases, p50 ms | p50, ratio | p95, ratio |",
        "|---|---:|---:|---:|---:|",
    ]
    for group in dict.fromkeys(one.group for one in variants):
        rows.append(_row(group, times[group, "small"], times[group, "large"]))
    pooled = [
        [took for (_group, name), took_by in times.items() if name == size for took in took_by]
        for size in ("small", "large")
    ]
    rows.append(_row("all of them together", *pooled))
    return "\n".join(rows)


def _row(what: str, small: list[float], large: list[float]) -> str:
    p50 = [statistics.median(times) for times in (small, large)]
    p95 = [statistics.quantiles(times, n=20)[18] for times in (small, large)]
    ratios = f"{p50[1] / p50[0]:.2f} | {p95[1] / p95[0]:.2f}"
    return f"| {what} | {p50[0]:.2f} | {p50[1]:.2f} | {ratios} |"
