"""`make bench`: fills a temporary PostgreSQL with generated cases and prints medians, spread and ratios.

make bench ARGS="--cases 100000"            how many cases (default 100 000)
make bench ARGS="--explain"                 also what PostgreSQL does for each page
make bench ARGS="--only tasks"              the work list alone (or cases, desk, reports)
make bench ARGS="--only lock"               what the second lock costs
make bench ARGS="--only ids"                foreign against absent ids, 2 000 tries of each
make bench ARGS="--only budget"             what answers may cost, over HTTP, against a bare view beside them
make bench ARGS="--only growth"             the same answers with ten times the cases
make bench ARGS="--only growth --cases 1000000 --beside 10000"   with a hundred times
make bench ARGS="--only curve --cases 1000000 --beside 10000 100000"   what they cost at each of these sizes
make bench ARGS="--only served"             budget, growth and curve on one filling
make bench ARGS="--only day --cases 20000"  a mixed day at rising rates, and far above what can be served
make bench ARGS="--only day --minutes 60"   the same, and then an hour at half the knee
make bench ARGS="--only peers"              beside other products (--install brings them; bench/peers)
make bench ARGS="--filled …"                the database of DATABASE_URL as an earlier run has filled it
make bench ARGS="--write"                   writes the table into docs/benchmarks.md
"""

import argparse
import os
import platform
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"

import django  # noqa: E402  # needs the path and the settings above

REPORT = ROOT / "docs" / "benchmarks.md"
OVER_HTTP = ("budget", "growth", "curve")
MARK = "<!-- make bench writes below this line -->"


def prepare(cases: int) -> Any:
    from django.core.management import call_command

    from bench import fill

    call_command("migrate", verbosity=0, interactive=False)
    call_command("load_directory", verbosity=0)
    began = time.monotonic()
    network, made = fill.fill(cases)
    speed = f"{made.rows:,} rows, {made.rows / made.seconds:,.0f} a second"
    network.seconds = time.monotonic() - began
    print(f"{cases:,} cases generated in {network.seconds:.0f} s ({speed})\n", flush=True)
    return network


def described() -> str:
    from bench.measuring import ROUNDS, WARM_UP

    return f"{filled()}; {ROUNDS} rounds after {WARM_UP} to warm up, all variants in turns."


def filled() -> str:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM cases_case")
        (rows,) = cursor.fetchone()
        cursor.execute("SELECT count(*) FROM cases_caseaccess")
        (exceptions,) = cursor.fetchone()
        cursor.execute("SELECT pg_size_pretty(pg_total_relation_size('cases_case')), version()")
        size, version = cursor.fetchone()
    return (
        f"{rows:,} cases of 50 partners ({size} with indexes), {exceptions:,} rows of exceptions;"
        f" {version.split(' (')[0]}, Python {platform.python_version()}, {os.cpu_count()} cores"
    )


def over_http(area: str, network: Any, by_size: Sequence[Any], asked: argparse.Namespace) -> None:
    """What is asked of the real server; by itself only, and kept in a section of its own."""
    from bench import budget, curve, day, growth

    tables = {
        "budget": lambda: budget.table(budget.measured(network)),
        "growth": lambda: growth.table(by_size[0], by_size[-1]),
        "curve": lambda: curve.table(by_size),
        "day": lambda: day.measured(network, asked.minutes),
    }
    above = f"{filled()}." if area == "day" else described()
    report = f"{above}\n\n{tables[area]()}\n"
    print(report)
    if asked.write:
        begin, end = (f"<!-- {word} of {area} -->" for word in ("begin", "end"))
        head, _begin, rest = REPORT.read_text(encoding="utf-8").partition(begin)
        tail = rest.partition(end)[2]
        REPORT.write_text(f"{head}{begin}\n\n{report}\n{end}{tail}", encoding="utf-8")


def sizes_of(network: Any, asked: argparse.Namespace) -> Sequence[Any]:
    """Smallest first; the last is the database that is measured."""
    from bench import sizes
    from bench.server import lock

    lock()
    smaller = sorted(asked.beside) or [asked.cases // 10]
    return [*map(sizes.beside, smaller), sizes.this(network, asked.cases)]


def beside_others(cases: int, *, install: bool, write: bool) -> None:
    """The same tickets in other products, by a rule of its own (bench/peers)."""
    from bench.peers import running

    running.install(wanted=install)
    running.compare(prepare(cases), write=write)


def in_the_server(times: Iterable[tuple[str, float, float]]) -> str:
    lines = ["| in the server | planning ms | execution ms |", "|---|---:|---:|"]
    return "\n".join([*lines, *(f"| {what} | {plan:.2f} | {run:.2f} |" for what, plan, run in times)])


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--beside", type=int, nargs="+", default=[], help="smaller sizes (default: a tenth)")
    parser.add_argument("--filled", action="store_true")
    parser.add_argument("--explain", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument(
        "--only",
        choices=(
            "cases",
            "lists",
            "tasks",
            "desk",
            "reports",
            "lock",
            "ids",
            "served",
            "day",
            "peers",
            *OVER_HTTP,
        ),
    )
    parser.add_argument("--minutes", type=int, default=0)
    parser.add_argument("--install", action="store_true")
    asked = parser.parse_args()
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        print("This measures PostgreSQL: start it by `make bench`, or set DATABASE_URL to an empty database.")
        return 2
    django.setup()
    from bench import case_lists, desk, foreign_ids, reports, second_lock, work_list
    from bench import list_of_cases as listing
    from bench.measuring import measure, table
    from bench.network import found_network

    if asked.only == "peers":
        beside_others(asked.cases, install=asked.install, write=asked.write)
        return 0
    network = found_network() if asked.filled else prepare(asked.cases)
    if asked.only in ("served", "day", *OVER_HTTP):
        areas = OVER_HTTP if asked.only == "served" else (asked.only,)
        by_size = sizes_of(network, asked) if {"growth", "curve"} & set(areas) else ()
        for area in areas:
            over_http(area, network, by_size, asked)
        return 0
    if asked.only in (None, "ids"):
        print(f"{foreign_ids.table(foreign_ids.measured(network))}\n", flush=True)
    if asked.only == "ids":
        return 0
    if asked.explain:
        every_question = (
            one for area in (listing, case_lists, work_list, desk, reports) for one in area.questions(network)
        )
        for what, plan in listing.plans(list(every_question)):
            print(f"{what}\n{plan}\n")
    makers = {
        "cases": (
            *(listing.page_variants, listing.deep_variants),
            *(listing.search_variants, listing.count_variants),
        ),
        "lists": (case_lists.variants,),
        "tasks": (work_list.variants,),
        "desk": (desk.variants,),
        "reports": (reports.variants,),
        # Sets roles: by itself only.
        "lock": (second_lock.variants,),
    }
    areas = (asked.only,) if asked.only else tuple(area for area in makers if area != "lock")
    variants = [variant for area in areas for make in makers[area] for variant in make(network)]
    measure(variants)
    questions = {
        "cases": listing.questions,
        "lists": case_lists.questions,
        "tasks": work_list.questions,
        "desk": desk.questions,
        "reports": reports.questions,
        "lock": lambda _network: [],
    }
    told = [one for area in areas for one in questions[area](network)]
    report = f"{described()}\n\n{table(variants)}\n\n{in_the_server(listing.server_times(told))}\n"
    print(report)
    if asked.write:
        head, _mark, _old = REPORT.read_text(encoding="utf-8").partition(MARK)
        REPORT.write_text(f"{head}{MARK}\n\n{report}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
