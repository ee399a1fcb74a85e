"""Processes of the installation die by SIGKILL, at random, under load."""

import os
import signal
import time
from collections import Counter
from contextlib import suppress

from bench.faults.scene import Scene, Stage

_MOST = 8  # times as long as was asked for
_KINDS = ("web worker", "job worker", "web server")


def act(scene: Scene) -> None:
    """Every few seconds one: mostly a web worker or a worker for jobs, sometimes the server itself. On a slow
    machine it lasts longer: nobody dies before a complaint was taken again."""
    began, struck, killed = time.monotonic(), 0.0, Counter[str]()
    while time.monotonic() < began + scene.seconds * _MOST:
        if time.monotonic() > began + scene.seconds and set(_KINDS[:2]) <= set(killed):
            break
        if scene.book.moments and scene.book.moments[-1] > struck:
            struck = time.monotonic()
            _strike(scene, killed)
        time.sleep(scene.chance.uniform(0.5, 4))
    scene.told.append(", ".join(f"{count} × {kind}" for kind, count in sorted(killed.items())))
    if not set(_KINDS[:2]) <= set(killed):
        scene.wrong.append("not everybody was killed: run it longer")


def _strike(scene: Scene, killed: Counter[str]) -> None:
    kind = scene.chance.choices(_KINDS, (5, 4, 1))[0]
    which = {
        "web worker": scene.site.web_workers,
        "job worker": scene.site.job_workers,
        "web server": lambda: scene.site.pids("web")[:1],
    }[kind]()
    with suppress(ProcessLookupError, IndexError):
        os.kill(scene.chance.choice(which), signal.SIGKILL)
        killed[kind] += 1


STAGE = Stage(act, "kill −9 of web and job workers at random")
