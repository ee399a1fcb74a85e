"""From the release before to this one while people work, by the steps of docs/upgrades.md.

Which one: the newest tag, or DOSJA_FAULTS_FROM; without either, what stood before the newest migration came.
"""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from bench.faults.cluster import ROOT
from bench.faults.scene import Place, Scene, Skipped, Stage
from bench.faults.surroundings import environment

_NUMBERED: Final = re.compile(r"^backend/(\w+)/migrations/(\d{4}_\w+)\.py$")


def act(scene: Scene) -> None:
    """The database first, then workers, then web server; the old ones work on until it is their turn."""
    scene.for_a_while(1 / 8)
    began = time.monotonic()
    _migrate(scene.site.home, scene.cluster.url(), ROOT)
    took = time.monotonic() - began
    # The release before on the tables of this one.
    scene.for_a_while(1 / 4)
    for names in (("jobs 1", "jobs 2"), ("web",)):
        for name in names:
            scene.site.renew(name, ROOT)
        scene.for_a_while(1 / 4)
    scene.told.append(
        f"from {_release()[:12]}: {len(_newer())} migrations in {took:.0f} s, all of it under load"
    )


def _taken_back(place: Place) -> None:
    """The tables as the release before knows them."""
    known = _leaves(_release())
    for app in sorted({app for app, _name in _newer()}):
        _migrate(place.directory / "home", place.cluster.url(), ROOT, app, known.get(app, "zero"))
    # Its own second lock, as its own `migrate` leaves it.
    _manage(place.directory / "home", place.cluster.url(), place.root, "lock_tables")


def _migrate(home: Path, url: str, tree: Path, *step: str) -> None:
    _manage(home, url, tree, "migrate", *step, "--verbosity", "0", "--no-input")


def _manage(home: Path, url: str, tree: Path, *words: str) -> None:
    told = {**environment(home, url), "PYTHONPATH": str(tree)}
    done = subprocess.run(
        [sys.executable, "manage.py", *words], cwd=tree, env=told, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"manage.py {' '.join(words)}: {done.stderr[-2_000:]}")


def _release() -> str:
    if named := os.environ.get("DOSJA_FAULTS_FROM"):
        return named
    if tag := _git("describe", "--tags", "--abbrev=0", "HEAD"):
        return tag
    newest = _git("log", "-1", "--diff-filter=A", "--format=%H", "--", "backend/*/migrations/*.py")
    if not newest:
        raise Skipped("no release before this one is known: set DOSJA_FAULTS_FROM to a commit")
    return f"{newest}^"


def _newer() -> list[tuple[str, str]]:
    """What this release's `migrate` has to do."""
    return sorted(_migrations("HEAD") - _migrations(_release()))


def _leaves(commit: str) -> dict[str, str]:
    return dict(sorted(_migrations(commit)))


def _migrations(commit: str) -> set[tuple[str, str]]:
    names = _git("ls-tree", "-r", "--name-only", commit, "backend").splitlines()
    return {(found[1], found[2]) for name in names if (found := _NUMBERED.match(name))}


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip()


@contextmanager
def _before(place: Place) -> Iterator[None]:
    """Its programs run on what git kept of it, with the packages of today."""
    kept = subprocess.run(["git", "archive", _release()], cwd=ROOT, stdout=subprocess.PIPE, check=False)
    if kept.returncode:
        raise Skipped(f"git keeps no {_release()}")
    place.root = place.directory / "release"
    place.root.mkdir()
    subprocess.run(["tar", "--extract", "--directory", str(place.root)], input=kept.stdout, check=True)
    yield


STAGE = Stage(act, "upgrade from the release before", around=_before, prepare=_taken_back)
