"""Processes of the installation die by SIGKILL, at random, under load."""

import os
import signal
import time
from collections import Counter
from contextlib import suppress

from bench.faults.scene import Scene, Stage


def act(scene: Scene) -> None:
    """Every few seconds one: mostly a web worker or a worker for jobs, sometimes the server itself."""
    until, killed = time.monotonic() + scene.seconds, Counter[str]()
    while time.monotonic() < until:
        kind = scene.chance.choices(("web worker", "job worker", "web server"), (5, 4, 1))[0]
        which = {
            "web worker": scene.site.web_workers,
            "job worker": scene.site.job_workers,
            "web server": lambda: scene.site.pids("web")[:1],
        }[kind]()
        if which:
            with suppress(ProcessLookupError):
                os.kill(scene.chance.choice(which), signal.SIGKILL)
                killed[kind] += 1
        time.sleep(scene.chance.uniform(0.5, 6))
    scene.told.append(", ".join(f"{count} × {kind}" for kind, count in sorted(killed.items())))
    if not killed["web worker"] or not killed["job worker"]:
        scene.wrong.append("nobody was killed: run it longer")


STAGE = Stage(act, "kill −9 of web and job workers at random")
