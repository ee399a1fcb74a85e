"""Two that migrate at once, under load: the second waits for the first, and finds nothing to do."""

import subprocess
import sys
import time

from bench.faults.cluster import ROOT
from bench.faults.scene import Scene, Stage
from bench.faults.surroundings import environment

# Tables that only people at the dashboard use.
_STEP = ("desk", "zero")


def act(scene: Scene) -> None:
    """A step that was taken back is taken by three at the same moment; one is killed in the middle."""
    told = environment(scene.site.home, scene.cluster.url())
    undone = [sys.executable, "manage.py", "migrate", *_STEP, "--verbosity", "0", "--no-input"]
    subprocess.run(undone, cwd=ROOT, env=told, check=True)
    began = time.monotonic()
    three = [_migrate(told) for _ in range(3)]
    time.sleep(scene.chance.uniform(1, 4))
    three[0].kill()
    ends = [process.wait(timeout=600) for process in three]
    said = [process.stderr.read() if process.stderr else "" for process in three]
    waited = sum("waiting for it" in one for one in said)
    scene.told.append(f"3 at once, 1 killed; {waited} waited; {time.monotonic() - began:.0f} s")
    if ends[1:] != [0, 0]:
        scene.wrong.append(f"migrate ended with {ends[1:]}: {said[1][-300:]} {said[2][-300:]}")
    scene.for_a_while(1 / 4)


def _migrate(told: dict[str, str]) -> "subprocess.Popen[str]":
    command = [sys.executable, "manage.py", "migrate", "--verbosity", "0", "--no-input"]
    return subprocess.Popen(command, cwd=ROOT, env=told, stderr=subprocess.PIPE, text=True)


STAGE = Stage(act, "three migrations at once, one killed")
