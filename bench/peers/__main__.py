"""Compares with other products: `deploy/dev/with_postgres .venv/bin/python -m bench.peers --tickets 2000`.

--install   brings django-helpdesk into var/peers and Request Tracker 5 from Debian by apt (as root; it stays)
--filled    the database holds generated cases already
--write     adds the run to docs/benchmarks.md
"""

import argparse
import os
import sys

from bench import run

NEEDED = (
    "This measures PostgreSQL: start it by deploy/dev/with_postgres, or set DATABASE_URL to an empty one."
)


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m bench.peers",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--tickets", type=int, default=10_000)
    parser.add_argument("--install", action="store_true")
    parser.add_argument("--filled", action="store_true")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        print(NEEDED)
        return 2
    run.django.setup()
    from bench.network import found_network
    from bench.peers import running

    running.install(wanted=asked.install)
    network = found_network() if asked.filled else run.prepare(asked.tickets)
    running.compare(network, write=asked.write)
    return 0


if __name__ == "__main__":
    sys.exit(main())
