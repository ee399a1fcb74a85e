"""The list of one partner on SQLite, over HTTP, against a bare view: `python -m bench.embedded [--cases N]`.

The database is a file of its own, gone afterwards; with `--at DIRECTORY` it lies there and stays, and the
next run finds it filled. What a small organisation runs on one machine.
"""

import argparse
import os
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

CASES: Final = 100_000
BUDGET: Final = 4.0


def main(cases: int, at: Path | None) -> None:
    with ExitStack() as stack:
        home = at or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="dosja-bench-")))
        is_filled = (home / "dosja.sqlite3").exists()
        os.environ["DATABASE_URL"] = f"sqlite:///{home}/dosja.sqlite3"
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
        import django

        django.setup()
        from django.core.management import call_command

        from bench.network import found_network
        from bench.run import prepare

        if is_filled:
            call_command("migrate", verbosity=0, interactive=False)
        network: Any = found_network() if is_filled else prepare(cases)
        _measure(cases, network, home)


def _measure(cases: int, network: Any, home: Path) -> None:
    from backend.partners.actors import actor_of
    from bench.asking import Line
    from bench.budget import FLOOR, LIST, session_of
    from bench.measuring import Variant, measure
    from bench.server import served

    user = network.actors["largest partner"]
    with served({"list": _statement(actor_of(user))}, home) as server:
        line = Line(server.port, session_of(user))
        floor = Variant("list", "bare view", lambda: line.get(FLOOR))
        ours = Variant("list", "list of 50 of one state", lambda: line.get(LIST))
        measure([floor, ours])
        held = ", ".join(f"{one:.0f}" for one in server.memory())
    ratio = ours.median / floor.median
    size = Path(home, "dosja.sqlite3").stat().st_size / 1e6
    print(f"{cases:,} cases, {size:,.0f} MB; memory of the workers in MB: {held}")
    for one in (floor, ours):
        print(f"{one.name}: {one.median:.2f} ms (p10 – p90: {one.quantile(10):.2f} – {one.quantile(90):.2f})")
    print(f"{ratio:.2f} × floor, budget {BUDGET:g}: {'met' if ratio <= BUDGET else 'MISSED'}")
    print(f"load of the machine: {os.getloadavg()[0]:.1f}")


def _statement(actor: Any) -> str:
    """The page's own statement with its values written in: all of them are our own words, ids and moments."""
    from backend.cases.page import page_of_cases
    from bench.list_of_cases import BY_STATE, statements

    with statements() as seen:
        page_of_cases(actor, BY_STATE)
    sql, values = seen[0]
    return str(sql % tuple(value if isinstance(value, int) else f"'{value}'" for value in values))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", type=int, default=CASES)
    parser.add_argument("--at", type=Path)
    asked = parser.parse_args()
    main(asked.cases, asked.at)
