"""`make faults`: each fault on an installation of its own, under load; fails where a promise was broken.

make faults                                 all of them, one after the other
make faults ARGS="kill postgres"            these
make faults ARGS="kill --seconds 120"       the fault lasts longer
make faults ARGS="kill --seed 7"            the same chance again
"""

import argparse
import json
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench.faults.cluster import ROOT, Cluster, directory_for, starting
from bench.faults.playing import STAGES
from bench.faults.surroundings import environment
from tests.migrated import digest

KEPT = ROOT / "var" / "faults"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="fault", help=", ".join(STAGES))
    parser.add_argument("--seconds", type=float, default=40)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    asked = parser.parse_args()
    if unknown := set(asked.names) - set(STAGES):
        parser.error(f"unknown: {', '.join(sorted(unknown))}; there are {', '.join(STAGES)}")
    starter = starting()
    try:
        template = made()
    except starter.Unavailable as why:
        print(f"SKIPPED, all of them: {why}")
        return int(starter.UNAVAILABLE)
    results = {name: _played(name, template, asked.seconds, asked.seed) for name in asked.names or STAGES}
    print(f"\nseed {asked.seed}\n{table(results)}")
    return 1 if any(one.get("findings") for one in results.values()) else 0


def made() -> Path:
    """A migrated cluster with its directory, a partner and a program; kept until the code changes."""
    kept = KEPT / digest()
    if (kept / "facts.json").exists():
        return kept
    shutil.rmtree(KEPT, ignore_errors=True)
    kept.mkdir(parents=True)
    with directory_for(starting().identity()) as directory:
        cluster = Cluster(directory)
        cluster.create()
        cluster.start()
        try:
            done = subprocess.run(
                [sys.executable, "-m", "bench.faults.filled"],
                env=environment(directory, cluster.url()),
                stdout=subprocess.PIPE,
                text=True,
                check=True,
            )
        finally:
            cluster.stop()
        subprocess.run(["cp", "-a", str(directory / "cluster"), str(kept / "cluster")], check=True)
    (kept / "facts.json").write_text(done.stdout.splitlines()[-1])
    return kept


def _played(name: str, template: Path, seconds: float, seed: int) -> dict[str, Any]:
    print(f"\n── {name}: {STAGES[name].title}", flush=True)
    command = [sys.executable, "-m", "bench.faults.playing", name, str(template), str(seconds), str(seed)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        result: dict[str, Any] = {"title": STAGES[name].title, "findings": ["the script itself failed"]}
    else:
        result = json.loads(done.stdout.splitlines()[-1])
    for what, value in result.items():
        if what != "findings":
            print(f"  {what}: {value}")
    for found in result.get("findings", []):
        print(f"  BROKEN: {found}")
    if "skipped" in result:
        print(f"  SKIPPED: {result['skipped']}")
    sys.stdout.flush()
    return result


def table(results: dict[str, dict[str, Any]]) -> str:
    """One line for each."""
    columns = (
        *("seconds", "acknowledged", "with a file", "notes", "sent again"),
        *("longest pause", "jobs caught up"),
    )
    lines = [f"| fault | {' | '.join(columns)} | told | promises |", f"|---|{'---:|' * len(columns)}---|---|"]
    for one in results.values():
        figures = " | ".join(str(one.get(column, "–")) for column in columns)
        kept = f"skipped: {one['skipped']}" if "skipped" in one else "; ".join(one["findings"]) or "kept"
        lines.append(f"| {one['title']} | {figures} | {'; '.join(one.get('told', []))} | {kept} |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
