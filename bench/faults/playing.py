"""Plays one fault in a process of its own: `python -m bench.faults.playing NAME TEMPLATE SECONDS SEED`."""

import json
import signal
import sys
from pathlib import Path

from bench.faults import clocks, disks, killing, mail, migrations, network, postgres, receivers, upgrading
from bench.faults.scene import Skipped, Stage, played

STAGES: dict[str, Stage] = {
    "kill": killing.STAGE,
    "postgres": postgres.RESTARTED,
    "connections": postgres.EXHAUSTED,
    "disk": disks.DATABASE,
    "files": disks.FILES,
    "receivers": receivers.STAGE,
    "mail": mail.STAGE,
    "network": network.STAGE,
    "migrations": migrations.STAGE,
    "upgrade": upgrading.STAGE,
    "clock": clocks.STAGE,
}


def main(name: str, template: Path, seconds: float, seed: int) -> None:
    # PostgreSQL belongs to another user and would stay.
    signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))
    try:
        result = played(STAGES[name], template, seconds, seed)
    except Skipped as why:
        result = {"title": STAGES[name].title, "skipped": str(why)}
    sys.stdout.write(f"\n{json.dumps(result)}\n")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4]))
